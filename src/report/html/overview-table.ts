import { groupOf, groupsOf } from '../operation-group.ts';
import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

type Entry = Results['requirements'][number];

const LEVELS = ['MUST', 'SHOULD', 'MAY'];
const NOT_COUNTED = 'not-applicable';

/** Operations by levels: how many requirements passed, of how many that apply. */
export function overviewTable({ requirements }: Results): Markup {
  const rows = groupsOf(requirements).map((group) => {
    const own = requirements.filter((entry) => groupOf(entry) === group);
    const cells = LEVELS.map((level) => cell(own.filter((entry) => entry.level === level)));
    return markup`<tr><th scope="row">${group}</th>${cells}</tr>`;
  });
  const head = LEVELS.map((level) => markup`<th scope="col">${level}</th>`);
  return markup`<section><h2>Operations and levels</h2>
<table><caption>Requirements that passed, of those that apply</caption>
<thead><tr><th scope="col">operation</th>${head}</tr></thead><tbody>${rows}</tbody></table></section>`;
}

function cell(entries: readonly Entry[]): Markup {
  const applicable = entries.filter(({ verdict }) => verdict !== NOT_COUNTED);
  if (applicable.length === 0) return markup`<td class="none">–</td>`;
  const passed = applicable.filter(({ verdict }) => verdict === 'passed').length;
  const worst = ['failed', 'error', 'warning', 'waived', 'untestable'].find((wanted) =>
    applicable.some(({ verdict }) => verdict === wanted),
  );
  const rest = worst === undefined ? '' : `, ${applicable.filter(({ verdict }) => verdict === worst).length} ${worst}`;
  return markup`<td class="${worst ?? 'passed'}">${passed} of ${applicable.length}${rest}</td>`;
}

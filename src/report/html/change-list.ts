import { isFailure } from '../comparison.ts';
import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

type Change = NonNullable<Results['comparison']>['changes'][number];

const KINDS: readonly (readonly [string, (change: Change) => boolean])[] = [
  ['Newly failing', ({ before, now }) => isFailure(now) && !isFailure(before)],
  ['Newly passing', ({ before, now }) => now === 'passed' && before !== undefined],
  ['Gone', ({ now }) => now === undefined],
  ['New', ({ before, now }) => before === undefined && !isFailure(now)],
];

/** What changed since an earlier run, if there is one to compare with. */
export function changeList({ comparison }: Results): Markup | undefined {
  if (comparison === undefined) return undefined;
  const { runId, startedAt, changes } = comparison;
  const named = KINDS.map(([title, fits]) => [title, changes.filter((change) => fits(change))] as const);
  const others = changes.filter((change) => !KINDS.some(([, fits]) => fits(change)));
  const groups = [...named, ['Otherwise changed', others] as const].filter(([, group]) => group.length > 0);
  const since = `Since run ${runId} of ${startedAt}`;
  if (groups.length === 0) return markup`<section><h2>${since}</h2><p>No verdict has changed.</p></section>`;
  return markup`<section><h2>${since}</h2>${groups.map(([title, group]) => changeGroup(title, group))}</section>`;
}

function changeGroup(title: string, changes: readonly Change[]): Markup {
  const items = changes.map(({ id, before, now }) => {
    const name = now === undefined ? id : markup`<a href="#${id}">${id}</a>`;
    return markup`<li>${name} ${before ?? 'not judged'} → ${now ?? 'not judged'}</li>`;
  });
  return markup`<h3>${title} (${changes.length})</h3><ul class="compact">${items}</ul>`;
}

import type { Results } from '../results.ts';
import { ExchangeTables } from './exchange-table.ts';
import { markup, type Markup } from './markup.ts';
import { requirementEntry } from './requirement-entry.ts';
import { Room } from './room.ts';

const VERDICTS = ['failed', 'error', 'warning', 'untestable', 'waived', 'passed', 'not-applicable'];
const LEVELS = ['MUST', 'SHOULD', 'MAY'];

/** Every requirement, with what narrows the list. */
export function requirementList(results: Results): Markup {
  const operations = new Set(results.requirements.flatMap(({ operation }) => operation.split(',')));
  const tables = new ExchangeTables(results.exchanges);
  const room = new Room();
  const entries = results.requirements.map((entry) => requirementEntry(entry, results, tables, room));
  return markup`<section id="requirements"><h2>Requirements</h2>
<form class="tools" role="search" aria-label="Requirements">
<label>Search <input type="search" name="text" autocomplete="off"></label>
${choice('verdict', VERDICTS)}${choice('operation', [...operations])}${choice('level', LEVELS)}
<output name="shown">${results.requirements.length} shown</output>
</form>
${entries}
</section>`;
}

function choice(name: string, values: readonly string[]): Markup {
  const options = values.map((value) => markup`<option>${value}</option>`);
  return markup`<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

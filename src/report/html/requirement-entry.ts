import { againCommand } from '../failure-text.ts';
import type { Results } from '../results.ts';
import type { ExchangeTables } from './exchange-table.ts';
import { findingBlock } from './finding-block.ts';
import { markup, type Markup } from './markup.ts';
import type { Room } from './room.ts';

type Entry = Results['requirements'][number];

const OPEN = ['failed', 'error'];

/** One requirement: what the contract wants on the left, what the run found on the right. */
export function requirementEntry(entry: Entry, { seed }: Results, tables: ExchangeTables, room: Room): Markup {
  const { id, level, verdict, statement, operation } = entry;
  return markup`<details id="${id}" data-verdict="${verdict}" data-level="${level}" data-operation="${operation}"${
    OPEN.includes(verdict) ? markup` open` : ''
  }><summary><span class="${verdict}">${verdict}</span> <b>${id}</b> <small>${level}</small> ${statement}</summary>
<div class="sides"><div>${promise(entry)}</div><div>${finding(entry, seed, room)}${tables.of(id)}</div></div></details>
`;
}

function promise({ id, statement, source, operation, level }: Entry): Markup {
  const places = Object.entries(source).map(([kind, place]) => markup`<dt>${kind}</dt><dd>${place}</dd>`);
  return markup`<p>${statement}</p><dl>${places}<dt>binds</dt><dd>${level}, ${operation}</dd>
<dt>link</dt><dd><a href="#${id}">#${id}</a></dd></dl>`;
}

function finding(entry: Entry, seed: number, room: Room): Markup {
  const { id, verdict, durationMs, reason, notes = [], convergences = [], findings = [] } = entry;
  const again = verdict === 'passed' || verdict === 'not-applicable' ? undefined : againCommand(id, seed);
  return markup`<p class="${verdict}">${verdict} in ${durationMs} ms</p>${reason && markup`<p>${reason}</p>`}
${notes.map((note) => markup`<p>${note}</p>`)}${convergences.map(({ what, ms }) => markup`<p>${what}: ${ms} ms</p>`)}
${findings.map((each) => findingBlock(each, room))}${again && markup`<p>again</p><pre>${again}</pre>`}`;
}

import { inShort } from '../../conformance/finding.ts';
import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

type Entry = Results['requirements'][number];

const BROKEN = ['failed', 'error', 'warning'];

/** What broke, the gravest first, each in one line that leads to the whole of it. */
export function brokenList({ requirements }: Results): Markup | undefined {
  const broken = BROKEN.flatMap((wanted) => requirements.filter(({ verdict }) => verdict === wanted));
  if (broken.length === 0) return undefined;
  return markup`<section><h2>What broke</h2><ul class="broken">${broken.map((entry) => line(entry))}</ul></section>`;
}

function line({ id, verdict, statement, findings = [], reason }: Entry): Markup {
  const [first] = findings;
  const why = first ? inShort(first) : reason;
  return markup`<li><span class="${verdict}">${verdict}</span> <a href="#${id}">${id}</a> ${statement}
<small>${why}</small></li>`;
}

import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

type Cell = Results['authorisation'][number];

/** Who may do what: callers by operations, each cell in the colour of its verdict. */
export function authorisationTable({ authorisation }: Results): Markup | undefined {
  if (authorisation.length === 0) return undefined;
  const operations = [...new Set(authorisation.map(({ operation }) => operation))];
  const callers = [...new Set(authorisation.map(({ caller }) => caller))];
  const rows = callers.map((caller) => {
    const own = authorisation.filter((cell) => cell.caller === caller);
    const cells = operations.map((operation) => cellOf(own.find((cell) => cell.operation === operation)));
    return markup`<tr><th scope="row">${caller}</th>${cells}</tr>`;
  });
  const head = operations.map((operation) => markup`<th scope="col">${operation}</th>`);
  return markup`<section><h2>Authorisation</h2>
<div class="wide" tabindex="0" role="region" aria-label="Authorisation grid">
<table><caption>What each caller is promised, the verdict, and the statuses that came, those of the controls included</caption>
<thead><tr><th scope="col">caller</th>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function cellOf(cell: Cell | undefined): Markup {
  if (cell === undefined) return markup`<td class="none">–</td>`;
  const { answer, verdict, requirements, seen } = cell;
  const links = requirements.map((id) => markup`<a href="#${id}">${id}</a> `);
  const came = seen.length === 0 ? '' : `, seen ${seen.join(', ')}`;
  return markup`<td class="${verdict}"><b>${answer}</b><br>${verdict}${came}<br><small>${links}</small></td>`;
}

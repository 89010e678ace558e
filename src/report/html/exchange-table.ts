import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

type Line = Results['exchanges'][number];

/** The exchanges of each requirement, a line each. */
export class ExchangeTables {
  readonly #lines = new Map<string, Line[]>();

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      const own = this.#lines.get(line.requirement);
      if (own === undefined) this.#lines.set(line.requirement, [line]);
      else own.push(line);
    }
  }

  /** The table of one requirement, undefined where it sent nothing. */
  of(id: string): Markup | undefined {
    const lines = this.#lines.get(id);
    if (lines === undefined) return undefined;
    const head = ['request', 'as', 'status', 'ms'].map((name) => markup`<th scope="col">${name}</th>`);
    return markup`<table class="exchanges"><caption>Exchanges</caption><thead><tr>${head}</tr></thead>
<tbody>${lines.map((line) => row(line))}</tbody></table>`;
  }
}

function row({ method, url, principal, status, durationMs }: Line): Markup {
  return markup`<tr><td>${method} ${pathOf(url)}</td><td>${principal}</td><td>${status}</td><td>${durationMs}</td></tr>`;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}

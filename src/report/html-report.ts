import { htmlStyle } from './html-style.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];
type Finding = NonNullable<Entry['findings']>[number];

/** The run as one HTML file that opens offline and asks for nothing. */
export function htmlReport(results: Results): string {
  const { target, verdict, summary, partial } = results;
  const title = `${verdict}${partial ? ' (partial)' : ''}: ${target.baseUrl}`;
  const facts = `Profile ${results.profile}, revision ${results.revision}, tenant ${target.tenant}, seed ${results.seed}, ${results.requests} requests, started ${results.startedAt}.`;
  const counts = Object.entries(summary).map(([name, count]) => `<li><b>${count}</b> ${text(name)}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title><style>${htmlStyle}</style></head>
<body><header class="${verdict}"><h1>${text(title)}</h1><p>${text(facts)}</p><ul>${counts.join('')}</ul></header>
<main>${unclaimed(results)}${results.requirements.map((entry) => section(entry)).join('\n')}</main></body></html>
`;
}

function unclaimed({ unclaimed: features, leftovers }: Results): string {
  const rows = Object.entries(features).map(([name, why]) => `<dt>${text(name)}</dt><dd>${text(why ?? '')}</dd>`);
  const left = leftovers.map((name) => `<li>${text(name)}</li>`);
  return [
    rows.length === 0 ? '' : `<h2>Not claimed</h2><dl>${rows.join('')}</dl>`,
    left.length === 0 ? '' : `<h2>Not deleted</h2><ul>${left.join('')}</ul>`,
    '<h2>Requirements</h2>',
  ].join('');
}

function section(entry: Entry): string {
  const source = Object.entries(entry.source).map(([kind, place]) => `${kind}: ${place}`);
  const open = ['failed', 'error', 'warning'].includes(entry.verdict) ? ' open' : '';
  const reason = entry.reason === undefined ? '' : `<p>${text(entry.reason)}</p>`;
  const notes = (entry.notes ?? []).map((note) => `<p>${text(note)}</p>`).join('');
  return `<details id="${text(entry.id)}"${open}><summary><span class="${entry.verdict}">${entry.verdict}</span>
<a href="#${text(entry.id)}">${text(entry.id)}</a> ${entry.level} ${text(entry.statement)}</summary>
<p class="source">${text(source.join())} (${entry.durationMs} ms)</p>${reason}${notes}
${(entry.findings ?? []).map((finding) => findingBlock(finding)).join('')}</details>`;
}

function findingBlock({ expected, received, pointer, label, exchanges }: Finding): string {
  const shown = exchanges.map(
    ({ request, response, principal, curl }) =>
      `<pre>${text(`${request.method} ${request.url}  as ${principal}\n${request.body ?? ''}\n\n${response.status}\n${response.body}`)}</pre><pre>${text(curl)}</pre>`,
  );
  const place = pointer === undefined ? '' : ` <code>${text(pointer)}</code>`;
  return `<dl><dt>case</dt><dd>${text(label ?? 'the only one')}</dd><dt>expected</dt><dd>${text(expected)}${place}</dd>
<dt>received</dt><dd>${text(received)}</dd></dl>${shown.join('')}`;
}

// Whatever a target sends ends up here, so nothing goes into the page unescaped.
function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

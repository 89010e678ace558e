import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';
import type { Room } from './room.ts';

type Finding = NonNullable<Results['requirements'][number]['findings']>[number];
type Exchange = Finding['exchanges'][number];

/** One departure with the exchanges that show it. */
export function findingBlock({ expected, received, pointer, label, exchanges }: Finding, room: Room): Markup {
  return markup`<dl class="finding">${label && markup`<dt>case</dt><dd>${label}</dd>`}
<dt>expected</dt><dd>${expected}${pointer && markup` <code>${pointer}</code>`}</dd><dt>received</dt><dd>${received}</dd></dl>
${exchanges.map((exchange) => exchangeBlock(exchange, room))}`;
}

function exchangeBlock({ request, response, principal, curl }: Exchange, room: Room): Markup {
  const head = `${request.method} ${request.url}  as ${principal}`;
  const whole = `${head}\n${request.body ?? ''}\n\n${response.status}\n${response.body}`;
  if (!room.take(whole.length + curl.length)) {
    return markup`<pre>${head}: ${response.status}; the whole of it stands in results.json</pre>`;
  }
  return markup`<pre>${whole}</pre><pre>${curl}</pre>`;
}

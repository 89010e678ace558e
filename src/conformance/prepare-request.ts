import type { Principal } from '../auth/principal.ts';
import type { PreparedRequest } from '../http/client.ts';
import type { Operation } from '../spec/operation.ts';
import type { Call } from './call.ts';
import type { RunSettings } from './run-settings.ts';
import { traceContext } from './trace-context.ts';

/** Turns a call into a request: the real one, and the one that is recorded with its token's variable instead. */
export function prepareRequest(
  call: Call,
  operation: Operation,
  principal: Principal,
  settings: RunSettings,
  requirement: string,
): PreparedRequest {
  const method = call.method ?? operation.method;
  const url = settings.baseUrl.replace(/\/+$/, '') + fillPath(operation.path, call, settings) + queryString(call.query);
  const body = call.body ?? (call.json === undefined ? undefined : JSON.stringify(call.json));
  const headers = {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': settings.userAgent,
    ...traceContext(settings.runId, requirement),
    ...(body !== undefined && { 'content-type': call.mediaType ?? 'application/json' }),
    ...call.headers,
  };
  const recorded = {
    method,
    url,
    headers: { ...nameToken(headers, principal), ...authorization(principal, call, `$${principal.variable}`) },
    body,
  };
  const outgoing = { method, url, headers: { ...headers, ...authorization(principal, call, principal.token) }, body };
  return { principal: principal.name, outgoing, recorded };
}

function fillPath(template: string, call: Call, settings: RunSettings): string {
  return template
    .replace('{tenant}', encodeURIComponent(call.tenant ?? settings.tenant))
    .replace('{customerNumber}', encodeURIComponent(call.number ?? ''))
    .concat(call.below ?? '');
}

function queryString(query: Readonly<Record<string, string>> | undefined): string {
  const text = Object.entries(query ?? {})
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return text === '' ? '' : `?${text}`;
}

function authorization(principal: Principal, call: Call, token: string | undefined): Record<string, string> {
  const given = Object.keys(call.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
  return principal.token === undefined || given ? {} : { authorization: `Bearer ${token}` };
}

/** Headers that a call gave itself may hold the token too. */
function nameToken(headers: Readonly<Record<string, string>>, { token, variable }: Principal): Record<string, string> {
  const named = (value: string) => (token === undefined ? value : value.replaceAll(token, `$${variable}`));
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, named(value)]));
}

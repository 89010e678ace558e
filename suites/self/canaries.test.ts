import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { command, startCommand, type Finished } from './command.ts';

const CANARY = /canary[-\w]*/i;
const WRITTEN = ['exchanges.har', 'report.html', 'evidence/exchanges.jsonl', 'judged/results.json', 'stdout'];
const SECRET = 'canary-secret/with+signs=';

test('no secret that a target repeats gets into any report or output', async () => {
  const finished = await command(['run', '--har', '--ctrf'], variablesOf(await startTalker()));
  await startCommand(['judge', 'conformance-report/evidence'], {}, finished.folder).finished;
  const told = artefacts(finished);
  expect(told.map(([name]) => name)).toEqual(expect.arrayContaining(WRITTEN));
  expect(told.flatMap(([name, text]) => leaks(name, text))).toEqual([]);
  // The control: what is no secret is there.
  expect(told.find(([name]) => name === 'exchanges.har')?.[1]).toContain('plain-speech');
});

/** Where a canary sings, in plain text or in base64. */
function leaks(name: string, text: string): string[] {
  const basic = Buffer.from(`client:${SECRET}`).toString('base64');
  const plain = text.includes(basic) ? [`${name}: the client's credentials in base64`] : [];
  const at = text.search(CANARY);
  return at < 0 ? plain : [...plain, `${name}: …${text.slice(Math.max(0, at - 120), at + 40)}…`];
}

function artefacts({ folder, stdout, stderr }: Finished): (readonly [string, string])[] {
  const reports = join(folder, 'conformance-report');
  const names = readdirSync(reports, { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => extname(name) !== '')
    .map((name) => [name, readFileSync(join(reports, name), 'utf8')] as const);
  return [...files, ['stdout', stdout], ['stderr', stderr]];
}

/** A server that repeats every credential wherever an answer has room, and tells some of its own. */
async function startTalker(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.startsWith('/oauth/')) grant(response);
    else talk(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function grant(response: ServerResponse): void {
  const body = { access_token: 'canary-granted', expires_in: 3_600, refresh_token: 'canary-refresh' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function talk({ headers, url }: IncomingMessage, response: ServerResponse): void {
  const { authorization = 'none' } = headers;
  const token = authorization.replace(/^\w+ /, '');
  const inner = JSON.stringify({ password: 'canary-nested' });
  const body = {
    message: `plain-speech: ${authorization} at ${url}`,
    encoded: [encodeURIComponent(token), Buffer.from(token).toString('base64'), SECRET, encodeURIComponent(SECRET)],
    password: 'canary-password "quoted"',
    resetToken: 'canary-reset',
    links: ['https://shop.example.com/reset/canary-link', 'https://shop.example.com/a?token=canary-query&b=1'],
    inner,
  };
  const head = { 'content-type': 'application/json', 'x-debug': authorization, 'set-cookie': 'sid=canary-cookie' };
  response.writeHead(400, `Refused`, head).end(JSON.stringify(body));
}

function variablesOf(baseUrl: string): Record<string, string> {
  return {
    TARGET_BASE_URL: baseUrl,
    TARGET_TENANT: 'acmeshop',
    TARGET_CLIENT_ID: 'client',
    TARGET_CLIENT_SECRET: SECRET,
    TARGET_TOKEN_READ_OWN: 'Canary/read+own==',
    TARGET_TOKEN_MANAGE_OWN: 'canary.manage.own~',
    CONFORMANCE_CONVERGENCE_MS: '200',
  };
}

import { mkdtempSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCatalogue } from './catalogue.ts';
import { Examination } from './examination.ts';
import { Run } from './run.ts';
import type { RunSettings } from './run-settings.ts';

/** Answers every request with one status and a JSON body. */
export function answering(status: number, body: unknown): RequestListener {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** For tests: an examination of a server that answers like this, until the test is over. */
export async function examineServer(
  answer: RequestListener,
  changes: (baseUrl: string) => Partial<RunSettings> = () => ({}),
) {
  const [requirement] = loadCatalogue('customer-tenant');
  if (requirement === undefined) throw new Error('the catalogue is empty');
  const journalFile = join(mkdtempSync(join(tmpdir(), 'run-')), 'journal.jsonl');
  const baseUrl = await listen(answer);
  const run = await Run.open({ ...SETTINGS, baseUrl, journalFile, ...changes(baseUrl) });
  return { t: new Examination(requirement, run), run, journalFile };
}

const SETTINGS = {
  service: 'customer-tenant',
  tenant: 'acmeshop',
  revision: '2025',
  seed: 1,
  runId: 'r1',
  userAgent: 'unit test',
  principals: [
    { name: 'read', token: 'token-of-read', variable: 'TARGET_TOKEN_READ' },
    { name: 'manage', token: 'token-of-manage', variable: 'TARGET_TOKEN_MANAGE' },
    { name: 'expired', token: undefined, variable: 'TARGET_TOKEN_EXPIRED', missing: 'it is not set' },
  ],
  claims: ['read', 'writes'],
  missing: {},
  timeoutMs: 1_000,
  convergenceMs: 100,
  timeLimitMs: 60_000,
  connection: {},
} as const;

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

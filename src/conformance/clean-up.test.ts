import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanUp } from './clean-up.ts';
import { answering, examineServer } from './examined-server.ts';
import { readEvidence } from './read-evidence.ts';

const A_DAY_MS = 86_400_000;
const forgetful: RequestListener = (request, response) =>
  answering(request.method === 'POST' ? 500 : 200, [])(request, response);
const LIST = { as: 'read', operation: 'LIST' } as const;

describe('what a run creates', () => {
  const profile = { contactEmail: 'ada@example.com' };
  const creation = { as: 'manage', operation: 'CREATE', json: profile } as const;

  test('is in the journal before the request leaves', async () => {
    let journal = '';
    const { t, journalFile } = await examineServer((request, response) => {
      journal = readFileSync(journalFile, 'utf8');
      answering(201, { id: '17' })(request, response);
    });
    await t.send(creation);
    expect(JSON.parse(journal.split('\n')[1] ?? '')).toEqual({
      n: 0,
      tenant: 'acmeshop',
      email: 'ada@example.com',
      state: 'announced',
    });
  });

  test('and nothing else is deleted at the end', async () => {
    const deleted: string[] = [];
    const { t, run } = await examineServer((request, response) => {
      if (request.method === 'DELETE') deleted.push(request.url ?? '');
      if (request.method === 'DELETE') response.writeHead(202).end();
      else
        answering(request.method === 'POST' ? 201 : 200, request.method === 'POST' ? { id: '17' } : [{ id: '99' }])(
          request,
          response,
        );
    });
    await t.send(LIST);
    await t.send(creation);
    expect(await cleanUp(run)).toEqual([]);
    expect(deleted).toEqual(['/customer/acmeshop/customers/17']);
  });

  test('is told where it could not be deleted', async () => {
    const { t, run } = await examineServer((request, response) =>
      answering(request.method === 'POST' ? 201 : 500, { id: '17' })(request, response),
    );
    await t.send(creation);
    expect(await cleanUp(run)).toMatchObject([{ number: '17', state: 'created' }]);
  });

  test.each([429, 503])('is deleted at another try where the deployment was too busy (%i)', async (status) => {
    let deletions = 0;
    const { t, run } = await examineServer((request, response) => {
      if (request.method === 'POST') return answering(201, { id: '17' })(request, response);
      deletions += 1;
      // A 503 is sent once more by itself.
      return void response.writeHead(deletions < 3 ? status : 202).end();
    });
    await t.send(creation);
    expect(await cleanUp(run)).toEqual([]);
  });

  test('is told where it is answered 404 and can be read all the same', async () => {
    const { t, run } = await examineServer((request, response) =>
      answering({ POST: 201, DELETE: 404 }[request.method ?? ''] ?? 200, { id: '17' })(request, response),
    );
    await t.send(creation);
    expect(await cleanUp(run)).toMatchObject([{ number: '17', state: 'created' }]);
  });

  test('is looked for by its address where no clear answer came', async () => {
    const deleted: string[] = [];
    const { t, run } = await examineServer((request, response) => {
      if (request.method === 'DELETE') deleted.push(request.url ?? '');
      if (request.method === 'POST') return void response.writeHead(500).end();
      if (request.method === 'DELETE') return void response.writeHead(202).end();
      return answering(200, [
        { id: '98', contactEmail: 'bo@example.com' },
        { id: '17', ...profile },
      ])(request, response);
    });
    await t.send(creation);
    expect(await cleanUp(run)).toEqual([]);
    expect(deleted).toEqual(['/customer/acmeshop/customers/17']);
  });

  test('is looked for no longer than it takes to show up, counted from when it became unclear', async () => {
    let searches = 0;
    const { t, run } = await examineServer((request, response) => {
      if (request.method === 'POST') return void response.writeHead(500).end();
      searches += 1;
      return answering(200, [])(request, response);
    });
    await t.send(creation);
    for (const entry of run.journal.open) entry.settledAt = Date.now() - run.settings.convergenceMs;
    expect(await cleanUp(run)).toEqual([]);
    expect(searches).toBe(1);
  });

  test('in a tenant that is not served is looked for in the own one', async () => {
    const asked: string[] = [];
    const { t, run } = await examineServer((request, response) => {
      asked.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
      if (request.url?.includes('nowhere'))
        return answering(request.method === 'POST' ? 500 : 400, {})(request, response);
      if (request.method === 'DELETE') return void response.writeHead(202).end();
      return answering(200, [{ id: '17', ...profile }])(request, response);
    });
    await t.send({ ...creation, tenant: 'nowhere' });
    expect(await cleanUp(run)).toEqual([]);
    expect(asked.slice(-2)).toEqual(['GET /customer/acmeshop/customers', 'DELETE /customer/acmeshop/customers/17']);
  });

  test('is looked for in a replay as it was in the run, however long ago that was', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'exchanges.jsonl');
    const live = await examineServer(forgetful, () => ({ evidence: { file, isReplayed: false } }));
    await live.t.send(creation);
    expect(await cleanUp(live.run)).toEqual([]);
    await live.run.close();

    const { baseUrl } = live.run.settings;
    const aged = readEvidence(file).map((line) => ({ ...line, answeredAt: line.answeredAt - A_DAY_MS }));
    writeFileSync(file, aged.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const replay = await examineServer(forgetful, () => ({ baseUrl, evidence: { file, isReplayed: true } }));
    await replay.t.send(creation);
    expect(await cleanUp(replay.run)).toEqual([]);
    // Where the machine was busy, the run looked last a little later than the replay does, which looks once more then.
    expect([0, 1]).toContain(replay.run.ledger.lines.length - live.run.ledger.lines.length);
  });
});

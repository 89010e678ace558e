import { describe, expect, test } from 'vitest';
import { answering, examineServer } from './examined-server.ts';
import { SuiteError } from './suite-error.ts';
import { Untestable } from './untestable.ts';

const LIST = { as: 'read', operation: 'LIST' } as const;

describe('an examination', () => {
  test('sends the token and records the name of its variable', async () => {
    let sent: string | undefined;
    const { t } = await examineServer((request, response) => {
      sent = request.headers.authorization;
      answering(200, [])(request, response);
    });
    const { request } = await t.send(LIST);
    expect(sent).toBe('Bearer token-of-read');
    expect(request.headers['authorization']).toBe('Bearer $TARGET_TOKEN_READ');
  });

  test('a status that was not expected is a failure with its place in the contract', async () => {
    const { t } = await examineServer(answering(200, []));
    const list = await t.send(LIST);
    expect(() => t.expectStatus(list, 200)).not.toThrow();
    const expected = {
      expected: 'status 401 or 403',
      pointer: '#/paths/~1customer~1{tenant}~1customers/get/responses/401',
    };
    expect(() => t.expectStatus(list, 401, 403)).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining(expected)] }),
    );
  });

  test('a control that does not hold makes the requirement untestable', async () => {
    const { t } = await examineServer(answering(403, {}));
    const list = await t.send(LIST);
    expect(() => t.controlAccepted(list)).toThrow(Untestable);
    await expect(
      t.settled(
        'it is listed',
        () => t.send(LIST),
        () => false,
      ),
    ).rejects.toThrow(Untestable);
  });

  test('what never comes true within the convergence time is a failure', async () => {
    const { t } = await examineServer(answering(200, []));
    const failing = t.eventually(
      'somebody to be listed',
      () => t.send(LIST),
      () => false,
    );
    await expect(failing).rejects.toThrow('somebody to be listed within 100 ms');
    expect(t.convergences).toEqual([]);
    await t.eventually(
      'an answer',
      () => t.send(LIST),
      () => true,
    );
    expect(t.convergences).toEqual([{ what: 'an answer', ms: expect.any(Number) }]);
  });

  test('what should stay is watched for as long as it was said, and no longer', async () => {
    const { t } = await examineServer(answering(200, []));
    const startedAt = Date.now();
    await t.watch(
      () => t.send(LIST),
      () => false,
      300,
    );
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(300);
    expect(t.convergences).toEqual([]);
    const looks = t.exchanges.length;
    await t.watch(
      () => t.send(LIST),
      () => true,
      60_000,
    );
    expect(t.exchanges).toHaveLength(looks + 1);
  });

  test('a request of our own that breaks the contract is our fault, unless it is meant to', async () => {
    const { t } = await examineServer(answering(400, {}));
    const wrong = { ...LIST, query: { pageSize: '0' } };
    await expect(t.send(wrong)).rejects.toThrow(SuiteError);
    expect(await t.send({ ...wrong, invalid: true })).toMatchObject({ response: { status: 400 } });
  });

  test('a principal that is missing makes the requirement untestable', async () => {
    const { t } = await examineServer(answering(200, []));
    await expect(t.send({ ...LIST, as: 'expired' })).rejects.toThrow('the expired principal is missing: it is not set');
  });

  test('every exchange is in the ledger with what the contract has to say', async () => {
    const { t, run } = await examineServer(answering(200, [{ active: 'yes' }]));
    await t.send(LIST);
    const [entry] = run.ledger.select(() => true);
    expect(entry).toMatchObject({ operation: 'LIST', requirement: 'AUTH-01', invalid: false });
    expect(entry?.violations).toEqual([expect.objectContaining({ kind: 'body', at: '/0/active' })]);
  });
});

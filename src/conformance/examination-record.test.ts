import { describe, expect, test } from 'vitest';
import { TransportError } from '../http/transport-error.ts';
import { ContractFailure } from './contract-failure.ts';
import { outcomeOf, toRecord } from './examination-record.ts';
import { answering, examineServer } from './examined-server.ts';
import { SuiteError } from './suite-error.ts';
import { Untestable } from './untestable.ts';

const LIST = { as: 'read', operation: 'LIST' } as const;

describe('a table of cases', () => {
  test('fails with the findings of every case that fails, by their labels', async () => {
    const { t } = await examineServer(answering(200, []));
    const cases = { one: failing('a'), two: undefined, three: failing('b') };
    const judged = t.each(cases, async (fault) => {
      if (fault) throw fault;
    });
    await expect(judged).rejects.toMatchObject({ findings: [{ label: 'one' }, { label: 'three' }] });
  });

  test.each([
    ['an error of the suite', new SuiteError('ours')],
    ['a transport fault', new TransportError('reset', 'GET /')],
  ])('%s comes before failures', async (_what, grave) => {
    const { t } = await examineServer(answering(200, []));
    const cases = { one: failing('a'), two: grave, three: new Untestable('no') };
    await expect(t.each(cases, (fault) => Promise.reject(fault))).rejects.toBe(grave);
  });

  test('a failure comes before what could not be tested', async () => {
    const { t } = await examineServer(answering(200, []));
    const cases = { one: new Untestable('no'), two: failing('a') };
    await expect(t.each(cases, (fault) => Promise.reject(fault))).rejects.toThrow(ContractFailure);
  });
});

describe('an outcome', () => {
  test.each([
    [new ContractFailure([]), 'broken'],
    [new TransportError('reset', 'GET /'), 'broken'],
    [new Untestable('no'), 'untestable'],
    [new SuiteError('ours'), 'error'],
    [new TypeError('a bug'), 'error'],
    ['a text', 'error'],
  ])('%s is %s', (fault, kind) => {
    expect(outcomeOf(fault).kind).toBe(kind);
  });

  test('a record holds no token', async () => {
    const { t } = await examineServer(answering(401, { message: 'token-of-read is unknown' }));
    const refused = await t.send(LIST);
    t.note('sent token-of-read');
    const finding = { expected: 'token-of-read', received: 'token-of-read', exchanges: [refused] };
    const record = toRecord(t, { kind: 'broken', findings: [finding] });
    expect(JSON.stringify(record)).not.toContain('token-of-read');
  });
});

function failing(what: string): ContractFailure {
  return new ContractFailure([{ expected: what, received: 'not', exchanges: [] }]);
}

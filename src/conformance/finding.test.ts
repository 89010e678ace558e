import { expect, test } from 'vitest';
import { answering, examineServer } from './examined-server.ts';
import { withoutRepeats } from './finding.ts';

const broken = { expected: 'less than 500', received: 'status 500' };

test('the same departure in the answer to an equal request is told once, and in its first place', async () => {
  const { t } = await examineServer(answering(500, {}));
  const list = (q: string) => t.send({ as: 'read', operation: 'LIST', query: { q } });
  const [first, other, again] = [await list(''), await list('id:('), await list('')];
  const findings = [first, other, again].map((exchange) => ({ ...broken, exchanges: [exchange] }));
  expect(withoutRepeats(findings)).toEqual(findings.slice(0, 2));
});

test('another departure of the same answer is told as well', async () => {
  const { t } = await examineServer(answering(500, {}));
  const exchanges = [await t.send({ as: 'read', operation: 'LIST' })];
  const findings = [
    { ...broken, exchanges },
    { ...broken, expected: 'a JSON body', exchanges },
  ];
  expect(withoutRepeats(findings)).toEqual(findings);
});

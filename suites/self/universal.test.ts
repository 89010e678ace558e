import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { serveTarget } from './served-target.ts';

/** What the requirement finds on a target with this fault, whichever value it has drawn. */
async function findingOf(deviation: string, id: string, seed = '42') {
  const target = await serveTarget('--deviation', deviation);
  const { results } = await command(['run', '--only', id, '--seed', seed], target.variables);
  await target.stop();
  const { verdict, findings = [], exchanges } = results?.requirements.find((entry) => entry.id === id) ?? {};
  const label = findings.at(0)?.label ?? '';
  const [, value] = /^drawn by seed 42: (.*)$/.exec(label) ?? [];
  return { verdict, value: JSON.parse(value ?? 'null') as unknown, exchanges };
}

describe.concurrent('a statement about any value', () => {
  test('names the seed and a value that breaks it', async () => {
    const { verdict, value } = await findingOf('page-number-far-below', 'LST-07');
    expect(verdict).toBe('failed');
    expect(value).toMatchObject({ pageNumber: expect.stringMatching(/^-\d{4,10}$/) });
  });

  test.each([
    ['page-number-long-word', 'LST-09', { pageNumber: expect.stringMatching(/^[a-z]{6,12}$/) }],
    ['create-phone-lost-without-title', 'CRE-03', expect.not.arrayContaining(['title'])],
    ['patch-two-names-keeps-last-name', 'PAT-03', expect.arrayContaining(['title', 'lastName'])],
  ])('finds %s', async (deviation, id, value) => {
    expect(await findingOf(deviation, id)).toMatchObject({ verdict: 'failed', value });
  });

  test('takes a bounded number of requests to find it', async () => {
    const { exchanges = [] } = await findingOf('page-number-far-below', 'LST-07');
    expect(exchanges.length).toBeLessThanOrEqual(20);
  });
});

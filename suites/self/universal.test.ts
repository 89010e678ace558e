import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { serveTarget } from './served-target.ts';

/** What the requirement finds on a target with this fault, and the value that it has drawn, as JSON. */
async function findingOf(deviation: string, id: string, seed = '42') {
  const target = await serveTarget('--deviation', deviation);
  const { results } = await command(['run', '--only', id, '--seed', seed], target.variables);
  await target.stop();
  const { verdict, findings = [], exchanges } = results?.requirements.find((entry) => entry.id === id) ?? {};
  const label = findings.at(0)?.label ?? '';
  // PAT-03 tells each of its parts that is broken, and one of them draws values.
  const part = findings.find((finding) => finding.label?.startsWith('several texts at once'))?.label;
  const [, value] = /^(?:several texts at once, )?drawn by seed 42: (.*)$/.exec(part ?? label) ?? [];
  return { verdict, value, label, exchanges };
}

describe.concurrent('a statement about any value', () => {
  test.each([
    ['page-number-far-below', 'LST-07', /^\{"pageNumber":"-\d{4,10}"\}$/],
    ['page-number-long-word', 'LST-09', /^\{"pageNumber":"[a-z]{6,12}"\}$/],
    ['patch-two-names-keeps-last-name', 'PAT-03', /"title".*"lastName"/],
  ])('is broken by %s, and the seed and a value are named', async (deviation, id, drawn) => {
    const { verdict, value } = await findingOf(deviation, id);
    expect([verdict, value]).toEqual(['failed', expect.stringMatching(drawn)]);
  });

  test.each(['42', '7', '1'])('finds a field that gets lost without another one, with the seed %s', async (seed) => {
    const { verdict, label } = await findingOf('create-phone-lost-without-title', 'CRE-03', seed);
    expect([verdict, label]).toEqual(['failed', expect.stringMatching(/^only (?!.*title).*contactPhone/)]);
  });

  test('takes a bounded number of requests to find it', async () => {
    const { exchanges = [] } = await findingOf('page-number-far-below', 'LST-07');
    expect(exchanges.length).toBeLessThanOrEqual(20);
  });
});

import { validate as validateCtrf } from 'ctrf';
import { expect, test } from 'vitest';
import { ctrfReport } from './ctrf-report.ts';
import { toResults } from './results.ts';
import { ALL, FACTS, NOTHING } from './samples.ts';

const everything = toResults(FACTS, ALL, NOTHING);

test('ctrf.json counts every requirement, and tells why one did not pass', () => {
  const document = JSON.parse(ctrfReport(everything)) as Ctrf;
  expect(validateCtrf(document)).toMatchObject({ errors: [], valid: true });
  const { results } = document;
  expect(results.summary).toMatchObject({ tests: 6, passed: 1, failed: 2, other: 1, skipped: 2, pending: 0 });
  expect(results.tests.map(({ rawStatus }) => rawStatus)).toEqual(
    everything.requirements.map(({ verdict }) => verdict),
  );
  expect(results.tests.filter(({ status, message }) => status !== 'passed' && !message)).toEqual([]);
});

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly status: string; readonly rawStatus: string; readonly message?: string }[];
  };
}

import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../conformance/catalogue.ts';
import type { Verdict } from '../conformance/verdict.ts';
import type { JudgedRequirement } from './judged-requirement.ts';
import { waive, type KnownFailure } from './known-failures.ts';
import { runVerdict } from './run-verdict.ts';

const [first, second] = loadCatalogue('customer-tenant');
const TODAY = '2026-06-30';

describe('a known failure', () => {
  test('is waived, with its reason, owner, day and link', () => {
    const { judged, faults } = waive([judgedAs('failed'), other], [known()], TODAY);
    expect(judged[0]).toMatchObject({ verdict: 'waived', reason: 'mends in May (ada, until 2026-12-31, TICKET-1)' });
    expect(faults).toEqual([]);
    expect(runVerdict(judged)).toBe('conformant');
  });

  test('holds on its last day, and fails the run on the next', () => {
    expect(waive([judgedAs('failed')], [known({ expires: TODAY })], TODAY).judged[0]?.verdict).toBe('waived');
    const { judged, faults } = waive([judgedAs('failed')], [known({ expires: '2026-06-29' })], TODAY);
    expect(judged[0]?.verdict).toBe('failed');
    expect(faults).toEqual([expect.stringContaining('expired on 2026-06-29')]);
  });

  test('that passes now is a fault', () => {
    expect(waive([judgedAs('passed')], [known()], TODAY).faults).toEqual([expect.stringContaining('passes now')]);
  });

  test.each(['untestable', 'not-applicable', 'warning', 'error'] as const)('leaves the verdict %s alone', (verdict) => {
    const { judged, faults } = waive([judgedAs(verdict)], [known()], TODAY);
    expect([judged[0]?.verdict, ...faults]).toEqual([verdict]);
  });

  test('waives no other requirement', () => {
    expect(waive([judgedAs('failed')], [known({ requirement: second?.id ?? '' })], TODAY).judged[0]?.verdict).toBe(
      'failed',
    );
  });
});

function known(changes: Partial<KnownFailure> = {}): KnownFailure {
  const requirement = first?.id ?? '';
  return { requirement, reason: 'mends in May', owner: 'ada', link: 'TICKET-1', expires: '2026-12-31', ...changes };
}

function judgedAs(verdict: Verdict, requirement = first): JudgedRequirement {
  if (requirement === undefined) throw new Error('the catalogue is empty');
  const none = { findings: [], exchanges: [], convergences: [], notes: [] };
  return { requirement, level: 'MUST', verdict, provisional: false, ...none, durationMs: 1 };
}

const other = judgedAs('passed', second);

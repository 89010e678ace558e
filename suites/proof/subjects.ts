import { expect, test } from 'vitest';
import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { NULL_SERVERS, startNullServer } from '../self/null-server.ts';
import { tokensFor } from '../self/variables.ts';
import { alarmsOf, attribute, luckOf, outcomeOf, type Alarms, type Luck, type Outcome } from './outcome.ts';
import { PLAIN } from './plain.ts';
import { judgeSubject, judgeTarget } from './trial.ts';

declare module 'vitest' {
  interface TaskMeta {
    outcome?: Outcome;
    alarms?: Alarms;
    luck?: Luck;
  }
}

const musts = new Set(
  loadCatalogue('customer-tenant')
    .filter(({ level }) => level === 'MUST')
    .map(({ id }) => id),
);

/** Declares a proof for each deviation: a requirement that it breaks notices it, and no check breaks down. */
export function proveDeviations(deviations: readonly Deviation[]): void {
  test.for(deviations)('$name', async (deviation, { task }) => {
    const outcome = outcomeOf(deviation.name, await judgeSubject({ deviations: [deviation.name] }));
    task.meta.outcome = outcome;
    expect(outcome.errors).toEqual([]);
    const { noticedBy } = attribute(deviation, outcome);
    expect(noticedBy, deviation.summary).not.toEqual([]);
    const isGrave = noticedBy.some((id) => musts.has(id));
    expect(isGrave && outcome.code !== 1, 'a broken MUST not to end with 1').toBe(false);
  });
}

/** Declares a proof for each way of being right: conformant, whatever the seed. */
export function proveVariants(variants: readonly { readonly name: string }[], seed: number): void {
  test.for(variants)('$name', async ({ name }, { task }) => {
    const alarms = alarmsOf(name, await judgeSubject({ variants: name === PLAIN ? [] : [name], seed }));
    task.meta.alarms = alarms;
    expect(alarms.code, alarms.broken.join('\n')).toBe(0);
  });
}

/** Declares a proof for each server that implements nothing: it passes no MUST. */
export function proveNullServers(): void {
  test.for(Object.entries(NULL_SERVERS))('%s', async ([name, answer], { task }) => {
    const server = await startNullServer(answer);
    const luck = luckOf(name, await judgeTarget(tokensFor(server.baseUrl)));
    await server.close();
    task.meta.luck = luck;
    expect(luck.passed).toEqual([]);
    expect([1, 2]).toContain(luck.code);
  });
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Bundle } from '../certificate/bundle.ts';
import { CertificateError } from '../certificate/certificate-error.ts';
import { faultsOfTelling } from '../certificate/check-telling.ts';
import { FEATURES } from '../conformance/feature.ts';
import { AFTERWARDS_MS } from '../conformance/run-settings.ts';
import type { Results } from '../report/results.ts';
import { judgeAgain, readRunEvidence, type RunEvidence } from './judging.ts';
import { readRecordedRun, type RecordedRun } from './recorded-run.ts';
import { inScratch } from './scratch.ts';

/**
 * What the evidence of a bundle shows, where that is not what its results tell, a line each. Throws CertificateError where
 * nothing can be decided from it, and the file system's error where there is no room to unpack it.
 */
export async function faultsOfEvidence(bundle: Bundle, results: Results): Promise<string[]> {
  return inScratch('verify', async (folder) => {
    try {
      unpackInto(folder, bundle);
      return await judgeIn(folder, results);
    } catch (cause) {
      if (isOfSystem(cause)) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CertificateError(`the evidence cannot be judged: ${reason.replaceAll(`${folder}/`, '')}`, { cause });
    }
  });
}

function unpackInto(folder: string, bundle: Bundle): void {
  for (const name of ['evidence/run.json', 'evidence/exchanges.jsonl']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bundle.get(name) ?? '');
  }
}

async function judgeIn(folder: string, results: Results): Promise<string[]> {
  const recorded = readRecordedRun(join(folder, 'evidence'));
  if (!isRecordOf(results, recorded)) return ['the evidence is of another run'];
  if (!isConsistent(recorded)) return ['the record claims one thing and tells another'];
  const evidence = readRunEvidence(join(folder, 'evidence'), recorded);
  if (!isOfItsTime(evidence)) return ['the evidence is of another time'];
  const quiet = { begun: () => {}, examined: () => {}, over: () => {} };
  const extras = { ctrf: false, har: false };
  const how = { reportDir: folder, extras, progress: () => quiet, ownSuites: undefined };
  return faultsOfTelling(results, await judgeAgain(evidence, how));
}

/** Whether a record was made by the run that the results tell of. */
function isRecordOf(results: Results, { settings, facts }: RecordedRun): boolean {
  const { target, ...told } = results;
  const same = ['runId', 'seed', 'revision', 'convergenceMs'] as const;
  return (
    settings.baseUrl === target.baseUrl &&
    settings.tenant === target.tenant &&
    same.every((name) => settings[name] === told[name] && facts[name] === told[name])
  );
}

/** Whether a record was judged by what it tells that it claimed. */
function isConsistent({ settings, facts }: RecordedRun): boolean {
  const unclaimed = FEATURES.filter((feature) => !settings.claims.includes(feature));
  return (
    isDeepStrictEqual(settings.claims, facts.claims) &&
    isDeepStrictEqual(Object.keys(facts.unclaimed).toSorted(), unclaimed.toSorted()) &&
    Object.keys(settings.missing).length === 0
  );
}

/** Whether every answer came between the start of a run and the end of the time that it had. */
function isOfItsTime({ recorded: { settings, facts }, lines }: RunEvidence): boolean {
  const start = Date.parse(facts.startedAt);
  const end = start + settings.timeLimitMs + AFTERWARDS_MS;
  return lines.every(({ answeredAt }) => answeredAt >= start && answeredAt <= end);
}

function isOfSystem(fault: unknown): boolean {
  return fault instanceof Error && 'syscall' in fault;
}

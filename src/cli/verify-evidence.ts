import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Bundle } from '../certificate/bundle.ts';
import { CertificateError } from '../certificate/certificate-error.ts';
import { faultsOfTelling } from '../certificate/check-telling.ts';
import type { Results } from '../report/results.ts';
import { judgeAgain } from './judging.ts';
import { readRecordedRun, type RecordedRun } from './recorded-run.ts';

/**
 * What the evidence of a bundle shows, where that is not what its results tell, a line each. Throws CertificateError where
 * nothing can be decided from it, and the file system's error where there is no room to unpack it.
 */
export async function faultsOfEvidence(bundle: Bundle, results: Results): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-verify-'));
  try {
    unpackInto(folder, bundle);
    return await judgeIn(folder, results);
  } catch (cause) {
    if (isOfSystem(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CertificateError(`the evidence cannot be judged: ${reason.replaceAll(`${folder}/`, '')}`, { cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function unpackInto(folder: string, bundle: Bundle): void {
  for (const name of ['evidence/run.json', 'evidence/exchanges.jsonl']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bundle.get(name) ?? '');
  }
}

async function judgeIn(folder: string, results: Results): Promise<string[]> {
  const evidence = join(folder, 'evidence');
  if (!isRecordOf(results, readRecordedRun(evidence))) return ['the evidence is of another run'];
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

function isOfSystem(fault: unknown): boolean {
  return fault instanceof Error && 'syscall' in fault;
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBundle, type Bundle } from '../certificate/bundle.ts';
import { CertificateError } from '../certificate/certificate-error.ts';
import { challengedRun } from '../certificate/challenge.ts';
import { faultsOfBundle, jsonIn } from '../certificate/check-bundle.ts';
import { faultsOfResults } from '../certificate/check-results.ts';
import { readEnvironment } from '../certificate/environment.ts';
import { readPublicKey } from '../certificate/keys.ts';
import { frozenSetFile, loadFrozenSet, REVISIONS } from '../conformance/frozen-set.ts';
import { differencesBetween } from '../report/comparison.ts';
import { findResultsFault } from '../report/results-schema.ts';
import type { Results } from '../report/results.ts';
import { serviceFile } from '../spec/package-root.ts';
import { mayMiss } from './claims.ts';
import { ConfigurationError } from './configuration-error.ts';
import { judgeAgain } from './judging.ts';
import { readText } from './read-text.ts';
import { readRecordedRun, type RecordedRun } from './recorded-run.ts';
import { SERVICE } from './service.ts';
import { suiteIdentity } from './suite-identity.ts';

/** A bundle, the file of the public key that should have signed it, and the challenge that it should answer. */
export interface Claim {
  readonly bundle: string;
  readonly keyFile: string;
  readonly challenge: string;
}

/** What was found of a claim: the results of the run, as far as they can be read, and what is wrong, a line each. */
export interface Verification {
  readonly results: Results | undefined;
  readonly faults: readonly string[];
}

/** Verifies a claim without a network. Throws ConfigurationError where the key or the bundle is not there. */
export async function verifyClaim({ bundle: file, keyFile, challenge }: Claim): Promise<Verification> {
  const key = readPublicKey(readText(keyFile));
  if (!existsSync(file)) throw new ConfigurationError(`${file} is not there; name the bundle that certify wrote`);
  try {
    const bundle = await readBundle(file);
    const broken = faultsOfBundle(bundle, key);
    if (broken.length > 0) return { results: undefined, faults: broken };
    return await examine(bundle, challenge);
  } catch (fault) {
    if (fault instanceof CertificateError || fault instanceof ConfigurationError)
      return { results: undefined, faults: [fault.message] };
    throw fault;
  }
}

/** Examines a bundle that is as it was signed: what was signed may be false all the same. */
async function examine(bundle: Bundle, challenge: string): Promise<Verification> {
  const { suite, nonce } = readEnvironment(jsonIn(bundle, 'environment.json'));
  const { version } = suiteIdentity();
  if (suite !== version)
    throw new CertificateError(`it was made by suite ${suite}; verify it with that one, not with ${version}`);
  const results = jsonIn(bundle, 'results.json') as Results;
  const misfit = findResultsFault(results);
  if (misfit !== undefined) throw new CertificateError(`results.json is no document of results: ${misfit}`);
  const frozen = loadFrozenSet(SERVICE, REVISIONS.find((each) => each === results.revision) ?? REVISIONS[0]);
  const known = faultsOfResults(results, frozen, challengedRun(challenge, nonce), mayMiss);
  const faults = [...faultsOfContract(bundle, frozen.revision), ...known];
  // What is wrong already is not worth the time of a replay.
  return { results, faults: faults.length > 0 ? faults : await faultsOfEvidence(bundle, results) };
}

function faultsOfContract(bundle: Bundle, revision: string): string[] {
  const ours: Readonly<Record<string, string>> = {
    'requirements.yaml': serviceFile(SERVICE, 'requirements.yaml'),
    'revision.yaml': frozenSetFile(SERVICE, revision),
    'openapi.yaml': serviceFile(SERVICE, 'openapi.yaml'),
  };
  const other = Object.entries(ours).filter(([name, file]) => bundle.get(name)?.equals(readFileSync(file)) !== true);
  return other.map(([name]) => `${name} is not the one of this suite`);
}

/** What the verdicts are by the evidence, where that is not what the results say. */
async function faultsOfEvidence(bundle: Bundle, results: Results): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-verify-'));
  try {
    for (const name of ['evidence/run.json', 'evidence/exchanges.jsonl']) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bundle.get(name) ?? '');
    }
    const quiet = { begun: () => {}, examined: () => {}, over: () => {} };
    const extras = { ctrf: false, har: false };
    const evidence = join(folder, 'evidence');
    if (!isRecordOf(results, readRecordedRun(evidence))) return ['the evidence is of another run'];
    const how = { reportDir: folder, extras, progress: () => quiet, ownSuites: undefined };
    const judged = await judgeAgain(evidence, how);
    return differencesBetween(results, judged).map(
      ({ id, before, now }) => `${id} is ${before ?? 'missing'}, by the evidence ${now ?? 'missing'}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
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

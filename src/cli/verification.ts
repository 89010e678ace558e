import { readFileSync, statSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readBundle, type Bundle } from '../certificate/bundle.ts';
import { CertificateError } from '../certificate/certificate-error.ts';
import { challengedRun } from '../certificate/challenge.ts';
import { faultsOfBundle, jsonIn, signedStatement } from '../certificate/check-bundle.ts';
import { faultsOfResults } from '../certificate/check-results.ts';
import { readEnvironment } from '../certificate/environment.ts';
import { readPublicKey } from '../certificate/keys.ts';
import { toStatement, type Statement } from '../certificate/statement.ts';
import { frozenSetFile, loadFrozenSet, REVISIONS, type FrozenSet } from '../conformance/frozen-set.ts';
import { findResultsFault } from '../report/results-schema.ts';
import type { Results } from '../report/results.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import { mayMiss } from './claims.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readText } from './read-text.ts';
import { SERVICE } from './service.ts';
import { suiteIdentity } from './suite-identity.ts';
import { faultsOfEvidence } from './verify-evidence.ts';

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
  /** Requirements that the certificate says nothing of, because the target does not offer what they need. */
  readonly unjudged: readonly string[];
}

/**
 * Verifies a claim without a network. Throws ConfigurationError where the bundle or the key is not there, and
 * CertificateError where the key is none.
 */
export async function verifyClaim({ bundle: file, keyFile, challenge }: Claim): Promise<Verification> {
  const key = readPublicKey(readText(keyFile));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ConfigurationError(`${file} is no file; name the bundle that certify wrote`);
  return refusing(async () => verifyBundle(await readBundle(file), key, challenge));
}

/** Verifies a bundle with a public key, as the answer to a challenge. Throws CertificateError where nothing can be examined. */
export async function verifyBundle(bundle: Bundle, key: KeyObject, challenge: string): Promise<Verification> {
  const statement = signedStatement(bundle, key);
  const broken = faultsOfBundle(bundle, statement);
  if (broken.length > 0) return { results: undefined, faults: broken, unjudged: [] };
  return examine(bundle, statement, challenge);
}

/** What cannot be examined is refused. */
async function refusing(verify: () => Promise<Verification>): Promise<Verification> {
  try {
    return await verify();
  } catch (fault) {
    if (fault instanceof CertificateError) return { results: undefined, faults: [fault.message], unjudged: [] };
    throw fault;
  }
}

/** Examines a bundle that is as it was signed: what was signed may be false all the same. */
async function examine(bundle: Bundle, statement: Statement, challenge: string): Promise<Verification> {
  const { suite, nonce } = readEnvironment(jsonIn(bundle, 'environment.json'));
  const { version } = suiteIdentity();
  if (suite !== version)
    throw new CertificateError(`it was made by suite ${suite}; verify it with that one, not with ${version}`);
  const results = jsonIn(bundle, 'results.json') as Results;
  const misfit = findResultsFault(results);
  if (misfit !== undefined) throw new CertificateError(`results.json is no document of results: ${misfit}`);
  if (!REVISIONS.some((each) => each === results.revision))
    throw new CertificateError(`there is no revision ${results.revision} of the contract`);
  const frozen = loadFrozenSet(SERVICE, results.revision);
  const known = [
    ...(await faultsOfContract(bundle, results)),
    ...faultsOfResults(results, frozen, challengedRun(challenge, nonce), mayMiss),
    ...(isDeepStrictEqual(statement, toStatement(bundle, results))
      ? []
      : ['the statement is not what the results say']),
  ];
  // What is wrong already is not worth the time of a replay.
  const faults = known.length > 0 ? known : await faultsOfEvidence(bundle, results);
  return { results, faults, unjudged: unjudgedIn(results, frozen) };
}

function unjudgedIn({ requirements }: Results, frozen: FrozenSet): string[] {
  const isOwed = (id: string) => frozen.requirements[id]?.level === 'MUST';
  return requirements.filter(({ id, verdict }) => isOwed(id) && verdict === 'not-applicable').map(({ id }) => id);
}

/** What the run was judged by, where that is not what this suite judges by. */
async function faultsOfContract(bundle: Bundle, { suite, specDigest, revision }: Results): Promise<string[]> {
  const { digest } = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));
  const ours: Readonly<Record<string, string>> = {
    'requirements.yaml': serviceFile(SERVICE, 'requirements.yaml'),
    'revision.yaml': frozenSetFile(SERVICE, revision),
    'openapi.yaml': serviceFile(SERVICE, 'openapi.yaml'),
  };
  const other = Object.entries(ours).filter(([name, file]) => bundle.get(name)?.equals(readFileSync(file)) !== true);
  return [
    ...other.map(([name]) => `${name} is not the one of this suite`),
    ...(isDeepStrictEqual(suite, suiteIdentity()) ? [] : ['the results were made by another suite']),
    ...(specDigest === digest ? [] : ['the results were judged by another contract']),
  ];
}

import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVELOPE, FILES, writeBundle, type Bundle } from '../certificate/bundle.ts';
import { challengedRun, SHORTEST_CHALLENGE, type ChallengedRun } from '../certificate/challenge.ts';
import { faultsOfResults } from '../certificate/check-results.ts';
import { sealStatement } from '../certificate/envelope.ts';
import { currentEnvironment } from '../certificate/environment.ts';
import { readPrivateKey } from '../certificate/keys.ts';
import { toStatement } from '../certificate/statement.ts';
import { frozenSetFile, loadFrozenSet } from '../conformance/frozen-set.ts';
import { serviceFile } from '../spec/package-root.ts';
import { mayMiss } from './claims.ts';
import { toConfiguration, type Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { expectWritable } from './output.ts';
import { readResults } from './read-results.ts';
import { readValues } from './read-values.ts';
import { run } from './run.ts';
import { EVERYTHING } from './selection.ts';
import { SERVICE } from './service.ts';
import { suiteIdentity } from './suite-identity.ts';
import { verifyBundle } from './verification.ts';

/** What to certify with: the certifier's challenge, the file of the private key, and the bundle to write. */
export interface CertifyWish {
  readonly challenge: string;
  /** By default the variable CONFORMANCE_SIGNING_KEY holds the key. */
  readonly keyFile: string | undefined;
  readonly out: string;
}

/**
 * Judges a target by the full profile, on a challenge, and writes a signed bundle. Returns the exit code of the run, or 3
 * where it is conformant but not all that a certificate needs. Throws ConfigurationError, CertificateError.
 */
export async function certifyCommand({ challenge, keyFile, out }: CertifyWish): Promise<number> {
  if (challenge.length < SHORTEST_CHALLENGE)
    throw new ConfigurationError(`--challenge must have at least ${SHORTEST_CHALLENGE} characters`);
  const given = readValues(process.cwd(), process.env, { CONFORMANCE_PROFILE: 'full' });
  if (given.TARGET_BASE_URL === undefined)
    throw new ConfigurationError('TARGET_BASE_URL is not set; there is no deployment to certify');
  expectWritable(out, ZIP);
  const privateKey = readPrivateKey(keyText(keyFile, given.CONFORMANCE_SIGNING_KEY));
  const challenged = challengedRun(challenge);
  const { seed, runId } = challenged;
  const configuration = { ...toConfiguration(given, 0), seed, runId, ownSuites: undefined };
  const code = await run(configuration, WHOLE);
  if (code !== EXIT_CODES.conformant) return refuse(['the run does not show conformance'], code);
  const results = readResults(join(configuration.reportDir, 'results.json'));
  const faults = faultsOfResults(results, loadFrozenSet(SERVICE, configuration.revision), challenged, mayMiss);
  if (faults.length > 0) return refuse(faults, EXIT_CODES.incomplete);
  const bundle = gather(configuration, challenged);
  const envelope = sealStatement(toStatement(bundle, results), privateKey);
  const signed = new Map([...bundle, [ENVELOPE, Buffer.from(JSON.stringify(envelope, null, 2))]]);
  // Nobody should hand in what does not hold.
  const verified = await verifyBundle(signed, createPublicKey(privateKey), challenge);
  if (verified.faults.length > 0) return refuse(verified.faults, EXIT_CODES.incomplete);
  await writeBundle(out, signed);
  process.stdout.write(`certificate: ${out}\n`);
  return EXIT_CODES.conformant;
}

// How every zip file begins.
const ZIP = 'PK';

// Nothing is left out, and nothing waived.
const WHOLE = {
  selection: EVERYTHING,
  strict: false,
  knownFailures: undefined,
  waives: false,
  baseline: undefined,
  extras: { ctrf: false, har: false },
  embedded: false,
} as const;

function keyText(file: string | undefined, variable: string | undefined): string {
  if (file === undefined && variable === undefined)
    throw new ConfigurationError('there is no key: --key names its file, or CONFORMANCE_SIGNING_KEY holds it');
  try {
    return file === undefined ? (variable ?? '') : readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigurationError(`${file} cannot be read; certify --new-key ${file} makes one`, { cause });
  }
}

function gather({ reportDir, revision }: Configuration, { nonce }: ChallengedRun): Bundle {
  const { version } = suiteIdentity();
  const contents: Readonly<Record<string, Buffer>> = {
    'requirements.yaml': readFileSync(serviceFile(SERVICE, 'requirements.yaml')),
    'revision.yaml': readFileSync(frozenSetFile(SERVICE, revision)),
    'openapi.yaml': readFileSync(serviceFile(SERVICE, 'openapi.yaml')),
    'environment.json': Buffer.from(JSON.stringify(currentEnvironment(version, nonce), null, 2)),
  };
  return new Map(FILES.map((name) => [name, contents[name] ?? readFileSync(join(reportDir, name))]));
}

function refuse(faults: readonly string[], code: number): number {
  for (const fault of faults) process.stderr.write(`not certified: ${fault}\n`);
  return code;
}

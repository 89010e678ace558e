import { resolvePrincipals } from '../auth/resolve-principals.ts';
import type { Client } from '../http/client.ts';
import type { Configuration } from './configuration.ts';
import { toConfiguration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { diagnoseClock } from './doctor/clock.ts';
import { makeContact } from './doctor/connection.ts';
import { diagnoseCrowd } from './doctor/crowd.ts';
import { describeDiagnosis, type Diagnosis } from './doctor/diagnosis.ts';
import { diagnoseMail } from './doctor/mail.ts';
import { diagnosePrincipals } from './doctor/principals.ts';
import { EXIT_CODES } from './exit-code.ts';
import { openPreflightClient } from './preflight.ts';
import { readValues } from './read-values.ts';
import type { Values } from './variables.ts';

const GARBAGE = 'garbage-of-the-doctor';

/**
 * Looks for what keeps a first run from judging, and tells the remedy; reads only. Returns the exit code: 0 where
 * nothing stands in the way, 2 where something does. Throws ConfigurationError.
 */
export async function doctorCommand(flags: Values, asJson = false): Promise<number> {
  const values = readValues(process.cwd(), process.env, flags);
  if (values.TARGET_BASE_URL === undefined)
    throw new ConfigurationError('TARGET_BASE_URL is not set; there is no deployment to look at');
  const configuration = toConfiguration(values, 0);
  const client = openPreflightClient(configuration);
  try {
    const diagnoses = await examine(client, configuration);
    const problems = diagnoses.filter(({ state }) => state === 'problem').length;
    const end = problems === 0 ? 'nothing stands in the way of a run' : `in the way of a run: ${problems}`;
    const lines = [...diagnoses.map((diagnosis) => describeDiagnosis(diagnosis)), end];
    process.stdout.write(`${asJson ? JSON.stringify(diagnoses, null, 2) : lines.join('\n')}\n`);
    return problems === 0 ? EXIT_CODES.conformant : EXIT_CODES.error;
  } finally {
    await client.close();
  }
}

async function examine(client: Client, configuration: Configuration): Promise<Diagnosis[]> {
  const { diagnoses, answer } = await makeContact(client, configuration);
  if (answer === undefined) return [...diagnoses];
  const principals = await resolvePrincipals(client, configuration.credentials, GARBAGE);
  const found = [...diagnoses, diagnoseClock(answer), diagnoseWrites(configuration)];
  found.push(...(await diagnosePrincipals(client, configuration, principals)), ...(await diagnoseMail(configuration)));
  const reader = principals.find(({ name }) => name === 'read');
  if (reader?.token !== undefined) found.push(await diagnoseCrowd(client, configuration, reader));
  return found;
}

function diagnoseWrites({ mayWrite }: Configuration): Diagnosis {
  const subject = 'writes';
  if (mayWrite) return { subject, state: 'ok', found: 'allowed' };
  const remedy = 'set TARGET_ALLOW_WRITES=true where customers may be created';
  return { subject, state: 'note', found: 'not allowed: reads alone are judged', remedy };
}

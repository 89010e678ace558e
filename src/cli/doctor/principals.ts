import { REQUESTED_SCOPES, TOKEN_VARIABLES, type Principal, type PrincipalName } from '../../auth/principal.ts';
import type { Client } from '../../http/client.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What a read of the list is answered by, for each principal of whom that is certain. */
const EXPECTED: Readonly<Partial<Record<PrincipalName, readonly number[]>>> = {
  read: [200],
  readOwn: [200],
  otherReadOwn: [200],
  readBoth: [200],
  otherTenant: [200],
  unrelated: [403],
  expired: [401],
  garbage: [401],
  anonymous: [401],
};

/** Reads the list as one principal. Throws TransportError. */
export async function readAs(
  client: Client,
  { baseUrl, tenant, otherTenant }: Configuration,
  { name, token, variable }: Principal,
  query = 'pageSize=1',
): Promise<Exchange> {
  const where = name === 'otherTenant' ? (otherTenant ?? tenant) : tenant;
  const url = `${baseUrl}/customer/${where}/customers?${query}`;
  const asking = (value: string | undefined) => ({
    method: 'GET',
    url,
    headers: { accept: '*/*', ...(value !== undefined && { authorization: `Bearer ${value}` }) },
    body: undefined,
  });
  const recorded = asking(token === undefined ? undefined : `$${variable}`);
  return client.send({ principal: name, outgoing: asking(token), recorded });
}

/** Whether each principal is there, and is answered as one that holds its scopes. */
export async function diagnosePrincipals(
  client: Client,
  configuration: Configuration,
  principals: readonly Principal[],
): Promise<Diagnosis[]> {
  return Promise.all(principals.map((principal) => diagnosePrincipal(client, configuration, principal)));
}

async function diagnosePrincipal(
  client: Client,
  configuration: Configuration,
  principal: Principal,
): Promise<Diagnosis> {
  const { name, missing } = principal;
  if (missing !== undefined) return diagnoseMissing(principal, missing);
  const { status } = (await readAs(client, configuration, principal)).response;
  const expected = EXPECTED[name];
  if (expected === undefined) return diagnoseUncertain(principal, status);
  if (expected.includes(status)) return { subject: name, state: 'ok', found: `reading the list: ${status}` };
  const found = `reading the list: ${status} instead of ${expected.join(' or ')}`;
  // Whether strangers are kept out is the run's to judge, and no reason not to start it.
  if (isStranger(principal)) return { subject: name, state: 'note', found: `${found}; the run will judge that` };
  return { subject: name, state: 'problem', found, remedy: remedyFor(principal, status) };
}

function isStranger({ variable }: Principal): boolean {
  return !Object.values<string>(TOKEN_VARIABLES).includes(variable);
}

function diagnoseMissing({ name, variable }: Principal, missing: string): Diagnosis {
  const scope = REQUESTED_SCOPES[name];
  const remedy = scope === undefined ? `set ${variable}` : `set ${variable}, or give the client the scope ${scope}`;
  return { subject: name, state: name === 'read' ? 'problem' : 'note', found: `not there: ${missing}`, remedy };
}

// What manage and own scopes may read of the list is judged, so that only a token nobody knows is a problem here.
function diagnoseUncertain(principal: Principal, status: number): Diagnosis {
  const { name } = principal;
  if (status !== 401) return { subject: name, state: 'ok', found: `known to the target (${status})` };
  return { subject: name, state: 'problem', found: 'not accepted: 401', remedy: remedyFor(principal, status) };
}

function remedyFor({ name, variable }: Principal, status: number): string {
  if (status === 401) return `the token is not accepted: renew ${variable}, and check TARGET_TENANT`;
  if (status === 403) return `the token lacks its scope: give ${variable} one that holds what ${name} stands for`;
  return `check that ${variable} holds what ${name} stands for`;
}

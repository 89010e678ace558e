import type { Principal } from '../../auth/principal.ts';
import type { Client } from '../../http/client.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnosis } from './diagnosis.ts';
import { readAs } from './principals.ts';

/** Whether the tenant holds more than a default page, so that a read-only run can judge the paging defaults. */
export async function diagnoseCrowd(
  client: Client,
  configuration: Configuration,
  reader: Principal,
): Promise<Diagnosis> {
  const { response } = await readAs(client, configuration, reader, 'pageSize=1&pageNumber=61');
  const subject = 'customers';
  if (Array.isArray(response.json) && response.json.length > 0)
    return { subject, state: 'ok', found: 'more than 60, enough for the paging defaults' };
  if (configuration.mayWrite) return { subject, state: 'ok', found: 'fewer than 61; the run creates what it needs' };
  const remedy = 'use a tenant with more, or set TARGET_ALLOW_WRITES=true';
  return { subject, state: 'note', found: 'fewer than 61: the paging defaults cannot be judged', remedy };
}

import { request } from 'undici';

const PAGE_SIZE = 100;

/** Every customer of a target's tenant as its bytes, read a page at a time. */
export async function allCustomers(variables: Readonly<Record<string, string>>): Promise<string[]> {
  const { TARGET_BASE_URL, TARGET_TENANT } = variables;
  const headers = { authorization: `Bearer ${await readToken(variables)}` };
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const query = `pageSize=${PAGE_SIZE}&pageNumber=${page}&sort=id:asc`;
    // The page after the last tells the end.
    // oxlint-disable-next-line no-await-in-loop
    const { body } = await request(`${TARGET_BASE_URL}/customer/${TARGET_TENANT}/customers?${query}`, { headers });
    // oxlint-disable-next-line no-await-in-loop
    const customers = (await body.json()) as unknown[];
    if (customers.length === 0) return found;
    found.push(...customers.map((customer) => JSON.stringify(customer)));
  }
}

async function readToken(variables: Readonly<Record<string, string>>): Promise<string> {
  const { TARGET_CLIENT_ID = '', TARGET_CLIENT_SECRET = '', TARGET_TOKEN_URL, TARGET_BASE_URL } = variables;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: TARGET_CLIENT_ID,
    client_secret: TARGET_CLIENT_SECRET,
    scope: 'customer.customer_read',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const url = TARGET_TOKEN_URL ?? `${TARGET_BASE_URL}/oauth/token`;
  const { body } = await request(url, { method: 'POST', headers, body: form.toString() });
  return ((await body.json()) as { access_token: string }).access_token;
}

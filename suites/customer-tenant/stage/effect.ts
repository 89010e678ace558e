import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { finding, patching, reading } from './calls.ts';
import { changeCustomer } from './change.ts';
import { createCustomer } from './customer.ts';
import { bodyOf, differingNames, itemsOf, show, type Json } from './json.ts';
import { shared } from './shared.ts';

const PROFILE_MEMBERS = [
  'id',
  'customerNumber',
  'contactEmail',
  'title',
  'firstName',
  'middleName',
  'lastName',
  'company',
  'preferredLanguage',
  'preferredCurrency',
  'preferredSite',
  'type',
  'photoUrl',
  'active',
  'onHold',
  'businessModel',
  'b2b',
];

/** The members of a customer that only an accepted write may change; the barrier's own is left out. */
export function profileOf(customer: Json): Json {
  return Object.fromEntries(PROFILE_MEMBERS.map((name) => [name, customer[name] ?? null]));
}

/**
 * Expects a customer to be as it was. An accepted change of another member goes first and is waited for, so a refused
 * change that takes effect late is seen too. Throws Untestable where that change does not show.
 */
export async function expectUnchanged(
  t: Examination,
  number: string,
  before: Json,
  ...refused: readonly Exchange[]
): Promise<void> {
  const contactPhone = builderOf(t).phone();
  t.controlAccepted(await t.send(patching(number, { contactPhone })), 'an accepted change of the same customer');
  const after = await t.settled(
    'an accepted change can be read',
    () => t.send(reading(number)),
    (seen) => isAccepted(seen) && bodyOf(seen)['contactPhone'] === contactPhone,
  );
  const [was, is] = [profileOf(before), profileOf(bodyOf(after))];
  const changed = differingNames(was, is);
  if (changed.length > 0) await controlBarrier(t);
  const received = changed.map((name) => `${name} is ${show(is[name])}, was ${show(was[name])}`).join('; ');
  t.expect(changed.length === 0, 'a refused request to change nothing', received, ...refused, after);
}

/** The barrier's own change has to leave everything else as it was. Throws Untestable. */
async function controlBarrier(t: Examination): Promise<void> {
  const changed = await shared(t, 'barrier', async (stage) => {
    const { number, stored } = await createCustomer(stage);
    const contactPhone = builderOf(stage).phone();
    const seen = await changeCustomer(stage, number, { contactPhone });
    return differingNames(profileOf(stored), profileOf(bodyOf(seen)));
  });
  t.control(changed.length === 0, `a PATCH of contactPhone alone leaves ${changed.join(', ')} as before`);
}

/**
 * Expects no customer to have an address, or any of several. Another customer is created and waited for in the list
 * first, so a refused creation that takes effect late is seen too. Throws Untestable where that customer does not show.
 */
export async function expectNobodyHas(
  t: Examination,
  email: string | readonly string[],
  ...refused: readonly Exchange[]
): Promise<void> {
  const other = await createCustomer(t);
  await t.settled(
    'a created customer is found by contactEmail',
    () => t.send(finding(other.email)),
    (seen) => itemsOf(seen).some(({ contactEmail }) => contactEmail === other.email),
  );
  for (const wanted of [email].flat()) {
    const found = await t.send(finding(wanted));
    t.controlAccepted(found, 'a search by contactEmail');
    const present = itemsOf(found).some(({ contactEmail }) => contactEmail === wanted);
    t.expect(!present, 'a refused request to create nothing', `${wanted} is listed`, ...refused, found);
  }
}

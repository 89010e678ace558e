import type { Examination } from '../../../src/conformance/examination.ts';
import { Untestable } from '../../../src/conformance/untestable.ts';
import { changeCustomer } from './change.ts';
import { createForeigner, type createColleague } from './company.ts';
import type { Customer } from './customer.ts';
import { bodyOf } from './json.ts';
import { shared } from './shared.ts';

type Create = typeof createColleague;

/** Customers by what they are called in findings. */
export type Members = Readonly<Record<string, Customer>>;

/** Customers that are more than as they come: one switched off and, where there are contacts, one of those. Throws Untestable. */
export async function createUnusual(t: Examination, create: Create): Promise<Members> {
  const [inactive, contact] = await Promise.all([createInactive(t, create), createContact(t, create)]);
  return { 'a customer who is switched off': inactive, ...(contact && { 'a contact': contact }) };
}

/** Unusual customers of company B for checks that do not change them. */
export async function sharedUnusualForeigners(t: Examination): Promise<Members> {
  return shared(t, 'unusual foreigners', async (stage) => createUnusual(stage, createForeigner));
}

async function createInactive(t: Examination, create: Create): Promise<Customer> {
  const customer = await create(t);
  const seen = await changeCustomer(t, customer.number, { active: false, onHold: true });
  return { ...customer, stored: bodyOf(seen) };
}

/** A customer of the type CONTACT; undefined where there is none, which is judged elsewhere. */
async function createContact(t: Examination, create: Create): Promise<Customer | undefined> {
  try {
    return await create(t, { type: 'CONTACT' });
  } catch (fault) {
    if (!(fault instanceof Untestable)) throw fault;
    t.note(`no customer of the type CONTACT: ${fault.message}`);
    return undefined;
  }
}

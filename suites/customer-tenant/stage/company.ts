import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted, type Examination } from '../../../src/conformance/examination.ts';
import { reading } from './calls.ts';
import { createCustomer, type Customer } from './customer.ts';
import { shared } from './shared.ts';

/** Creates a customer of company A and waits until its colleagues can read it. Throws Untestable. */
export async function createColleague(t: Examination): Promise<Customer> {
  return createMember(t, 'manageOwn', 'readOwn');
}

/** Creates a customer of company B and waits until its colleagues can read it. Throws Untestable. */
export async function createForeigner(t: Examination): Promise<Customer> {
  return createMember(t, 'otherManageOwn', 'otherReadOwn');
}

/** A customer of company B for checks that do not change it. */
export async function sharedForeigner(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of the other company', () => createForeigner(t));
}

/** A customer of company A for checks that do not change it. */
export async function sharedColleague(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of the own company', () => createColleague(t));
}

/** A customer of no company for checks that do not change it. */
export async function sharedLoner(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of no company', () => createCustomer(t));
}

async function createMember(t: Examination, creator: PrincipalName, reader: PrincipalName): Promise<Customer> {
  const member = await createCustomer(t, {}, creator);
  const look = () => t.send(reading(member.number, {}, reader));
  await t.settled(`a customer created by ${creator} can be read by ${reader}`, look, isAccepted);
  return member;
}

import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { creating, reading } from './calls.ts';
import { createdNumber, type Customer } from './customer.ts';
import { bodyOf } from './json.ts';
import { learnSteadyReads } from './replicas.ts';

const LONGEST = 16;

/** The call in the second tenant, by the principal that belongs there. Throws Untestable where there is none. */
export function inOtherTenant(t: Examination, call: Call): Call {
  const { otherTenant } = t.run.settings;
  t.control(otherTenant !== undefined, 'a second tenant is configured');
  return { ...call, as: 'otherTenant', tenant: otherTenant ?? '' };
}

/** A customer of the second tenant that can be read there. Throws Untestable. */
export async function createInOtherTenant(t: Examination): Promise<Customer> {
  const profile = builderOf(t).profile();
  const number = createdNumber(t, await t.send(inOtherTenant(t, creating(profile))));
  await learnSteadyReads(t);
  const look = () => t.send(inOtherTenant(t, reading(number)));
  const seen = await t.settled('a customer of the second tenant is read there', look, isAccepted);
  return { number, email: profile.contactEmail, profile, stored: bodyOf(seen) };
}

/** Names that break the rule of tenant names, most of them close to the right one, by what is wrong with them. */
export function misshapenTenants(tenant: string): Readonly<Record<string, string>> {
  // Put in, so that who drops the character meets the tenant; in place of one where the name would get too long.
  const rest = tenant.length < LONGEST ? 1 : 2;
  const within = (character: string) => `${tenant.slice(0, 1)}${character}${tenant.slice(rest)}`;
  return {
    'upper case': tenant.toUpperCase(),
    'a capital': tenant.charAt(0).toUpperCase() + tenant.slice(1),
    'a capital within': within('Q'),
    'a leading digit': `1${tenant.slice(1)}`,
    'a hyphen': within('-'),
    'an underscore': within('_'),
    'a dot': within('.'),
    'a letter with an accent': within('é'),
    'a space': within(' '),
    'a space at its end': `${tenant} `,
    'one character': tenant.slice(0, 1),
    'two characters': tenant.slice(0, 2),
    '17 characters': tenant.padEnd(LONGEST + 1, 'x'),
  };
}

import type { Examination } from '../../../src/conformance/examination.ts';
import { Untestable } from '../../../src/conformance/untestable.ts';
import type { Customer } from './customer.ts';
import { createFound } from './found.ts';
import type { Json } from './json.ts';

/** The mixin of the vendor's own guide, under its name, with the address of its schema. */
export const MIXIN = 'deliveryOptions';
export const MIXIN_DATA: Json = { packaging: 'Paper', hint: 'In front of the door', substituteProduct: true };

export const MIXIN_SCHEMA = 'https://res.cloudinary.com/saas-ag/raw/upload/schemata/deliveryOptionsMixIn.v6.json';

/** What makes a profile one with a mixin. */
export const MIXED = { mixins: { [MIXIN]: MIXIN_DATA }, metadata: { mixins: { [MIXIN]: MIXIN_SCHEMA } } };

/** Several mixins, in which numbers, lists and objects have to stay what they are. */
export const DEEP_MIXINS: Json = {
  mixins: {
    [MIXIN]: MIXIN_DATA,
    loyalty: {
      rate: 12.35,
      points: 16_777_217,
      paused: false,
      debt: 0,
      tags: ['gold'],
      home: { store: { shelf: { row: 'B', level: 3 } } },
    },
  },
  metadata: {
    mixins: { [MIXIN]: MIXIN_SCHEMA, loyalty: MIXIN_SCHEMA.replace('deliveryOptionsMixIn', 'loyaltyMixIn') },
  },
};

/** Creates a customer with a mixin. Throws Untestable. */
export async function createWithMixin(t: Examination, members: Json = {}): Promise<Customer> {
  return createFound(t, { ...MIXED, ...members });
}

/** Creates a customer with what is rich, a mixin as a rule, where the target takes it, and else without. Throws Untestable. */
export async function createRich(t: Examination, members: Json = {}, rich: Json = MIXED): Promise<Customer> {
  return createFound(t, { ...members, ...rich }).catch(async (fault: unknown) => {
    if (fault instanceof Untestable) return createFound(t, members);
    throw fault;
  });
}

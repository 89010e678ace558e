import * as fc from 'fast-check';
import type { Json } from './json.ts';

const TEXTS = [
  'title',
  'firstName',
  'middleName',
  'lastName',
  'contactPhone',
  'company',
  'preferredLanguage',
  'preferredCurrency',
  'preferredSite',
  'type',
  'photoUrl',
  'contactEmail',
] as const;
const OBJECTS = ['b2b', 'metadata', 'mixins'] as const;
const FLAGS = ['active', 'onHold'] as const;

/** Members whose value no reader can convert to the declared type, by what they are called in findings. */
export type WrongMembers = Readonly<Record<string, Json>>;

/** For bodies that create or update: an object or array for a text, a scalar for an object. */
export const INCONVERTIBLE: WrongMembers = named([
  ...TEXTS.flatMap((name) => [{ [name]: { a: 1 } }, { [name]: ['a'] }]),
  ...OBJECTS.flatMap((name) => [{ [name]: 'word' }, { [name]: 5 }]),
  { b2b: { companyRegistrationId: { a: 1 } } },
  { metadata: { mixins: 'word' } },
]);

/** For bodies that update, beside those: a word, an object or an array for a boolean, an object for a number. */
export const INCONVERTIBLE_IN_UPDATES: WrongMembers = {
  ...INCONVERTIBLE,
  ...named([
    ...FLAGS.flatMap((name) => [{ [name]: 'perhaps' }, { [name]: { a: 1 } }, { [name]: [true] }]),
    { metadata: { version: { a: 1 } } },
  ]),
};

/** One of each kind of those. */
export const INCONVERTIBLE_OF_EACH_KIND: WrongMembers = named([
  { lastName: { a: 1 } },
  { company: ['a'] },
  { metadata: 'word' },
  { active: 'perhaps' },
]);

/** Values that a lenient reader converts without loss. */
export const CONVERTIBLE: WrongMembers = named([{ firstName: 123 }, { lastName: true }, { contactPhone: 49_170_555 }]);

/** The same for bodies that update. */
export const CONVERTIBLE_IN_UPDATES: WrongMembers = {
  ...CONVERTIBLE,
  ...named([{ active: 'true' }, { onHold: 'false' }, { active: 'yes' }, { onHold: 1 }]),
};

/** Currencies that do not have three characters. */
export const WRONG_CURRENCIES: WrongMembers = named([
  { preferredCurrency: 'EU' },
  { preferredCurrency: 'EURO' },
  { preferredCurrency: '' },
  // Three bytes, and one character.
  { preferredCurrency: '€' },
]);

/** Texts that no reader takes for JSON: `right` is a right body, so that only its form is wrong. */
export function malformed(right: Json): Readonly<Record<string, string>> {
  const text = JSON.stringify(right);
  return {
    'an object that ends early': '{"a": ',
    'a right body without its end': text.slice(0, -1),
    'a bare word': 'customer',
  };
}

/** Texts that are no JSON either, and that lenient readers of JSON take: those of Java, Go, Python and .NET as they come. */
export const LENIENT: Readonly<Record<string, (right: Json) => string>> = {
  'a right body with a comma too many': (right) => `${JSON.stringify(right).slice(0, -1)},}`,
  'a right body with more behind it': (right) => `${JSON.stringify(right)} more`,
  'a right body with NaN': (right) => JSON.stringify(right).replace('{', '{"mixins":{"a":NaN},'),
  'a right body in single quotes': (right) => JSON.stringify(right).replaceAll('"', "'"),
};

/** A right body that ends anywhere before its end, which is no JSON either. */
export function cutShort(right: Json): fc.Arbitrary<string> {
  const text = JSON.stringify(right);
  return fc.integer({ min: 1, max: text.length - 1 }).map((length) => text.slice(0, length));
}

function named(members: readonly Json[]): WrongMembers {
  return Object.fromEntries(members.map((member) => [JSON.stringify(member), member]));
}

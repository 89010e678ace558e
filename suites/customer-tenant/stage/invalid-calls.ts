import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { creating, listing, patching, reading, upserting } from './calls.ts';
import type { Customer } from './customer.ts';
import type { Json } from './json.ts';

// Beyond what a number may have, and beyond what columns of databases hold.
const LONG_NUMBERS = [67, 150, 2_000];

// The last three name no single value.
const SORTS = ['conformanceProbe:sideways', '', ':asc', 'contactEmail:', ':', 'b2b', 'mixins:desc', 'metadata'];

// What other languages give a meaning to, and terms that end early.
const PATTERNS = ['lastName:~(', 'lastName:~[a', 'lastName:~*', "lastName:O'Brien", 'lastName:50%', 'lastName:a\\'];

// Lists of values that have none, or that lack one.
const SEARCHES = [...PATTERNS, 'id:()', 'id:(,)', 'id:'];

// Whoever reads one value of each may be given two.
const TWICE = ['q=id:1&q=id:2', 'sort=id&sort=lastName', 'expand=accounts&expand=addresses', 'pageSize=2&pageSize=3'];

// Deeper than parsers go that call themselves for each level; it never ends, so that nobody is created from it.
const DEEP = '['.repeat(20_000);

// More than any number that machines count with.
const LARGEST = '99999999999999999999';

// More than columns of texts hold as a rule.
const LONG_TEXT = 'a'.repeat(5_000);

// What databases of documents give a meaning to.
const ODD_NAMES = ['$set', 'a.b'];

const OBJECTS = ['b2b', 'mixins', 'metadata'];
const NULLABLE = [...OBJECTS, 'firstName', 'preferredCurrency', 'type'];
const NULLABLE_IN_UPDATES = [...NULLABLE, 'active', 'onHold'];

/** Reads that are wrong, or that hardly anybody thinks of; `known` is the number of a customer that exists. */
export function invalidReads(known: string): readonly Call[] {
  return [
    listing({ pageSize: 'abc' }),
    listing({ pageNumber: '-1' }),
    listing({ pageNumber: LARGEST }),
    listing({ pageSize: LARGEST }),
    listing({ pageSize: '60', pageNumber: '2147483647' }),
    ...['pageSize', 'pageNumber', 'expand', 'q'].map((name) => listing({ [name]: '' })),
    listing({ q: 'id:(' }),
    listing({ q: 'conformanceProbe:x' }),
    listing({ q: 'metadataCreatedAt:(>="yesterday")' }),
    ...SEARCHES.map((q) => listing({ q })),
    ...SORTS.map((sort) => listing({ sort })),
    ...TWICE.map((query) => ({ ...listing(), below: `?${query}` })),
    listing({ expand: 'conformanceProbe' }),
    reading(known, { expand: 'conformanceProbe' }),
    ...LONG_NUMBERS.map((length) => reading('x'.repeat(length))),
    // No escape at all where one should be, and escapes that are no UTF-8.
    { ...reading('x'), below: '%zz' },
    { ...listing(), below: '?q=%FF' },
    listing({ q: 'lastName:a\u0000b' }),
    reading('a\u0000b'),
  ];
}

/** Creations of the same kind. */
export function invalidCreations(t: Examination): readonly Call[] {
  // Half of a character, what no text of a database may hold, and more than it may hold.
  const odd = ['a\u0000b', 'a\uD83D', LONG_TEXT].map((lastName) => ({ lastName }));
  return [
    ...['{"a":', '{"a": NaN}', DEEP].map((body) => ({ ...creating(undefined), body })),
    ...[...nulled(NULLABLE), ...listed(OBJECTS), ...odd, ...oddlyNamed()].map((members) =>
      creating({ ...builderOf(t).profile(), ...members }),
    ),
    ...odd.map(({ lastName }) => creating({ ...builderOf(t).profile(), mixins: { probe: { lastName } } })),
    creating({ firstName: {} }),
    creating(null),
  ];
}

/** Changes of the same kind to one customer, to be sent one after the other. */
export function invalidUpdates({ number, profile }: Customer): readonly Call[] {
  const versions = [-1, 2 ** 31, 'abc'].map((version) => ({ metadata: { version } }));
  const wrong: readonly Json[] = [
    ...nulled(NULLABLE_IN_UPDATES),
    ...listed(OBJECTS),
    ...versions,
    ...oddlyNamed(),
    { lastName: LONG_TEXT },
  ];
  return [
    ...wrong.flatMap((members) => [upserting(number, { ...profile, ...members }), patching(number, members)]),
    ...[null, undefined, []].flatMap((body) => [upserting(number, body), patching(number, body)]),
  ];
}

/** Lists for objects; nothing says whether they are refused. */
function listed(names: readonly string[]): Json[] {
  return names.map((name) => ({ [name]: [] }));
}

function nulled(names: readonly string[]): Json[] {
  return names.map((name) => ({ [name]: null }));
}

function oddlyNamed(): Json[] {
  return ODD_NAMES.flatMap((name) => [{ [name]: { lastName: 'probe' } }, { mixins: { probe: { [name]: 'probe' } } }]);
}

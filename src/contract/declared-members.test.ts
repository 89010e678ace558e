import { expect, test } from 'vitest';
import { declaredMembers } from './declared-members.ts';

const document = {
  schemas: {
    Person: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        accounts: { type: 'array', items: { $ref: '#/schemas/Account' } },
        mixins: { type: 'object', additionalProperties: true },
      },
    },
    Account: { type: 'object', properties: { id: { type: 'string' } } },
  },
};

const declaredIn = (value: unknown) => declaredMembers(document, '#/schemas/Person', value);

test('what the schema names is kept, in lists and behind references too', () => {
  const person = { name: 'Ada', readAt: 1, accounts: [{ id: 'a', readAt: 2 }] };
  expect(declaredIn(person)).toEqual({ name: 'Ada', accounts: [{ id: 'a' }] });
});

test('an open object keeps all of its members', () => {
  expect(declaredIn({ mixins: { any: { thing: 1 } } })).toEqual({ mixins: { any: { thing: 1 } } });
});

test.each([[null], ['a word'], [undefined]])('what is no object stays as it is: %s', (value) => {
  expect(declaredIn(value)).toBe(value);
  expect(declaredIn({ accounts: value })).toEqual({ accounts: value });
});

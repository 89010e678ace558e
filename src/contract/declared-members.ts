import { resolvePointer } from '../spec/json-pointer.ts';

type Members = Readonly<Record<string, unknown>>;

/** A value without the members that its schema, at a pointer into the document, does not name; an open object keeps all. */
export function declaredMembers(document: unknown, pointer: string, value: unknown): unknown {
  return declared(document, resolvePointer(document, pointer), value);
}

function declared(document: unknown, schema: unknown, value: unknown): unknown {
  const { $ref, properties, items } = membersOf(schema);
  if (typeof $ref === 'string') return declaredMembers(document, $ref, value);
  if (Array.isArray(value)) return value.map((item) => declared(document, items, item));
  if (typeof value !== 'object' || value === null || properties === undefined) return value;
  const named = membersOf(properties);
  const kept = Object.entries(value).filter(([name]) => Object.hasOwn(named, name));
  return Object.fromEntries(kept.map(([name, member]) => [name, declared(document, named[name], member)]));
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../../src/http/exchange.ts';
import { excerptOf } from '../../../src/http/excerpt.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an object; anything else is an object without members. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The body of an answer as an object. */
export function bodyOf(exchange: Exchange): Json {
  return asObject(exchange.response.json);
}

/** A value as a list of objects; anything else is an empty list. */
export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item) => asObject(item)) : [];
}

/** The body of an answer as a list of objects; anything else is an empty list. */
export function itemsOf(exchange: Exchange): Json[] {
  return objectsIn(exchange.response.json);
}

/** The ids of the listed customers, in their order. */
export function idsOf(exchange: Exchange): string[] {
  return itemsOf(exchange).map(({ id, customerNumber }) => String(id ?? customerNumber));
}

/** Some members of an object, by their names. */
export function pick(value: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

/** The names of the members of one object that another shows otherwise. */
export function differingNames(one: Json, other: Json): string[] {
  return Object.keys(one).filter((name) => !isDeepStrictEqual(one[name], other[name]));
}

/** A value in a finding: short JSON, in which texts that look alike and are not can be told apart. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return excerptOf(text.replaceAll(/\p{M}/gu, escaped), 120);
}

/** A sign that merges with the letter before it, as its code. */
function escaped(mark: string): string {
  return `\\u{${mark.codePointAt(0)?.toString(16) ?? ''}}`;
}

import type { KeyObject } from 'node:crypto';
import { parseJson, type ParsedJson } from '../http/parse-json.ts';
import { ENVELOPE, FILES, type Bundle } from './bundle.ts';
import { CertificateError } from './certificate-error.ts';
import { openEnvelope } from './envelope.ts';
import { digestOf, readStatement, type Statement } from './statement.ts';

/** The statement that a bundle carries, signed with this key. Throws CertificateError where there is none. */
export function signedStatement(bundle: Bundle, publicKey: KeyObject): Statement {
  return readStatement(openEnvelope(jsonIn(bundle, ENVELOPE), publicKey));
}

/** Which files of a bundle are not as they were signed, a line each. */
export function faultsOfBundle(bundle: Bundle, { subject }: Statement): string[] {
  const signed = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  return FILES.flatMap((name) => {
    const content = bundle.get(name);
    if (content === undefined) return [`${name} is missing`];
    if (!signed.has(name)) return [`${name} was not signed`];
    return digestOf(content) === signed.get(name) ? [] : [`${name} is not what was signed`];
  });
}

/** A file of a bundle as JSON. Throws CertificateError where it is missing, or is none that has one meaning. */
export function jsonIn(bundle: Bundle, name: string): unknown {
  const content = bundle.get(name);
  if (content === undefined) throw new CertificateError(`${name} is missing`);
  const { value, defect } = parsed(content.toString());
  if (value === undefined || defect !== undefined)
    throw new CertificateError(`${name} cannot be read: ${defect ?? 'it is not JSON'}`);
  return value;
}

function parsed(text: string): ParsedJson {
  try {
    return parseJson(text);
  } catch (cause) {
    const defect = cause instanceof Error ? cause.message : String(cause);
    return { value: undefined, defect };
  }
}

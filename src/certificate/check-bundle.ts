import type { KeyObject } from 'node:crypto';
import { ENVELOPE, type Bundle } from './bundle.ts';
import { CertificateError } from './certificate-error.ts';
import { openEnvelope } from './envelope.ts';
import { digestOf, readStatement } from './statement.ts';

/** What is wrong with the signature or the digests of a bundle, a line each. Throws CertificateError without signature. */
export function faultsOfBundle(bundle: Bundle, publicKey: KeyObject): string[] {
  const { subject } = readStatement(openEnvelope(jsonIn(bundle, ENVELOPE), publicKey));
  const signed = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  const changed = [...signed].flatMap(([name, digest]) => {
    const content = bundle.get(name);
    if (content === undefined) return [`${name} is missing`];
    return digestOf(content) === digest ? [] : [`${name} is not what was signed`];
  });
  const added = [...bundle.keys()].filter((name) => name !== ENVELOPE && !signed.has(name));
  return [...changed, ...added.map((name) => `${name} was not signed`)];
}

/** A file of a bundle as JSON. Throws CertificateError where it is missing, or is none. */
export function jsonIn(bundle: Bundle, name: string): unknown {
  const content = bundle.get(name);
  if (content === undefined) throw new CertificateError(`${name} is missing`);
  try {
    return JSON.parse(content.toString());
  } catch (cause) {
    throw new CertificateError(`${name} is not JSON`, { cause });
  }
}

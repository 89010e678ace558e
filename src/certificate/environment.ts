import { faultIn } from '../spec/data-fault.ts';
import { CertificateError } from './certificate-error.ts';

/** Where and on which challenge a run was certified. */
export interface Environment {
  readonly suite: string;
  readonly node: string;
  readonly platform: string;
  readonly nonce: string;
}

const TEXT = { type: 'string', maxLength: 200 };
const SCHEMA = {
  type: 'object',
  required: ['suite', 'node', 'platform', 'nonce'],
  properties: { suite: TEXT, node: TEXT, platform: TEXT, nonce: TEXT },
};

/** The environment of this process. */
export function currentEnvironment(suite: string, nonce: string): Environment {
  return { suite, node: process.version, platform: `${process.platform} ${process.arch}`, nonce };
}

/** Reads an environment. Throws CertificateError. */
export function readEnvironment(value: unknown): Environment {
  if (faultIn(value, SCHEMA) === undefined) return value as Environment;
  throw new CertificateError('environment.json does not tell suite, node, platform and nonce');
}

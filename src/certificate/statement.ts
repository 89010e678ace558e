import { createHash } from 'node:crypto';
import type { Results } from '../report/results.ts';
import { faultIn } from '../spec/data-fault.ts';
import { FILES, type Bundle } from './bundle.ts';
import { CertificateError } from './certificate-error.ts';

const STATEMENT = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'https://in-toto.io/attestation/test-result/v0.1';

/** A file with its digest, as in-toto describes resources. */
export interface Resource {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** What is signed: the files of a bundle, and the result of the run that they show. */
export interface Statement {
  readonly _type: string;
  readonly subject: readonly Resource[];
  readonly predicateType: string;
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly Resource[];
    readonly url: string;
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

const RESOURCES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'digest'],
    properties: {
      name: { type: 'string' },
      digest: { type: 'object', required: ['sha256'], properties: { sha256: { type: 'string' } } },
    },
  },
};
const SCHEMA = {
  type: 'object',
  required: ['_type', 'subject', 'predicateType', 'predicate'],
  properties: {
    _type: { const: STATEMENT },
    predicateType: { const: PREDICATE },
    subject: RESOURCES,
    predicate: { type: 'object', required: ['result', 'configuration'], properties: { configuration: RESOURCES } },
  },
};

// What the run was judged by, as against what it left.
const CONFIGURATION = ['requirements.yaml', 'revision.yaml', 'openapi.yaml'];

/** The statement on a bundle and the results of its run. */
export function toStatement(bundle: Bundle, { requirements, target }: Results): Statement {
  const having = (verdict: string) => requirements.filter((entry) => entry.verdict === verdict).map(({ id }) => id);
  const subject = FILES.map((name) => ({ name, digest: { sha256: digestOf(bundle.get(name) ?? Buffer.of()) } }));
  const configuration = subject.filter(({ name }) => CONFIGURATION.includes(name));
  const tests = { passedTests: having('passed'), warnedTests: having('warning'), failedTests: having('failed') };
  const result = tests.warnedTests.length > 0 ? 'WARNED' : 'PASSED';
  const predicate = { result, configuration, url: target.baseUrl, ...tests } as const;
  return { _type: STATEMENT, subject, predicateType: PREDICATE, predicate };
}

/** Reads a statement. Throws CertificateError where it is none on the result of a test. */
export function readStatement(value: unknown): Statement {
  const fault = faultIn(value, SCHEMA);
  if (fault === undefined) return value as Statement;
  throw new CertificateError(`the statement is no in-toto statement on a test result: ${fault}`);
}

/** The SHA-256 of a file in hexadecimal digits. */
export function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

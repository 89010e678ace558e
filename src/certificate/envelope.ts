import { sign, verify, type KeyObject } from 'node:crypto';
import { dsse } from '@sigstore/core';
import { CertificateError } from './certificate-error.ts';
import { keyIdOf } from './keys.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

// Each is tried, which takes time.
const MOST_SIGNATURES = 8;

/** A signed document as DSSE wraps it (https://github.com/secure-systems-lab/dsse). */
export interface Envelope {
  readonly payloadType: string;
  /** In base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** Signs a statement with an Ed25519 key. */
export function sealStatement(statement: object, privateKey: KeyObject): Envelope {
  const payload = Buffer.from(JSON.stringify(statement));
  const signature = sign(null, dsse.preAuthEncoding(PAYLOAD_TYPE, payload), privateKey);
  const signatures = [{ keyid: keyIdOf(privateKey), sig: signature.toString('base64') }];
  return { payloadType: PAYLOAD_TYPE, payload: payload.toString('base64'), signatures };
}

/** The statement in an envelope. Throws CertificateError where it is not signed with this key. */
export function openEnvelope(envelope: unknown, publicKey: KeyObject): unknown {
  if (!isEnvelope(envelope)) throw new CertificateError('the envelope is no DSSE envelope of an in-toto statement');
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = dsse.preAuthEncoding(PAYLOAD_TYPE, payload);
  const isSigned = envelope.signatures.some(({ sig }) => verify(null, signed, publicKey, Buffer.from(sig, 'base64')));
  if (!isSigned) throw new CertificateError('the signature is not of this key, or the statement was changed');
  return parse(payload.toString());
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch (cause) {
    throw new CertificateError('the signed statement is not JSON', { cause });
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { payloadType, payload, signatures } = value as Partial<Record<keyof Envelope, unknown>>;
  return (
    payloadType === PAYLOAD_TYPE &&
    typeof payload === 'string' &&
    Array.isArray(signatures) &&
    signatures.length <= MOST_SIGNATURES &&
    signatures.every((each: unknown) => typeof Object(each).sig === 'string')
  );
}

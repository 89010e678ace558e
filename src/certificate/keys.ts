import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CertificateError } from './certificate-error.ts';

/** A new Ed25519 key pair as PEM. */
export function newKeyPair(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** Reads a private key. Throws CertificateError where it is none for Ed25519. */
export function readPrivateKey(pem: string): KeyObject {
  return expectEd25519(() => createPrivateKey(pem), 'private');
}

/** Reads a public key. Throws CertificateError where it is none for Ed25519. */
export function readPublicKey(pem: string): KeyObject {
  // Node would take the public half of a private key, which nobody should hand around.
  if (pem.includes('PRIVATE KEY')) throw new CertificateError('the key is a private one; give out its .pub file alone');
  return expectEd25519(() => createPublicKey(pem), 'public');
}

/** Names a key: the SHA-256 of its public half. */
export function keyIdOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function expectEd25519(read: () => KeyObject, half: string): KeyObject {
  const key = attempt(read);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new CertificateError(`the key is no ${half} key for Ed25519 in PEM`);
}

function attempt(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A private CA, a server's pair of it and a client's pair of it; PEM texts, and paths of the same. */
export interface Certificates {
  readonly ca: string;
  readonly server: { readonly cert: string; readonly key: string };
  readonly caFile: string;
  readonly clientCertFile: string;
  readonly clientKeyFile: string;
}

const NAMES = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
] as const;
const COMMON = { keyType: 'ec', algorithm: 'sha256' } as const;

/** Makes a CA that nobody trusts, and what it signed. */
export async function makeCertificates(): Promise<Certificates> {
  const ca = await generate([{ name: 'commonName', value: 'Private CA' }], {
    ...COMMON,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  const issuer = { ca: { key: ca.private, cert: ca.cert } };
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...COMMON,
    ...issuer,
    extensions: [{ name: 'subjectAltName', altNames: [...NAMES] }],
  });
  const client = await generate([{ name: 'commonName', value: 'client' }], {
    ...COMMON,
    ...issuer,
    extensions: [{ name: 'extKeyUsage', clientAuth: true }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const write = (name: string, pem: string) => {
    writeFileSync(join(folder, name), pem, { mode: 0o600 });
    return join(folder, name);
  };
  return {
    ca: ca.cert,
    server: { cert: server.cert, key: server.private },
    caFile: write('ca.pem', ca.cert),
    clientCertFile: write('client.pem', client.cert),
    clientKeyFile: write('client.key', client.private),
  };
}

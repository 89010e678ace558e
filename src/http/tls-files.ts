import { readFileSync } from 'node:fs';

/** PEM texts: a private CA, and the certificate and key of a client. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Paths of PEM files. */
export interface TlsPaths {
  readonly caFile?: string | undefined;
  readonly clientCertFile?: string | undefined;
  readonly clientKeyFile?: string | undefined;
}

/** Reads the files that are named. Throws the file system's error for one that cannot be read. */
export function readTlsFiles({ caFile, clientCertFile, clientKeyFile }: TlsPaths): TlsFiles {
  return {
    ...(caFile && { ca: readFileSync(caFile, 'utf8') }),
    ...(clientCertFile && { cert: readFileSync(clientCertFile, 'utf8') }),
    ...(clientKeyFile && { key: readFileSync(clientKeyFile, 'utf8') }),
  };
}

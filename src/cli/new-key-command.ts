import { existsSync, writeFileSync } from 'node:fs';
import { newKeyPair } from '../certificate/keys.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { expectWritable } from './output.ts';

const OWNER_ONLY = 0o600;

/** Writes a new key pair, the public half to `<file>.pub`; returns the exit code 0. Throws ConfigurationError. */
export function newKeyCommand(file: string): number {
  const there = [file, `${file}.pub`].find((name) => existsSync(name));
  if (there !== undefined) throw new ConfigurationError(`${there} is there already; a key is never replaced`);
  expectWritable(file, '-----BEGIN');
  const { privateKey, publicKey } = newKeyPair();
  writeFileSync(file, privateKey, { mode: OWNER_ONLY });
  writeFileSync(`${file}.pub`, publicKey);
  process.stdout.write(`wrote ${file}, to be kept secret, and ${file}.pub, to be given out\n`);
  return EXIT_CODES.conformant;
}

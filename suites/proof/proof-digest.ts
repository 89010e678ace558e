import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/spec/package-root.ts';

// What decides how a trial ends: what is promised, what judges it, and what is judged.
const FOLDERS = [
  'specs/customer-tenant',
  'src/spec',
  'src/http',
  'src/auth',
  'src/contract',
  'src/conformance',
  'suites/customer-tenant',
  'suites/proof',
  'fixtures',
];
const FILES = [
  'src/cli/claims.ts',
  'src/cli/judgement.ts',
  'src/cli/settings.ts',
  'src/report/judged-requirement.ts',
  'suites/self/null-server.ts',
];
const COUNTED = /(?<!\.test)\.(ts|yaml)$/;

/** The first half of a SHA-256 over everything that decides what a proof shows. */
export function proofDigest(): string {
  const hash = createHash('sha256');
  for (const file of [...FILES, ...FOLDERS.flatMap((folder) => filesBelow(folder))]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(packageRoot, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function filesBelow(folder: string): string[] {
  const files = readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => COUNTED.test(file))
    .map((file) => `${folder}/${file}`)
    .toSorted();
}

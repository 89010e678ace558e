import { createWriteStream, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import yazl from 'yazl';
import { CertificateError } from './certificate-error.ts';

/** The files of a bundle by name. */
export type Bundle = ReadonlyMap<string, Buffer>;

/** The file in which a bundle carries its signature. */
export const ENVELOPE = 'envelope.dsse.json';

const MEBIBYTE = 1024 * 1024;

/** How many bytes each file of a bundle may have: a run leaves a tenth of that. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  'results.json': 8 * MEBIBYTE,
  'evidence/run.json': MEBIBYTE,
  'evidence/exchanges.jsonl': 64 * MEBIBYTE,
  'requirements.yaml': MEBIBYTE,
  'revision.yaml': MEBIBYTE,
  'openapi.yaml': MEBIBYTE,
  'environment.json': MEBIBYTE,
  [ENVELOPE]: MEBIBYTE,
};

/** Every file of a bundle but its signature. */
export const FILES: readonly string[] = Object.keys(MOST_BYTES).filter((name) => name !== ENVELOPE);

// More than all of them together, so that nobody unpacks what is no bundle.
const LARGEST = 256 * MEBIBYTE;

/** Writes a bundle as a zip file. Throws CertificateError where nobody would read it, and where the disk refuses. */
export async function writeBundle(file: string, bundle: Bundle): Promise<void> {
  for (const [name, content] of bundle) expectBounded(name, content.length);
  const zip = new yazl.ZipFile();
  for (const [name, content] of bundle) zip.addBuffer(content, name, { mtime: new Date(0) });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

/**
 * Reads a bundle. Throws CertificateError where it is no zip file, is cut off, or holds anything but the files of a
 * bundle, each once and within its bounds.
 */
export async function readBundle(file: string): Promise<Bundle> {
  try {
    if (statSync(file).size > LARGEST) throw new CertificateError('it is larger than 256 MiB');
    return await unpack(await openPromise(file, { lazyEntries: true }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CertificateError(`the bundle cannot be read: ${reason}`, { cause });
  }
}

async function unpack(zip: ZipFile): Promise<Bundle> {
  const bundle = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    expectOwn(entry, bundle);
    bundle.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return bundle;
}

function expectOwn({ fileName, uncompressedSize }: Entry, known: Bundle): void {
  expectBounded(fileName, uncompressedSize);
  if (known.has(fileName)) throw new CertificateError(`it holds ${fileName} twice`);
}

function expectBounded(name: string, bytes: number): void {
  const most = Object.hasOwn(MOST_BYTES, name) ? MOST_BYTES[name] : undefined;
  if (most === undefined) throw new CertificateError(`${name} is no file of a bundle`);
  if (bytes > most) throw new CertificateError(`${name} is larger than ${most / MEBIBYTE} MiB`);
}

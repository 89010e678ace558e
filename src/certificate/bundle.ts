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

/** Every other file of a bundle. */
export const FILES: readonly string[] = [
  'results.json',
  'evidence/run.json',
  'evidence/exchanges.jsonl',
  'requirements.yaml',
  'revision.yaml',
  'openapi.yaml',
  'environment.json',
];

const LARGEST = 256 * 1024 * 1024;

/** Writes a bundle as a zip file. Throws where the disk refuses. */
export async function writeBundle(file: string, bundle: Bundle): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of bundle) zip.addBuffer(content, name, { mtime: new Date(0) });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}

/**
 * Reads a bundle. Throws CertificateError where it is no zip file, is cut off, holds anything but the files of a bundle,
 * or more than 256 MiB.
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
  let room = LARGEST;
  for await (const entry of zip.eachEntry()) {
    room -= entry.uncompressedSize;
    expectOwn(entry, bundle, room);
    bundle.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return bundle;
}

function expectOwn({ fileName }: Entry, known: Bundle, room: number): void {
  if (room < 0) throw new CertificateError('it unpacks to more than 256 MiB');
  if (known.has(fileName)) throw new CertificateError(`it holds ${fileName} twice`);
  if (![ENVELOPE, ...FILES].includes(fileName)) throw new CertificateError(`${fileName} is no file of a bundle`);
}

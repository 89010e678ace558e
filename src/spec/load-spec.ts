import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import SwaggerParser from '@apidevtools/swagger-parser';
import { findDanglingReferences } from './dangling-reference.ts';
import type { Operation } from './operation.ts';
import { readOperations } from './read-operations.ts';
import { readSourceDocument, type SourceDocument } from './source-document.ts';
import { SpecError } from './spec-error.ts';

/** A contract that is ready for use: one bundled document, its operations and the SHA-256 of its data. */
export interface Spec {
  readonly location: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
  readonly digest: string;
}

/**
 * Loads an OpenAPI 3.0 or 3.1 document from a path or URL, YAML or JSON, with references into its own folder.
 * Throws SpecError with file, line and pointer for a document that cannot be used.
 */
export async function loadSpec(location: string): Promise<Spec> {
  const source = await readSourceDocument(location);
  expectOpenApi(source);
  expectNoDanglingReference(source);
  const document = await bundle(source);
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return { location, document, operations: readOperations(document), digest };
}

function expectOpenApi(source: SourceDocument): void {
  const data = source.data;
  const version = typeof data === 'object' && data !== null && 'openapi' in data ? String(data.openapi) : undefined;
  if (version === undefined || !/^3\.[01](\.|$)/.test(version)) {
    const found = version === undefined ? 'it has no "openapi" member' : `it says version ${version}`;
    throw new SpecError(`is not an OpenAPI 3.0 or 3.1 document: ${found}`, { file: source.location, line: 1 });
  }
}

function expectNoDanglingReference(source: SourceDocument): void {
  const [dangling] = findDanglingReferences(source.data);
  if (dangling === undefined) return;
  const { pointer, target } = dangling;
  const place = { file: source.location, line: source.lineOf(pointer), pointer };
  throw new SpecError(`refers to ${target}, which does not exist`, place);
}

async function bundle(source: SourceDocument): Promise<Readonly<Record<string, unknown>>> {
  try {
    const copy = structuredClone(source.data) as Parameters<typeof SwaggerParser.bundle>[1];
    const resolvers = {
      file: { canRead: (file: { url: string }) => isInside(source.location, file.url) },
      http: false,
    };
    const bundled: unknown = await SwaggerParser.bundle(source.location, copy, { resolve: resolvers });
    return bundled as Readonly<Record<string, unknown>>;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new SpecError(`cannot be bundled: ${reason}`, { file: source.location }, { cause });
  }
}

function isInside(location: string, url: string): boolean {
  if (/^https?:/.test(url)) return false;
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  return !relative(dirname(resolve(location)), resolve(path)).startsWith('..');
}

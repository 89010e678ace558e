import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { pointerMembers } from './json-pointer.ts';
import { SpecError } from './spec-error.ts';

/** A contract document as it was written: its data and the line of every place in it. */
export interface SourceDocument {
  readonly location: string;
  readonly data: unknown;
  /** Line (from 1) at which the value of a pointer stands; undefined where nothing does. */
  lineOf(pointer: string): number | undefined;
}

/** Reads a file path or http(s) URL, YAML or JSON. Throws SpecError when it cannot be read or parsed. */
export async function readSourceDocument(location: string): Promise<SourceDocument> {
  const text = await readText(location);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    throw new SpecError(`does not parse: ${fault.message}`, { file: location, line: lines.linePos(fault.pos[0]).line });
  }
  return { location, data: document.toJS(), lineOf: (pointer) => lineOf(document, lines, pointer) };
}

async function readText(location: string): Promise<string> {
  try {
    if (!/^https?:/.test(location)) return await readFile(location, 'utf8');
    const answer = await fetch(location, { signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return await answer.text();
    throw new Error(`answered ${answer.status}`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SpecError(`cannot be read: ${reason}`, { file: location }, { cause });
  }
}

function lineOf(document: Document, lines: LineCounter, pointer: string): number | undefined {
  const node: unknown = document.getIn(pointerMembers(pointer), true);
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? lines.linePos(Number(range[0])).line : undefined;
}

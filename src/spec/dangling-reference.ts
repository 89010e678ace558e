import { resolvePointer, toPointer } from './json-pointer.ts';

/** A `$ref` inside the document that leads nowhere: the place of the reference and what it names. */
export interface DanglingReference {
  readonly pointer: string;
  readonly target: string;
}

/** Finds the references into the document itself that resolve to nothing, in document order. */
export function findDanglingReferences(document: unknown): DanglingReference[] {
  const found: DanglingReference[] = [];
  visit(document, [], (target, path) => {
    if (target.startsWith('#') && resolvePointer(document, target) === undefined) {
      found.push({ pointer: toPointer(path), target });
    }
  });
  return found;
}

function visit(value: unknown, path: readonly string[], report: (target: string, path: string[]) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [member, child] of Object.entries(value)) {
    const childPath = [...path, member];
    if (member === '$ref' && typeof child === 'string') report(child, childPath);
    else visit(child, childPath, report);
  }
}

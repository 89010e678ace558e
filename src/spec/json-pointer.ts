/** Splits `#/a/b~1c` into its decoded members; an empty fragment gives none. */
export function pointerMembers(pointer: string): string[] {
  const members = pointer.replace(/^#?\/?/, '');
  return members === '' ? [] : members.split('/').map((member) => decodeMember(member));
}

/** Joins members to a fragment pointer, the inverse of `pointerMembers`. */
export function toPointer(members: readonly (string | number)[]): string {
  return `#${members.map((member) => `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** The value at a pointer inside a JSON document, or undefined where nothing stands. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const member of pointerMembers(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
    value = (value as Record<string, unknown>)[member];
  }
  return value;
}

function decodeMember(member: string): string {
  return decodeURIComponent(member).replaceAll('~1', '/').replaceAll('~0', '~');
}

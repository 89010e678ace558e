interface Grouped {
  readonly operation: string;
}

/** The group in which a report counts a requirement: its operation, or `several`. */
export function groupOf({ operation }: Grouped): string {
  return operation.includes(',') ? 'several' : operation;
}

/** The groups of some requirements, in the order in which they come. */
export function groupsOf(entries: readonly Grouped[]): string[] {
  return [...new Set(entries.map((entry) => groupOf(entry)))];
}

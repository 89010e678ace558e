import type { Violation } from './violation.ts';

/** What the contract wants and what came instead, as two phrases. */
export interface ViolationWords {
  readonly expected: string;
  readonly received: string;
}

/** The only place where the kinds of violation turn into words. */
export function describeViolation(violation: Violation): ViolationWords {
  switch (violation.kind) {
    case 'undocumented-status':
      return { expected: `one of ${violation.documented.join(', ')}`, received: `status ${violation.status}` };
    case 'media-type':
      return { expected: violation.documented.join(' or '), received: violation.received || 'no content-type' };
    case 'header':
      return { expected: `header ${violation.name} ${violation.problem}`, received: violation.received };
    case 'body':
      return { expected: `body ${violation.at || '(root)'} ${violation.problem}`, received: violation.received };
    case 'unexpected-body':
      return { expected: 'no body', received: violation.received };
    case 'unreadable-body':
      return { expected: 'a body that can be read', received: violation.problem };
  }
}

/** How far a statement binds (RFC 2119). */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** What was found out about one requirement, as `results.json` names it. */
export type Verdict = 'passed' | 'failed' | 'warning' | 'not-applicable' | 'untestable' | 'error' | 'waived';

/** What was found out about a whole run. */
export type RunVerdict = 'conformant' | 'non-conformant' | 'incomplete' | 'error';

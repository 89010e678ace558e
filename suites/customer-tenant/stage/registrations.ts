/**
 * Registrations of companies, the same in every run: an unknown one opens a company, which no operation of this section
 * deletes, and whoever names it later joins it.
 */
export const REGISTRATIONS = ['123-456.789/conformance', '12-3.4/conformance'] as const;

import { loadCatalogue } from '../../src/conformance/catalogue.ts';

/** The requirements that a run on the reference target judges, by id. */
export function judgedIds(): string[] {
  const judged = loadCatalogue('customer-tenant').filter(
    ({ excluded, revisions, needs }) =>
      excluded === undefined &&
      (revisions?.includes('2025') ?? true) &&
      !needs.some((feature) => UNSUPPLIED.includes(feature)),
  );
  return judged.map(({ id }) => id);
}

// No variable supplies the tokens for these.
const UNSUPPLIED: readonly string[] = ['multi-company-token', 'deprecated-scopes', 'customer-login'];

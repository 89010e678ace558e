import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { requirementsOf } from '../../src/conformance/frozen-set.ts';

/** The requirements that a run on the reference target judges, by id. */
export function judgedIds(): string[] {
  const judged = requirementsOf(loadCatalogue('customer-tenant'), '2025').filter(
    ({ excluded, needs }) => excluded === undefined && !needs.some((feature) => UNSUPPLIED.includes(feature)),
  );
  return judged.map(({ id }) => id);
}

// No variable supplies the tokens for these.
const UNSUPPLIED: readonly string[] = ['multi-company-token', 'deprecated-scopes', 'customer-login'];

import { join } from 'node:path';
import { describe, inject } from 'vitest';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { closeRunAtEnd } from '../../src/conformance/close-run.ts';
import { conclude } from '../../src/conformance/conclude.ts';
import { currentRun } from '../../src/conformance/current-run.ts';
import { declareChecks } from '../../src/conformance/declare-checks.ts';
import { declaredBy, type Check } from '../../src/conformance/requirement.ts';
import { filesIn, loadChecks } from './load-checks.ts';

const { service, ownSuites, selection } = inject('settings');
const catalogue = loadCatalogue(service, ownSuites);
const { meanwhile, quiet, observed } = await loadChecks();

// What somebody adds of their own comes with ours; it may be TypeScript.
const own = await declaredBy(async () => {
  for (const file of ownSuites === undefined ? [] : filesIn(ownSuites, ['.ts', '.js', '.mjs']))
    await import(join(ownSuites ?? '', file));
});

closeRunAtEnd();
declare([...meanwhile, ...own]);
describe.sequential('quiet', () => {
  declare(quiet);
});
describe.sequential('observed', () => {
  declare(observed);
});

function declare(checks: readonly Check[]): void {
  const wanted = checks.filter(({ id }) => selection?.includes(id) ?? true);
  declareChecks(wanted, { catalogue, open: currentRun, conclude });
}

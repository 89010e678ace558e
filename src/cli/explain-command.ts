import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { readEffort } from '../conformance/effort.ts';
import { findCheck } from './check-source.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { ownSuites } from './own-suites.ts';
import { SERVICE } from './service.ts';

/** Tells all that is known of a requirement; returns the exit code 0. Throws ConfigurationError for an unknown id. */
export function explainCommand(id: string, asJson: boolean): number {
  const folder = ownSuites();
  const requirement = loadCatalogue(SERVICE, folder).find((entry) => entry.id === id.toUpperCase());
  if (requirement === undefined) throw new ConfigurationError(`there is no requirement ${id}; list shows all of them`);
  const explanation = explain(requirement, folder);
  process.stdout.write(`${asJson ? JSON.stringify(explanation, null, 2) : describe(explanation)}\n`);
  return EXIT_CODES.conformant;
}

/** What is known of a requirement. */
interface Explanation {
  readonly requirement: Requirement;
  /** Requests that its check sent on the embedded target, by operation; undefined where nobody has measured it. */
  readonly requests: Readonly<Record<string, number>> | undefined;
  readonly file: string | undefined;
  readonly code: string | undefined;
  /** Faults that break it. */
  readonly brokenBy: readonly { readonly deviation: string; readonly summary: string }[];
}

function explain(requirement: Requirement, folder: string | undefined): Explanation {
  const { id } = requirement;
  const own = deviations.filter(({ breaks }) => breaks.includes(id));
  const { file, code } = findCheck(id, folder) ?? {};
  const isOurs = folder === undefined || loadCatalogue(SERVICE).some((entry) => entry.id === id);
  const brokenBy = own.map(({ name, summary }) => ({ deviation: name, summary }));
  const requests = isOurs ? (readEffort(SERVICE)[id] ?? {}) : undefined;
  return { requirement, requests, file, code, brokenBy };
}

function describe({ requirement, requests, file, code, brokenBy }: Explanation): string {
  const { id, level, operations, statement, source, needs, excluded } = requirement;
  return [
    `${id}  ${level}  ${operations.join(', ')}`,
    statement,
    ...Object.entries(source).map(([kind, place]) => `source    ${kind}: ${place}`),
    `needs     ${needs.join(', ') || 'nothing'}`,
    ...(excluded === undefined ? [] : [`excluded  ${excluded}`]),
    `requests  ${describeRequests(requests, file)}`,
    '',
    ...(code === undefined ? [] : [`how it is checked (${file}):`, code, '']),
    ...(brokenBy.length === 0 ? [] : ['what breaks it (serve --deviation NAME shows it):']),
    ...brokenBy.map(({ deviation, summary }) => `  ${deviation}: ${summary}`),
  ].join('\n');
}

function describeRequests(requests: Explanation['requests'], file = ''): string {
  if (requests === undefined) return 'not measured: it is a requirement of your own';
  const counts = Object.entries(requests).map(([operation, count]) => `${operation} ${count}`);
  if (counts.length > 0) return counts.join(', ');
  return file.includes('observed') ? 'none of its own: it judges what the others have sent' : 'not measured';
}

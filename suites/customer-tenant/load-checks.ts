import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { readEffort } from '../../src/conformance/effort.ts';
import { declaredBy, type Check } from '../../src/conformance/requirement.ts';

/** The checks of the service, by when they may run. */
export interface Checks {
  /** All at the same time; those that wait for what comes late begin. */
  readonly meanwhile: readonly Check[];
  /** What a neighbour's requests would hide: when all else is over. */
  readonly quiet: readonly Check[];
  /** What is judged over everything that the run saw: last. */
  readonly observed: readonly Check[];
}

type Turn = 'patient' | 'meanwhile' | 'quiet' | 'observed' | 'no checks';

/** When the checks of a folder run; those of any other run meanwhile. */
const TURNS: Readonly<Record<string, Turn>> = {
  patient: 'patient',
  mail: 'patient',
  quiet: 'quiet',
  observed: 'observed',
  stage: 'no checks',
};

const here = import.meta.dirname;
const EXTENSION = extname(import.meta.filename);

const effort = readEffort('customer-tenant');

/** Loads every file that declares checks of the service. */
export async function loadChecks(): Promise<Checks> {
  const meanwhile = [...longestFirst(await load('patient')), ...longestFirst(await load('meanwhile'))];
  return { meanwhile, quiet: await load('quiet'), observed: await load('observed') };
}

/** The files of a folder and those below it with one of these extensions, in order. */
export function filesIn(folder: string, extensions: readonly string[]): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => extensions.includes(extname(name)) && !name.includes('node_modules')).toSorted();
}

/** Checks with those that send most in front, for the last to end decides how long a run takes. */
function longestFirst(checks: readonly Check[]): Check[] {
  return checks.toSorted((one, other) => requestsOf(other) - requestsOf(one));
}

/** How many requests a check sent when that was measured last. */
function requestsOf({ id }: Check): number {
  return Object.values(effort[id] ?? {}).reduce((sum, requests) => sum + requests, 0);
}

async function load(turn: Turn): Promise<readonly Check[]> {
  const files = filesIn(here, [EXTENSION]).filter((file) => file.includes(sep) && turnOf(file) === turn);
  return declaredBy(async () => {
    for (const file of files) await import(join(here, file));
  });
}

function turnOf(file: string): Turn {
  return TURNS[file.split(sep, 1)[0] ?? ''] ?? 'meanwhile';
}

import { createRequire } from 'node:module';
import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { Contract } from '../../src/contract/contract.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { loadSpec, type Spec } from '../../src/spec/load-spec.ts';
import { serviceFile } from '../../src/spec/package-root.ts';
import { median } from './median.ts';

/** Checks of one list of sixty customers a second, by ourselves and by two others, and how long our start takes. */
export interface ContractSpeed {
  readonly ours: number;
  readonly others: Readonly<Record<string, number>>;
  /** Ours over the faster of the others, round by round. */
  readonly ratios: readonly number[];
  readonly startMs: number;
}

type Check = () => void;

const CUSTOMERS = 60;
const ROUNDS = 5;
const ROUND_MS = 300;
const FILE = serviceFile('customer-tenant', 'openapi.yaml');
const require = createRequire(import.meta.url);

/** Measures all of them side by side, on the same answer. */
export async function measureContractSpeed(): Promise<ContractSpeed> {
  const startMs = await startTime();
  const spec = await loadSpec(FILE);
  const exchange = await listOf(CUSTOMERS);
  const contract = new Contract(spec, exchange.request.url);
  const contenders = {
    ours: () => expectNone(contract.at(new URL(exchange.request.url).origin).checkExchange(exchange)),
    'openapi-response-validator': responseValidator(spec, exchange),
    'jest-openapi': jestOpenApi(spec, exchange),
  };
  const { ours, ...others } = sideBySide(contenders);
  const ratios = ours.map((speed, round) => speed / Math.max(...Object.values(others).map((each) => each[round] ?? 0)));
  const medians = Object.entries(others).map(([name, speeds]) => [name, median(speeds)] as const);
  return { ours: median(ours), others: Object.fromEntries(medians), ratios, startMs };
}

async function startTime(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    const contract = new Contract(await loadSpec(FILE), 'http://localhost');
    contract.checkValue('#/components/schemas/Customer', {});
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** Checks a second in each round, by the name of the contender. */
function sideBySide<Name extends string>(contenders: Readonly<Record<Name, Check>>): Record<Name, number[]> {
  const speeds = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, check] of Object.entries<Check>(contenders)) {
      speeds.set(name, [...(speeds.get(name) ?? []), speedOf(check)]);
    }
  }
  return Object.fromEntries(speeds) as Record<Name, number[]>;
}

function speedOf(check: Check): number {
  const startedAt = performance.now();
  let checks = 0;
  for (; performance.now() - startedAt < ROUND_MS; checks += 1) check();
  return (1_000 * checks) / (performance.now() - startedAt);
}

async function listOf(customers: number): Promise<Exchange> {
  const target = await startReferenceTarget({ customers });
  const url = `${target.baseUrl}/customer/acmeshop/customers?pageSize=${customers}`;
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${target.environment['TARGET_TOKEN_READ']}`, connection: 'close' },
  });
  const body = await answer.text();
  await target.close();
  const headers = Object.fromEntries(answer.headers);
  const response = { status: answer.status, headers, body, json: JSON.parse(body) as unknown };
  const request = { method: 'GET', url, headers: {}, body: undefined };
  return { sequence: 1, principal: 'read', request, response, startedAt: 0, durationMs: 0, repeats: [] };
}

function responseValidator({ document }: Spec, { response }: Exchange): Check {
  const { default: Validator } = require('openapi-response-validator') as {
    default: new (options: object) => Validator;
  };
  const { paths, components } = document as unknown as Document;
  const validator = new Validator({ responses: paths[PATH].get.responses, components });
  return () => {
    if (validator.validateResponse(response.status, response.json) !== undefined) throw new Error('it found a fault');
  };
}

function jestOpenApi({ document }: Spec, { request, response }: Exchange): Check {
  const matchers: Record<string, (received: unknown) => { pass: boolean; message(): string }> = {};
  (globalThis as Record<string, unknown>)['expect'] = { extend: (added: object) => Object.assign(matchers, added) };
  const { default: jestOpenAPI } = require('jest-openapi') as { default: (spec: object) => void };
  jestOpenAPI(structuredClone(document));
  const received = {
    status: response.status,
    req: { method: 'GET', path: new URL(request.url).pathname },
    body: response.json,
  };
  return () => {
    const verdict = matchers['toSatisfyApiSpec']?.({
      ...received,
      request: { path: received.req.path, method: 'GET' },
    });
    if (verdict?.pass !== true) throw new Error(verdict?.message() ?? 'jest-openapi has no matcher');
  };
}

function expectNone(violations: readonly unknown[]): void {
  if (violations.length > 0) throw new Error(`we found a fault: ${JSON.stringify(violations[0])}`);
}

const PATH = '/customer/{tenant}/customers';

interface Validator {
  validateResponse(status: number, body: unknown): unknown;
}

interface Document {
  readonly paths: Readonly<Record<typeof PATH, { readonly get: { readonly responses: object } }>>;
  readonly components: object;
}

import { resolvePointer } from '../../src/spec/json-pointer.ts';
import type { Spec } from '../../src/spec/load-spec.ts';
import type { Operation, Parameter } from '../../src/spec/operation.ts';

type Schema = Readonly<Record<string, unknown>>;

// They say nothing that an exchange could break.
const SILENT = ['description', 'example', 'properties', 'items', 'allOf', 'additionalProperties', '$ref'];

/**
 * Everything that a contract states, a line each: operation by scope, parameter, request body and answer, down to each
 * constraint, such as `LIST query pageSize minimum` or `CREATE body application/json id pattern`.
 */
export function contractCells(spec: Spec): string[] {
  return spec.operations.flatMap((operation) => {
    const cells = [
      ...scopeCells(spec, operation),
      ...operation.parameters.flatMap((parameter) => parameterCells(spec, parameter)),
      ...[...operation.requestBody].flatMap(([type, pointer]) => schemaCells(spec, pointer, `body ${type}`)),
      ...answerCells(spec, operation),
    ];
    return cells.map((cell) => `${operation.id} ${cell}`);
  });
}

function scopeCells({ document }: Spec, { pointer }: Operation): string[] {
  const security = (resolvePointer(document, `${pointer}/security`) ?? []) as readonly Record<string, string[]>[];
  return security.flatMap((scheme) => Object.values(scheme).flatMap((names) => names.map((name) => `scope ${name}`)));
}

function parameterCells(spec: Spec, { name, in: place, required, pointer }: Parameter): string[] {
  const label = `${place} ${name}`;
  return [...schemaCells(spec, pointer, label), ...(required ? [`${label} required`] : [])];
}

function answerCells(spec: Spec, { responses }: Operation): string[] {
  return [...responses].flatMap(([status, { content, headers }]) => [
    `status ${status}`,
    ...[...headers].flatMap(([name, pointer]) => schemaCells(spec, pointer, `status ${status} header ${name}`)),
    ...[...content].flatMap(([type, pointer]) => schemaCells(spec, pointer, `status ${status} ${type}`)),
  ]);
}

/** A schema, its constraints and those of all its members. */
function schemaCells(spec: Spec, pointer: string, label: string): string[] {
  const schema = (resolvePointer(spec.document, pointer) ?? {}) as Schema;
  if (typeof schema['$ref'] === 'string') return schemaCells(spec, schema['$ref'], label);
  const constraints = Object.keys(schema).filter((keyword) => !SILENT.includes(keyword));
  return [
    ...constraints.map((keyword) => `${label} ${keyword}`),
    ...Object.keys((schema['properties'] ?? {}) as Schema).flatMap((name) =>
      schemaCells(spec, `${pointer}/properties/${name}`, `${label} ${name}`),
    ),
    ...(schema['items'] === undefined ? [] : schemaCells(spec, `${pointer}/items`, `${label} []`)),
    ...((schema['allOf'] ?? []) as readonly Schema[]).flatMap((_, index) =>
      schemaCells(spec, `${pointer}/allOf/${index}`, label),
    ),
  ];
}

type Schema = Record<string, unknown>;

/** Rewrites what OpenAPI 3.0 says differently from JSON Schema; the copy is safe for ajv. */
export function toJsonSchemaDialect(document: unknown): unknown {
  if (Array.isArray(document)) return document.map((item) => toJsonSchemaDialect(item));
  if (typeof document !== 'object' || document === null) return document;
  const members = Object.entries(document).map(([name, value]) => [name, toJsonSchemaDialect(value)] as const);
  return rewriteBounds(rewriteNullable(Object.fromEntries(members)));
}

function rewriteNullable(schema: Schema): Schema {
  if (schema['nullable'] !== true) return schema;
  const { nullable: _, ...rest } = schema;
  if (typeof rest['type'] !== 'string') return { anyOf: [{ type: 'null' }, rest] };
  const values = Array.isArray(rest['enum']) ? { enum: [...new Set([...(rest['enum'] as unknown[]), null])] } : {};
  return { ...rest, ...values, type: [rest['type'], 'null'] };
}

function rewriteBounds(schema: Schema): Schema {
  const copy = { ...schema };
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof copy[flag] !== 'boolean') continue;
    if (copy[flag]) copy[flag] = copy[bound];
    else delete copy[flag];
  }
  return copy;
}

import type { SentRequest } from '../http/exchange.ts';
import type { Operation, Parameter } from '../spec/operation.ts';
import type { SchemaChecker } from './schema-checker.ts';

/** What is wrong with a request of our own, one line each; only wrong on purpose is allowed. */
export function checkRequest(
  request: SentRequest,
  path: string,
  operation: Operation,
  schemas: SchemaChecker,
): string[] {
  const url = new URL(request.url);
  return [
    ...checkPath(path, operation, schemas),
    ...checkQuery(url.searchParams, operation, schemas),
    ...checkBody(request, operation, schemas),
  ];
}

function checkPath(path: string, operation: Operation, schemas: SchemaChecker): string[] {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  const values = operation.pattern.exec(path)?.slice(1) ?? [];
  return operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap((parameter) =>
      misfits(parameter, decodeURIComponent(values[names.indexOf(parameter.name)] ?? ''), schemas),
    );
}

function checkQuery(query: URLSearchParams, operation: Operation, schemas: SchemaChecker): string[] {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  const unknown = [...query.keys()].filter((name) => !declared.some((parameter) => parameter.name === name));
  const wrong = declared.flatMap((parameter) => {
    const value = query.get(parameter.name);
    return value === null ? [] : misfits(parameter, value, schemas);
  });
  return [...unknown.map((name) => `query parameter ${name} is not declared`), ...wrong];
}

function misfits(parameter: Parameter, value: string, schemas: SchemaChecker): string[] {
  const asText = schemas.check(parameter.pointer, value);
  if (asText.length === 0) return [];
  const asJson = schemas.check(parameter.pointer, parseScalar(value));
  return asJson.map(({ problem }) => `${parameter.in} parameter ${parameter.name} ${problem}`);
}

function parseScalar(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

function checkBody(request: SentRequest, operation: Operation, schemas: SchemaChecker): string[] {
  if (request.body === undefined) return [];
  const mediaType = (request.headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  const pointer = operation.requestBody.get(mediaType);
  if (pointer === undefined) return [`media type ${mediaType || '(none)'} is not declared for ${operation.id}`];
  try {
    return schemas.check(pointer, JSON.parse(request.body)).map(({ at, problem }) => `body ${at} ${problem}`);
  } catch {
    return ['body is not JSON'];
  }
}

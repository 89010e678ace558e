import { resolvePointer, toPointer } from './json-pointer.ts';
import type { DocumentedResponse, Operation, Parameter } from './operation.ts';

type Node = Record<string, unknown>;
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a bundled document in document order; an operation without operationId is named by its place. */
export function readOperations(document: unknown): Operation[] {
  return Object.keys(nodeAt(document, '#/paths')).flatMap((path) =>
    METHODS.filter((method) => nodeAt(document, toPointer(['paths', path]))[method] !== undefined).map((method) =>
      readOperation(document, path, method),
    ),
  );
}

function readOperation(document: unknown, path: string, method: string): Operation {
  const pointer = toPointer(['paths', path, method]);
  const node = nodeAt(document, pointer);
  const body = follow(document, `${pointer}/requestBody`);
  return {
    id: typeof node['operationId'] === 'string' ? node['operationId'] : `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pattern: patternOf(path),
    pointer,
    parameters: readParameters(document, toPointer(['paths', path]), pointer),
    requestBody: schemasOf(document, `${body}/content`),
    responses: readResponses(document, `${pointer}/responses`),
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([^/]+)')}$`);
}

function readParameters(document: unknown, ...owners: string[]): Parameter[] {
  const places = owners.flatMap((owner) => {
    const listed = resolvePointer(document, `${owner}/parameters`);
    return Array.isArray(listed) ? listed.map((_, index) => follow(document, `${owner}/parameters/${index}`)) : [];
  });
  return places.map((pointer) => {
    const node = nodeAt(document, pointer);
    const place = node['in'] as Parameter['in'];
    return { name: String(node['name']), in: place, required: node['required'] === true, pointer: `${pointer}/schema` };
  });
}

function readResponses(document: unknown, pointer: string): Map<number, DocumentedResponse> {
  const responses = new Map<number, DocumentedResponse>();
  for (const status of Object.keys(nodeAt(document, pointer))) {
    const place = follow(document, `${pointer}/${status}`);
    const content = schemasOf(document, `${place}/content`);
    responses.set(Number(status), { pointer: place, content, headers: schemasOf(document, `${place}/headers`) });
  }
  return responses;
}

function schemasOf(document: unknown, pointer: string): Map<string, string> {
  const entries = Object.keys(nodeAt(document, pointer)).map((name) => {
    const place = follow(document, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return [name.toLowerCase(), `${place}/schema`] as const;
  });
  return new Map(entries);
}

function follow(document: unknown, pointer: string): string {
  const reference = nodeAt(document, pointer)['$ref'];
  return typeof reference === 'string' ? follow(document, reference) : pointer;
}

function nodeAt(document: unknown, pointer: string): Node {
  const node = resolvePointer(document, pointer);
  return typeof node === 'object' && node !== null ? (node as Node) : {};
}

import type { ReceivedResponse } from '../http/exchange.ts';
import type { DocumentedResponse, Operation } from '../spec/operation.ts';
import type { SchemaChecker } from './schema-checker.ts';
import type { Violation } from './violation.ts';
import { excerptOf } from '../http/excerpt.ts';

type Check = (response: ReceivedResponse, documented: DocumentedResponse, schemas: SchemaChecker) => Violation[];

const CHECKS: readonly Check[] = [checkReadable, checkMediaType, checkHeaders, checkBody];

/** Every departure of an answer from what its operation documents. */
export function checkResponse(response: ReceivedResponse, operation: Operation, schemas: SchemaChecker): Violation[] {
  const documented = operation.responses.get(response.status);
  if (documented) return CHECKS.flatMap((check) => check(response, documented, schemas));
  const statuses = [...operation.responses.keys()];
  const pointer = `${operation.pointer}/responses`;
  return [{ kind: 'undocumented-status', status: response.status, documented: statuses, pointer }];
}

/** The media type of an answer without its parameters, lower case; empty where there is none. */
export function mediaTypeOf(response: ReceivedResponse): string {
  return (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function checkReadable(response: ReceivedResponse, { pointer }: DocumentedResponse): Violation[] {
  return response.defect === undefined ? [] : [{ kind: 'unreadable-body', problem: response.defect, pointer }];
}

function checkMediaType(response: ReceivedResponse, { content, pointer }: DocumentedResponse): Violation[] {
  const documented = [...content.keys()];
  const received = mediaTypeOf(response);
  if (documented.length === 0 || documented.includes(received)) return [];
  return [{ kind: 'media-type', received, documented, pointer }];
}

function checkHeaders(response: ReceivedResponse, documented: DocumentedResponse, schemas: SchemaChecker): Violation[] {
  return [...documented.headers].flatMap(([name, pointer]) => {
    const received = response.headers[name];
    if (received === undefined) return [];
    const misfits = schemas.check(pointer, /^-?\d+$/.test(received) ? Number(received) : received);
    return misfits.map(({ problem }): Violation => ({ kind: 'header', name, problem, received, pointer }));
  });
}

function checkBody(response: ReceivedResponse, documented: DocumentedResponse, schemas: SchemaChecker): Violation[] {
  const pointer = documented.content.get(mediaTypeOf(response)) ?? [...documented.content.values()][0];
  if (pointer === undefined) return checkNoBody(response, documented);
  if (response.json === undefined) {
    return [{ kind: 'body', at: '', problem: 'must be JSON', received: excerpt(response.body), pointer }];
  }
  return schemas.check(pointer, response.json).map((misfit): Violation => ({ kind: 'body', ...misfit, pointer }));
}

function checkNoBody(response: ReceivedResponse, { pointer }: DocumentedResponse): Violation[] {
  return response.body === '' ? [] : [{ kind: 'unexpected-body', received: excerpt(response.body), pointer }];
}

function excerpt(body: string): string {
  return body === '' ? 'an empty body' : excerptOf(body, 120);
}

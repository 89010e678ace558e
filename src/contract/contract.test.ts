import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { Contract } from './contract.ts';
import { describeViolation } from './describe-violation.ts';

const DOCUMENT = `openapi: 3.0.3
info: { title: Small, version: '1' }
paths:
  /things/{id}:
    get:
      operationId: READ
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, maxLength: 3 } }
        - { name: size, in: query, schema: { type: integer, minimum: 1 } }
      responses:
        '200':
          description: The thing.
          headers: { Count: { schema: { type: integer, minimum: 0 } } }
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
                  id: { type: string }
                  note: { type: string, nullable: true }
                  kind: { type: string, nullable: true, enum: [a, b] }
        '204': { description: Nothing. }
    post:
      operationId: WRITE
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { type: object, required: [id] } } }
      responses:
        '201': { description: Written. }
`;

let contract: Contract;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'contract-')), 'openapi.yaml');
  writeFileSync(file, DOCUMENT);
  contract = new Contract(await loadSpec(file), 'http://127.0.0.1:1/prefix/');
});

function violationsOf(status: number, body: string, headers: Readonly<Record<string, string>> = JSON_TYPE) {
  const exchange: Exchange = {
    sequence: 1,
    principal: 'read',
    request: { method: 'GET', url: 'http://127.0.0.1:1/prefix/things/1?size=2', headers: {}, body: undefined },
    response: { status, headers, body, json: body === '' ? undefined : (JSON.parse(body) as unknown) },
    startedAt: 0,
    durationMs: 0,
    repeats: [],
  };
  return contract.checkExchange(exchange);
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('an answer keeps the contract', () => {
  test.each([
    [
      'with the media type in capitals and a charset',
      200,
      '{"id":"1"}',
      { 'content-type': 'Application/JSON; charset=utf-8' },
    ],
    ['with more members and headers', 200, '{"id":"1","more":[1]}', { ...JSON_TYPE, 'x-more': 'yes', count: '0' }],
    ['with null where it is allowed', 200, '{"id":"1","note":null,"kind":null}', JSON_TYPE],
    ['with nothing where nothing is documented', 204, '', {}],
  ])('%s', (_what, status, body, headers) => {
    expect(violationsOf(status, body, headers)).toEqual([]);
  });
});

describe('an answer breaks the contract', () => {
  test.each([
    ['by its status', 201, '{}', JSON_TYPE, { kind: 'undocumented-status', status: 201, documented: [200, 204] }],
    [
      'by its media type',
      200,
      '{"id":"1"}',
      { 'content-type': 'text/plain' },
      { kind: 'media-type', received: 'text/plain' },
    ],
    ['by having no media type', 200, '{"id":"1"}', {}, { kind: 'media-type', received: '' }],
    [
      'by a header',
      200,
      '{"id":"1"}',
      { ...JSON_TYPE, count: 'many' },
      { kind: 'header', name: 'count', received: 'many' },
    ],
    ['by a member that is missing', 200, '{}', JSON_TYPE, { kind: 'body', at: '' }],
    ['by a member of another type', 200, '{"id":1}', JSON_TYPE, { kind: 'body', at: '/id', received: '1' }],
    [
      'by a value that is not listed',
      200,
      '{"id":"1","kind":"c"}',
      JSON_TYPE,
      { kind: 'body', at: '/kind', received: '"c"' },
    ],
    ['by an empty body', 200, '', JSON_TYPE, { kind: 'body', problem: 'must be JSON' }],
    ['by a body where none is documented', 204, '{}', JSON_TYPE, { kind: 'unexpected-body', received: '{}' }],
  ])('%s', (_what, status, body, headers, violation) => {
    const violations = violationsOf(status, body, headers);
    expect(violations).toEqual([expect.objectContaining(violation)]);
    for (const { expected, received } of violations.map((each) => describeViolation(each))) {
      expect(expected).not.toBe('');
      expect(received).not.toBe('');
    }
  });
});

describe('a request of our own', () => {
  test.each([
    ['GET', '/things/1?size=5', undefined],
    ['POST', '/things/1', '{"id":"1"}'],
    ['POST', '/things/1', undefined],
  ])('%s %s is right', (method, path, body) => {
    expect(faults(method, path, body)).toEqual([]);
  });

  test.each([
    ['GET', '/things/1?size=0', undefined, 'query parameter size must be >= 1'],
    ['GET', '/things/1?size=x', undefined, 'query parameter size must be integer'],
    ['GET', '/things/1?depth=1', undefined, 'query parameter depth is not declared'],
    ['GET', '/things/long', undefined, 'path parameter id must NOT have more than 3 characters'],
    ['DELETE', '/things/1', undefined, 'it addresses no operation of the contract'],
    ['POST', '/things/1', '{}', "body  must have required property 'id'"],
    ['POST', '/things/1', '{"id":', 'body is not JSON'],
  ])('%s %s %s is wrong', (method, path, body, told) => {
    expect(faults(method, path, body)).toEqual([told]);
  });

  test('a media type that is not declared is wrong', () => {
    expect(faults('POST', '/things/1', '{"id":"1"}', 'text/plain')).toEqual([
      'media type text/plain is not declared for WRITE',
    ]);
  });
});

function faults(method: string, path: string, body?: string, type = 'application/json'): string[] {
  const url = `http://127.0.0.1:1/prefix${path}`;
  return contract.checkRequest({ method, url, headers: { 'content-type': type }, body });
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSpec } from './load-spec.ts';
import { SpecError } from './spec-error.ts';

const HEAD = 'openapi: 3.0.3\ninfo: { title: Small, version: "1" }\n';
const PATHS = `paths:
  /things/{id}:
    get:
      operationId: READ
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Thing' }
`;
const THING = 'components: { schemas: { Thing: { type: object } } }\n';

/** Writes files into a new folder and returns the path of the first. */
function written(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? '');
}

async function faultOf(files: Readonly<Record<string, string>>): Promise<string> {
  const fault = await loadSpec(written(files)).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(SpecError);
  return fault instanceof SpecError ? fault.message : '';
}

describe('loadSpec', () => {
  test.each(['3.0.3', '3.1.0'])('reads OpenAPI %s', async (version) => {
    const { operations, digest } = await loadSpec(
      written({ 'a.yaml': HEAD.replace('3.0.3', version) + PATHS + THING }),
    );
    expect(operations).toMatchObject([{ id: 'READ', method: 'GET', path: '/things/{id}' }]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('reads JSON, and the digest depends on nothing but the data', async () => {
    const json = { openapi: '3.0.3', info: { title: 'Small', version: '1' }, paths: {} };
    const [compact, wide] = [JSON.stringify(json), JSON.stringify(json, null, 4)];
    const digests = await Promise.all([compact, wide].map(async (text) => loadSpec(written({ 'a.json': text }))));
    expect(digests[0]?.digest).toBe(digests[1]?.digest);
  });

  test('reads from a URL', async () => {
    const server = createServer((_request, response) => response.end(HEAD + PATHS + THING));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { operations } = await loadSpec(`http://127.0.0.1:${port}/openapi.yaml`);
    server.close();
    expect(operations).toHaveLength(1);
  });

  test('follows references into its own folder', async () => {
    const paths = PATHS.replace('#/components/schemas/Thing', 'parts/thing.yaml');
    const spec = await loadSpec(written({ 'a.yaml': HEAD + paths, 'parts/thing.yaml': 'type: object\n' }));
    expect(JSON.stringify(spec.document)).not.toContain('thing.yaml');
  });

  test('does not follow references out of its folder', async () => {
    const paths = PATHS.replace('#/components/schemas/Thing', '../secret.yaml');
    expect(await faultOf({ 'inner/a.yaml': HEAD + paths, 'secret.yaml': 'type: object\n' })).toContain('a.yaml');
  });

  test.each([
    ['does not parse', 'openapi: "3.0.3\npaths: {}\n', /a\.yaml:\d+/],
    ['is no OpenAPI document', 'swagger: "2.0"\n', /a\.yaml:1: is not an OpenAPI 3\.0 or 3\.1 document/],
    ['says another version', 'openapi: 4.0.0\n', /it says version 4\.0\.0/],
    ['is a list', '- 1\n', /is not an OpenAPI/],
    ['has a dangling reference', HEAD + PATHS, /a\.yaml:12.*#\/components\/schemas\/Thing, which does not exist/],
  ])('a document that %s is told in one line with its place', async (_what, text, told) => {
    const message = await faultOf({ 'a.yaml': text });
    expect(message).toMatch(told);
    expect(message).not.toContain('\n');
  });

  test('a document that is not there is told', async () => {
    await expect(loadSpec('/nowhere/openapi.yaml')).rejects.toThrow('/nowhere/openapi.yaml');
  });
});

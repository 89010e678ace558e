import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readValues } from './read-values.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'values-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const FILES = {
  'conformance.config.json': '{"CONFORMANCE_SEED": 1, "CONFORMANCE_RATE": 10, "TARGET_TENANT": "fromfile"}',
  '.env': 'CONFORMANCE_SEED=2\nTARGET_TENANT=fromenvfile\nPATH_TO_SOMETHING=else\n',
};

describe('readValues', () => {
  test('flags win over the environment, that over .env, that over the config file', () => {
    const folder = folderWith(FILES);
    expect(readValues(folder, { CONFORMANCE_SEED: '3' }, { CONFORMANCE_SEED: '4' })).toEqual({
      CONFORMANCE_SEED: '4',
      CONFORMANCE_RATE: '10',
      TARGET_TENANT: 'fromenvfile',
    });
    expect(readValues(folder, { CONFORMANCE_SEED: '3' }, {})).toMatchObject({ CONFORMANCE_SEED: '3' });
    expect(readValues(folder, {}, {})).toMatchObject({ CONFORMANCE_SEED: '2' });
  });

  test('a YAML config file is read by the same names', () => {
    const folder = folderWith({ 'conformance.config.yaml': 'TARGET_TENANT: acmeshop\n' });
    expect(readValues(folder, {}, {})).toEqual({ TARGET_TENANT: 'acmeshop' });
  });

  test('so is one whose name ends in yml', () => {
    expect(readValues(folderWith({ 'conformance.config.yml': 'CONFORMANCE_SEED: 7\n' }), {}, {})).toEqual({
      CONFORMANCE_SEED: '7',
    });
  });

  test('an empty value is none', () => {
    const folder = folderWith({ 'conformance.config.yaml': 'TARGET_TENANT:\n' });
    expect(readValues(folder, { TARGET_TENANT: '' }, {})).toEqual({});
  });

  test('the mark with which some editors begin a file hides nothing', () => {
    const folder = folderWith({
      '.env': '\uFEFFTARGET_TENANT=acmeshop\r\n',
      'conformance.config.json': '\uFEFF{"CONFORMANCE_SEED": 7}',
    });
    expect(readValues(folder, {}, {})).toEqual({ TARGET_TENANT: 'acmeshop', CONFORMANCE_SEED: '7' });
  });

  test('a line break at the end of a value is none of it', () => {
    expect(readValues(folderWith({}), { TARGET_TOKEN_READ: 'token\n' }, {})).toEqual({ TARGET_TOKEN_READ: 'token' });
  });

  test('variables of others are left alone', () => {
    expect(readValues(folderWith({}), { HOME: '/root', TARGETARCH: 'amd64' }, {})).toEqual({});
  });

  test.each([
    [
      'an unknown key of the config file',
      { 'conformance.config.json': '{"TARGET_URL": "x"}' },
      {},
      'TARGET_URL (conformance.config.json)',
    ],
    ['an unknown key of .env', { '.env': 'TARGET_TOKEN_REED=x' }, {}, 'TARGET_TOKEN_REED (.env)'],
    ['an unknown variable', {}, { CONFORMANCE_SPEED: '1' }, 'CONFORMANCE_SPEED (environment)'],
    [
      'a malformed URL',
      {},
      { TARGET_BASE_URL: 'ftp://x' },
      'TARGET_BASE_URL (environment) must be an http or https URL',
    ],
    [
      'a URL with a password',
      {},
      { TARGET_BASE_URL: 'http://a:b@x' },
      'TARGET_BASE_URL (environment) must not hold a user or a password',
    ],
    [
      'a token in the place of a user',
      {},
      { TARGET_BASE_URL: 'http://a@x' },
      'TARGET_BASE_URL (environment) must not hold a user',
    ],
    [
      'a root with a query',
      {},
      { TARGET_BASE_URL: 'http://x/?a=b' },
      'TARGET_BASE_URL (environment) must not hold a query',
    ],
    [
      'a proxy without its protocol',
      {},
      { HTTPS_PROXY: 'proxy.corp:3128' },
      'HTTPS_PROXY (environment) must be an http or https URL',
    ],
    ['a target that was left open', {}, { TARGET_BASE_URL: '' }, 'TARGET_BASE_URL (environment) is empty'],
    [
      'two files of the same kind',
      { 'conformance.config.json': '{}', 'conformance.config.yaml': '{}' },
      {},
      'conformance.config.json and conformance.config.yaml are both there',
    ],
    [
      'a token of two words',
      {},
      { TARGET_TOKEN_READ: 'Bearer token' },
      'TARGET_TOKEN_READ (environment) must be one word',
    ],
    [
      'a file that is not there',
      {},
      { TARGET_CA_FILE: '/no/such.pem' },
      'TARGET_CA_FILE (environment) must name a file that is there',
    ],
    [
      'a mail server at no port',
      {},
      { TARGET_MAIL_SINK: 'smtp://127.0.0.1:99999' },
      'TARGET_MAIL_SINK (environment) must look like smtp://',
    ],
    [
      'a URL with a blank',
      {},
      { TARGET_BASE_URL: 'http://x/a b' },
      'TARGET_BASE_URL (environment) must be an http or https URL',
    ],
    [
      'a value of several parts',
      { 'conformance.config.json': '{"TARGET_TENANT": {"name": "acmeshop"}}' },
      {},
      'TARGET_TENANT (conformance.config.json) must be a single value',
    ],
    ['a tenant that is too short', {}, { TARGET_TENANT: 'ab' }, 'TARGET_TENANT (environment) must be 3 to 16'],
    ['a number that is none', {}, { CONFORMANCE_RATE: 'fast' }, 'CONFORMANCE_RATE (environment) must be a number'],
    ['a profile that is none', {}, { CONFORMANCE_PROFILE: 'all' }, 'CONFORMANCE_PROFILE (environment) must be one of'],
    [
      'a config file that does not parse',
      { 'conformance.config.json': '{"a": ' },
      {},
      'conformance.config.json cannot be read',
    ],
    [
      'a config file that is a list',
      { 'conformance.config.json': '[]' },
      {},
      'conformance.config.json must hold an object',
    ],
  ])('%s is told in one line with its source', (_what, files, environment, told) => {
    const read = () => readValues(folderWith(files), environment, {});
    expect(read).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringContaining(told) }),
    );
    expect(read).not.toThrow(/\n/);
  });

  test('a value that breaks its rule is not repeated, for it may be a secret', () => {
    expect(() => readValues(folderWith({}), { TARGET_BASE_URL: 'my-secret-token' }, {})).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('my-secret-token') }),
    );
  });
});

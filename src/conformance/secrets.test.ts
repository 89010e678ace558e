import { describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { toEvidence } from './evidence.ts';
import { Secrets } from './secrets.ts';

const CANARY = 'canary+token/with=signs';
const secrets = new Secrets([CANARY, undefined, '']);

const exchange: Exchange = {
  sequence: 1,
  principal: 'read',
  request: {
    method: 'POST',
    url: `https://example.com/${encodeURIComponent(CANARY)}?password=hunter2000`,
    headers: { 'x-echo': `Bearer ${CANARY}` },
    body: `{"password":"hunter2000","note":"${CANARY}"}`,
  },
  response: {
    status: 500,
    headers: { 'x-debug': CANARY },
    body: `{"access_token":"fresh-token","message":"${CANARY} is wrong","refresh_token":"other"}`,
    json: { access_token: 'fresh-token' },
  },
  startedAt: 0,
  durationMs: 1,
  repeats: [`GET /${CANARY}: reset`],
};

describe('secrets', () => {
  test('no part of an exchange keeps any of them', () => {
    const evidence = JSON.stringify(toEvidence(exchange, secrets));
    for (const secret of [CANARY, encodeURIComponent(CANARY), 'hunter2000', 'fresh-token', '"other"']) {
      expect(evidence).not.toContain(secret);
    }
    expect(evidence).toContain('is wrong');
  });

  test.each([
    ['as it is', CANARY],
    ['in a URL', encodeURIComponent(CANARY)],
    ['in a URL with small digits', encodeURIComponent(CANARY).replaceAll(/%../g, (code) => code.toLowerCase())],
    ['in a form', new URLSearchParams({ a: `${CANARY}~` }).toString().slice(2)],
    ['in a URL within a URL', encodeURIComponent(encodeURIComponent(CANARY))],
    ['in base64', Buffer.from(CANARY).toString('base64')],
    ['in base64 for URLs', Buffer.from(CANARY).toString('base64url')],
    ['in the base64 of more', Buffer.from(`Bearer ${CANARY}, and more`).toString('base64')],
    ['in the base64 of other more', Buffer.from(`{"token":"${CANARY}"}`).toString('base64url')],
    ['in hexadecimal digits', Buffer.from(CANARY).toString('hex').toUpperCase()],
  ])('%s, a value is masked', (_, form) => {
    const told = new Secrets([CANARY, `${CANARY}~`]).redact(`it is ${form}.`);
    expect(told).toContain('[redacted]');
    // What is left may be what stood around it.
    expect(told.length).toBeLessThan('it is [redacted].'.length + 28);
  });

  test('a value can become a secret later', () => {
    const later = new Secrets([]);
    later.add('swordfish');
    expect(later.redact('the swordfish swims')).toBe('the [redacted] swims');
  });

  test('what is too short to be recognised is left alone', () => {
    expect(new Secrets(['a']).redact('a banana')).toBe('a banana');
  });

  test.each([
    ['a secret that was cut', `body ${CANARY.slice(0, 12)}…`, 'body [redacted]…'],
    ['a password that was cut', '{"newPassword":"hunter2000 and…', '{"newPassword":"[redacted]'],
    [
      'JSON within JSON',
      String.raw`{"a":"{\"resetToken\":\"abc\",\"b\":1}"}`,
      String.raw`{"a":"{\"resetToken\":\"[redacted]\",\"b\":1}"}`,
    ],
    ['a JWT', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln!', 'Bearer [redacted]!'],
    ['a reset link', 'see https://shop.example.com/reset/abc now', 'see https://[redacted] now'],
    ['a parameter', '/cb?access_token=abc&state=1', '/cb?access_token=[redacted]&state=1'],
  ])('%s is masked', (_, text, masked) => {
    expect(secrets.redact(text)).toBe(masked);
  });

  test('a parameter of ours with a similar name stays', () => {
    const url = 'https://example.com/customers?sendPasswordResetNotifications=false';
    expect(secrets.redact(url)).toBe(url);
  });

  test('a long body is cut to an excerpt', () => {
    const long = { ...exchange, response: { ...exchange.response, body: 'x'.repeat(10_000) } };
    expect(toEvidence(long, secrets).response.body).toMatch(/^x{2000}… \(10000 characters\)$/);
  });
});

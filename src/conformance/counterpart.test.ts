import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { TransportError } from '../http/transport-error.ts';
import { EvidenceFile } from './evidence-file.ts';
import { LiveCounterpart } from './live-counterpart.ts';
import { readEvidence } from './read-evidence.ts';
import { ReplayedCounterpart } from './replayed-counterpart.ts';
import { Secrets } from './secrets.ts';

const TOKEN = 'a-real-token';
const STAND_IN = 'replayed:TOKEN:';
const MEBIBYTE = 1024 * 1024;

describe('what was answered live is answered again', () => {
  test('in the order of the questions, the last answer for ever, without secrets', async () => {
    const file = newFile();
    const live = new LiveCounterpart(new Secrets([TOKEN]), new EvidenceFile(file));
    const asked = [question('a', TOKEN), question('b', TOKEN), question('a', TOKEN)];
    const answers = [exchange(`{"n":1,"echo":"${TOKEN}"}`), exchange('{"n":2}'), exchange('{"n":3}')];
    for (const [index, each] of asked.entries()) await live.answer(each, async () => answers[index] ?? exchange(''));
    expect(await live.close()).toBeUndefined();
    expect(readFileSync(file, 'utf8')).not.toContain(TOKEN);

    const replayed = replay(file);
    const seen = ['b', 'a', 'a', 'a'].map(async (path) => replayed.answer(question(path, STAND_IN)));
    const numbers = (await Promise.all(seen)).map(({ response }) => response.json);
    expect(numbers).toEqual([{ n: 2 }, { n: 1, echo: '[redacted]' }, { n: 3 }, { n: 3 }]);
  });

  test('but not when whoever waited would have asked long since', async () => {
    const file = newFile();
    const live = new LiveCounterpart(new Secrets([TOKEN]), new EvidenceFile(file));
    await live.answer(question('a', TOKEN), async () => exchange('{}'));
    await live.close();
    const replayed = replay(file);
    await replayed.answer(question('a', STAND_IN));
    await replayed.clock.sleep(5_000);
    await expect(replayed.answer(question('a', STAND_IN))).rejects.toThrow('the evidence holds no later answer');
  });

  test('a fault too', async () => {
    const file = newFile();
    const live = new LiveCounterpart(new Secrets([]), new EvidenceFile(file));
    const ask = () => live.answer(question('a', TOKEN), () => Promise.reject(new TransportError('reset', 'GET /a')));
    await expect(ask()).rejects.toThrow('GET /a: reset');
    await live.close();
    await expect(replay(file).answer(question('a', TOKEN))).rejects.toThrow(new TransportError('reset', 'GET /a'));
  });

  test('with as many looks as whoever gave up had, whatever the clocks say', async () => {
    const file = newFile();
    const live = new LiveCounterpart(new Secrets([]), new EvidenceFile(file));
    const patient = { by: 'OWN-14', what: 'what comes late' };
    const [held, givenUp] = [live.deadlineOf(patient), live.deadlineOf(patient)];
    expect([held(7, false), givenUp(3, false), givenUp(4, true)]).toEqual([false, false, true]);
    await live.close();
    const replayed = replay(file);
    const [first, second] = [replayed.deadlineOf(patient), replayed.deadlineOf(patient)];
    expect([first(7, true), second(3, true), second(4, false)]).toEqual([false, false, true]);
  });

  test('but not what was never asked, nor what was too large to keep', async () => {
    const file = newFile();
    const live = new LiveCounterpart(new Secrets([]), new EvidenceFile(file));
    const large = exchange('x'.repeat(20 * MEBIBYTE));
    await live.answer(question('a', TOKEN), async () => large);
    await live.answer(question('b', TOKEN), async () => large);
    await live.close();
    const replayed = replay(file);
    expect((await replayed.answer(question('a', TOKEN))).response.body).toHaveLength(20 * MEBIBYTE);
    await expect(replayed.answer(question('b', TOKEN))).rejects.toThrow(
      'left out the body of a large answer to GET /b',
    );
    await expect(replayed.answer(question('c', TOKEN))).rejects.toThrow('the evidence holds no answer to GET /c');
  });
});

test('a disk that refuses is told at the end', async () => {
  const live = new LiveCounterpart(new Secrets([]), new EvidenceFile(mkdtempSync(join(tmpdir(), 'evidence-'))));
  await live.answer(question('a', TOKEN), async () => exchange('{}'));
  expect(await live.close()).toMatch(/^the evidence could not be written: EISDIR/);
});

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'evidence-')), 'exchanges.jsonl');
}

function replay(file: string): ReplayedCounterpart {
  return new ReplayedCounterpart(readEvidence(file));
}

function question(path: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, traceparent: String(Math.random()) };
  return { by: 'LST-03', principal: 'read', request: { method: 'GET', url: `/${path}`, headers, body: undefined } };
}

function exchange(body: string): Exchange {
  const { request, principal } = question('a', TOKEN);
  const response = { status: 200, headers: {}, body, json: undefined };
  return { sequence: 1, principal, request, response, startedAt: 0, durationMs: 1, repeats: [] };
}

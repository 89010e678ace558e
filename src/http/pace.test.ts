import { describe, expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** How many of so many requests are under way at most. */
async function mostUnderWay(pace: Pace, requests: number): Promise<number> {
  let [underWay, most] = [0, 0];
  const send = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
  };
  await Promise.all(Array.from({ length: requests }, () => pace.turn(send)));
  return most;
}

describe('a pace', () => {
  test('lets at most 32 requests be under way', async () => {
    expect(await mostUnderWay(new Pace(undefined), 200)).toBe(32);
  });

  test('lets half as many be under way after a pause, however often it was asked for', async () => {
    const pace = new Pace(undefined);
    for (let refusals = 0; refusals < 32; refusals += 1) pace.pause(50);
    // So that all that follow may leave at the same moment.
    await pace.turn(async () => {});
    expect(await mostUnderWay(pace, 30)).toBe(16);
  });

  test('lets more be under way again, one for every 32 answers', async () => {
    const pace = new Pace(undefined);
    pace.pause(1);
    await mostUnderWay(pace, 32 * 16);
    expect(await mostUnderWay(pace, 200)).toBe(32);
  });

  test('pauses by itself where a deployment refuses without saying for how long', async () => {
    const pace = new Pace(undefined);
    for (let refusals = 0; refusals < 32; refusals += 1) pace.slowDown();
    const before = Date.now();
    await pace.turn(async () => {});
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(await mostUnderWay(pace, 30)).toBe(16);
  });

  test('never lets none be under way', async () => {
    const pace = new Pace(undefined);
    for (let pauses = 0; pauses < 8; pauses += 1) {
      pace.pause(1);
      await pace.turn(async () => {});
    }
    expect(await mostUnderWay(pace, 10)).toBe(1);
  });

  test('gives the next turn to the lowest rank, and among equals to who came first', async () => {
    const pace = new Pace(undefined);
    const order: string[] = [];
    const sending = (name: string) => async () => void order.push(name);
    const first = Array.from({ length: 32 }, () => pace.turn(() => new Promise((resolve) => setImmediate(resolve))));
    const late = [2, 1, 2, 0].map((rank, index) => pace.turn(sending(`${rank}, number ${index}`), rank));
    await Promise.all([...first, ...late]);
    expect(order).toEqual(['0, number 3', '1, number 1', '2, number 0', '2, number 2']);
  });

  test('spaces requests by the rate', async () => {
    const pace = new Pace(100);
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 11 }, () => pace.turn(async () => {})));
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(95);
  });

  test('holds everything back while paused', async () => {
    const pace = new Pace(undefined);
    pace.pause(80);
    const startedAt = performance.now();
    await pace.turn(async () => {});
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(75);
  });

  test('holds many back without a warning of Node', async () => {
    const pace = new Pace(undefined);
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    pace.pause(20);
    await Promise.all(Array.from({ length: 40 }, () => pace.turn(async () => {})));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  test('fails what waits as soon as it is halted, until it is resumed', async () => {
    const pace = new Pace(undefined);
    pace.pause(60_000);
    const waiting = Promise.allSettled(Array.from({ length: 40 }, () => pace.turn(async () => {})));
    pace.halt(new Error('stopped'));
    expect((await waiting).map(({ status }) => status)).not.toContain('fulfilled');
    await expect(pace.turn(async () => 'sent')).rejects.toThrow('stopped');
  });

  test('gives its turn back after a fault', async () => {
    const pace = new Pace(undefined);
    const faults = Array.from({ length: 40 }, () => pace.turn(() => Promise.reject(new Error('gone'))));
    expect((await Promise.allSettled(faults)).every(({ status }) => status === 'rejected')).toBe(true);
    await expect(pace.turn(async () => 'sent')).resolves.toBe('sent');
  });
});

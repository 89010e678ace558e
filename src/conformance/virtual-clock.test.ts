import { expect, test } from 'vitest';
import { VirtualClock } from './virtual-clock.ts';

const HOUR_MS = 3_600_000;

test('hours pass at once, in their order', async () => {
  const clock = new VirtualClock(1_000);
  const seen: [string, number][] = [];
  const wait = async (name: string, ms: number) => {
    await clock.sleep(ms);
    seen.push([name, clock.now()]);
  };
  await Promise.all([wait('long', 2 * HOUR_MS), wait('short', HOUR_MS), wait('none', 0)]);
  expect(seen).toEqual([
    ['none', 1_000],
    ['short', 1_000 + HOUR_MS],
    ['long', 1_000 + 2 * HOUR_MS],
  ]);
});

test('what follows from one appointment is done before the next', async () => {
  const clock = new VirtualClock(0);
  const seen: string[] = [];
  const work = async () => {
    await clock.until(10);
    await clock.until(20);
    seen.push('work');
  };
  await Promise.all([work(), clock.until(30).then(() => seen.push('end'))]);
  expect(seen).toEqual(['work', 'end']);
});

test('a time that is over does not turn the clock back', async () => {
  const clock = new VirtualClock(100);
  await clock.until(50);
  expect(clock.now()).toBe(100);
});

test('of appointments at the same time the rank tells which comes first', async () => {
  const clock = new VirtualClock(0);
  const seen: string[] = [];
  const wait = async (name: string, rank?: number) => clock.until(10, rank).then(() => seen.push(name));
  await Promise.all([wait('asleep'), wait('second', 2), wait('first', 1)]);
  expect(seen).toEqual(['first', 'second', 'asleep']);
});

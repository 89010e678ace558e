import { describe, expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { waitUntil } from './convergence.ts';

const patience = (limitMs: number) => ({ limitMs, clock: systemClock });

function counter() {
  let count = 0;
  return async () => (count += 1);
}

describe('waitUntil', () => {
  test('looks once where it holds at once', async () => {
    const look = counter();
    expect(await waitUntil(look, () => true, patience(5_000))).toMatchObject({ seen: 1, held: true });
    expect(await look()).toBe(2);
  });

  test('looks again until it holds, and once more after what came late', async () => {
    const look = counter();
    expect(await waitUntil(look, (count) => count >= 4, patience(5_000))).toMatchObject({ seen: 5, held: true });
    expect(await look()).toBe(6);
  });

  test('is content only when what came late has come for good', async () => {
    const states = [false, true, false, false, true];
    const { held } = await waitUntil(
      async () => states.shift(),
      (state) => state === true,
      patience(5_000),
    );
    expect([held, states]).toEqual([true, []]);
  });

  test('takes the whole time where a state may go again', async () => {
    const startedAt = Date.now();
    const { held, ms } = await waitUntil(counter(), () => true, { ...patience(60), toTheEnd: true });
    expect(held).toBe(true);
    expect(ms).toBeLessThan(60);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(59);
  });

  test('gives up when the time is over, with the last thing seen', async () => {
    const { seen, held, ms } = await waitUntil(counter(), () => false, patience(60));
    expect(held).toBe(false);
    expect(seen).toBeGreaterThan(1);
    expect(ms).toBeGreaterThanOrEqual(60);
  });

  test('gives up only after a look that began when the time was over', async () => {
    const states = [false, true, true];
    const look = async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      return states.shift();
    };
    const { held } = await waitUntil(look, (state) => state === true, patience(50));
    expect([held, states]).toEqual([true, []]);
  });

  test('gives up by its deadline and not by the clock where it has one, anew in each round', async () => {
    const deadlines = [(looks: number) => looks >= 9, (looks: number) => looks >= 2];
    const newDeadline = () => deadlines.shift() ?? (() => true);
    const look = counter();
    const { seen, held } = await waitUntil(look, (count) => count === 3, { ...patience(0), newDeadline });
    expect([seen, held, deadlines]).toEqual([5, false, []]);
  });

  test('a fault while looking is not swallowed', async () => {
    await expect(
      waitUntil(
        () => Promise.reject(new Error('gone')),
        () => true,
        patience(50),
      ),
    ).rejects.toThrow('gone');
  });
});

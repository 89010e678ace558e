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

  test('looks again until it holds', async () => {
    expect(await waitUntil(counter(), (count) => count === 4, patience(5_000))).toMatchObject({ seen: 4, held: true });
  });

  test('gives up when the time is over, with the last thing seen', async () => {
    const { seen, held, ms } = await waitUntil(counter(), () => false, patience(60));
    expect(held).toBe(false);
    expect(seen).toBeGreaterThan(1);
    expect(ms).toBeGreaterThanOrEqual(60);
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

import type { Examination } from '../../../src/conformance/examination.ts';

/** Like `t.each`, one case after the other. */
export async function eachInTurn<T>(
  t: Examination,
  cases: Readonly<Record<string, T>>,
  examine: (item: T, label: string) => Promise<void>,
): Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  await t.each(cases, async (item, label) => {
    const own = turn.then(async () => examine(item, label));
    turn = own.catch(() => undefined);
    return own;
  });
}

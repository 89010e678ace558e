import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { reading, upserting } from './calls.ts';
import type { Json } from './json.ts';

/** Creates a customer by PUT; undefined where that is refused or it is not read under its number, which is judged elsewhere. */
export async function createByPut(t: Examination, members: Json): Promise<string | undefined> {
  const number = builderOf(t).number();
  const put = await t.send(upserting(number, { contactEmail: builderOf(t).email(), ...members }));
  if (!isAccepted(put)) return undefined;
  const { held } = await t.waitUntil(() => t.send(reading(number)), isAccepted);
  return held ? number : undefined;
}

import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { creating, patching, reading, upserting } from './calls.ts';
import { createCustomer, createdNumber } from './customer.ts';
import { asObject, bodyOf, pick, type Json } from './json.ts';
import { DEEP_MIXINS } from './mixins.ts';
import { REGISTRATIONS } from './registrations.ts';
import { shared } from './shared.ts';
import { contrast, differing, isStored } from './stored.ts';

/** Members that a target may refuse and may not lose, by what they are called in findings. */
export type Delicate = Readonly<Record<string, Json>>;

/** Sends members; the number is asked for where they were accepted. */
export type SendMembers = (members: Json) => Promise<{ readonly answer: Exchange; readonly number: () => string }>;

const EXPANDED = { expand: 'mixin:*' };

/** Members of which a target need not show anything, and whether a customer shows something of them. */
const HIDEABLE: Readonly<Record<string, (customer: Json) => boolean>> = {
  type: ({ type }) => typeof type === 'string',
  b2b: ({ b2b }) => typeof asObject(b2b)['companyRegistrationId'] === 'string',
  mixins: ({ mixins }) => Object.keys(asObject(mixins)).length > 0,
  metadata: ({ metadata }) => Object.keys(asObject(asObject(metadata)['mixins'])).length > 0,
};

/** Members of a profile of some type. */
export function delicateMembers(type: 'CUSTOMER' | 'CONTACT'): Delicate {
  return {
    [`the type ${type}`]: { type },
    'a site': { preferredSite: 'North-DE_2' },
    'a currency': { preferredCurrency: 'JPY' },
    'a text with blanks, a tab and a line break': { company: 'Two  blanks,   three,\ta tab\nand a second line' },
    'a title in small letters': { title: 'Dr. med.' },
    mixins: DEEP_MIXINS,
  };
}

/** A company, which has to be told by its registration. */
export const REGISTERED: Delicate = { 'a registration': { b2b: { companyRegistrationId: REGISTRATIONS[0] } } };

/** Sends the members at once, and where that is refused each alone; expects what is accepted to be read. */
export async function expectDelicateKept(t: Examination, members: Delicate, send: SendMembers): Promise<void> {
  const whole = Object.assign({}, ...Object.values(members)) as Json;
  const { answer, number } = await send(whole);
  if (isAccepted(answer)) return expectNotLost(t, number(), whole, answer);
  for (const [label, part] of Object.entries(members)) {
    const alone = await send(part);
    if (isAccepted(alone.answer)) await expectNotLost(t, alone.number(), part, alone.answer);
    else t.note(`${label}: status ${alone.answer.response.status}`);
  }
}

/** The delicate members that a customer shows as they were sent. */
export async function delicateShown(t: Examination, number: string, members: Delicate): Promise<Json> {
  const seen = await t.send(reading(number, EXPANDED));
  return Object.assign({}, ...Object.values(members).filter((part) => isStored(seen, part))) as Json;
}

/** Expects members to be read, but for those of which no customer shows anything. */
export async function expectNotLost(t: Examination, number: string, members: Json, sent: Exchange): Promise<void> {
  const look = () => t.send(reading(number, EXPANDED));
  const { seen, held, ms } = await t.waitUntil(look, (read) => isStored(read, members));
  if (held) return void t.convergences.push({ what: 'the members that were sent are read', ms });
  const isWhole = isAccepted(seen) && typeof bodyOf(seen)['contactEmail'] === 'string';
  t.control(isWhole, 'a customer that is read with expand shows its profile');
  const [body, shown] = [bodyOf(seen), await shownNames(t)];
  const lost = differing(body, members).filter((name) => shown.includes(name) || HIDEABLE[name]?.(body) !== false);
  const { expected, received } = contrast(body, pick(members, lost));
  t.expect(lost.length === 0, expected, received, sent, seen);
}

/** The names of the hideable members of which some customer shows something, in whatever way they were sent. */
async function shownNames(t: Examination): Promise<readonly string[]> {
  return shared(t, 'delicate customers', async (stage) => {
    const members = { ...delicateMembers('CUSTOMER'), ...REGISTERED };
    const byPatchOfOne: SendMembers = async (part) => byPatch(stage, (await createCustomer(stage)).number)(part);
    const ways = [byPost(stage), byPut(stage), byPatchOfOne];
    const shown = await Promise.all(ways.map(async (send) => namesShown(stage, members, send)));
    return shown.flat();
  });
}

/** Sends members in a creation. */
export function byPost(t: Examination): SendMembers {
  return async (members) => {
    const answer = await t.send(creating({ ...builderOf(t).profile(), ...members }));
    return { answer, number: () => createdNumber(t, answer) };
  };
}

/** Sends members in a PUT on an unknown number. */
export function byPut(t: Examination): SendMembers {
  return async (members) => {
    const number = builderOf(t).number();
    const answer = await t.send(upserting(number, { ...builderOf(t).profile(), ...members }));
    return { answer, number: () => number };
  };
}

/** Sends members in a PATCH of a customer. */
export function byPatch(t: Examination, number: string): SendMembers {
  return async (members) => ({ answer: await t.send(patching(number, members)), number: () => number });
}

async function namesShown(t: Examination, members: Delicate, send: SendMembers): Promise<string[]> {
  const names = new Set<string>();
  for (const part of Object.values(members).filter((each) => Object.keys(each).some((name) => name in HIDEABLE))) {
    const { answer, number } = await send(part);
    if (!isAccepted(answer)) continue;
    const look = () => t.send(reading(number(), EXPANDED));
    const { seen } = await t.waitUntil(look, (read) => isStored(read, part));
    for (const name of Object.keys(part)) if (HIDEABLE[name]?.(bodyOf(seen)) === true) names.add(name);
  }
  return [...names];
}

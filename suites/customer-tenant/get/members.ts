import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { Untestable } from '../../../src/conformance/untestable.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, patching, reading } from '../stage/calls.ts';
import { legalEntitiesOf, sharedColleague } from '../stage/company.ts';
import { createCustomer, type Customer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { createFound, itemOf } from '../stage/found.ts';
import { asObject, bodyOf, differingNames, pick, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { MIXED } from '../stage/mixins.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';
import { shared } from '../stage/shared.ts';
import { controlSteady } from '../stage/steady.ts';

const SKEW_MS = 10 * 60_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

requirement('GET-05', async (t) => {
  await ofSeveral(t, (seen) => {
    const { businessModel } = bodyOf(seen);
    const fits = businessModel === undefined || businessModel === 'B2B' || businessModel === 'B2C';
    t.expect(fits, 'businessModel B2B or B2C', show(businessModel), seen);
  });
});

requirement('GET-06', async (t) => {
  await ofSeveral(t, (seen) => {
    const { active, onHold, metadata } = bodyOf(seen);
    const { version } = asObject(metadata);
    t.expect(typeof active === 'boolean', 'active to be a boolean', show(active), seen);
    t.expect(typeof onHold === 'boolean', 'onHold to be a boolean', show(onHold), seen);
    t.expect(Number.isInteger(version), 'metadata.version to be an integer', show(version), seen);
  });
});

requirement('GET-07', async (t) => {
  const { number } = await sharedColleague(t);
  await t.each({ read: 'read', readOwn: 'readOwn' } as const, async (viewer) => {
    const seen = await t.send(reading(number, {}, viewer));
    const entities = legalEntitiesOf(bodyOf(seen));
    // Nothing promises them to a member.
    t.control(entities.length > 0 || viewer === 'readOwn', 'a customer of a company shows legalEntities');
    for (const { id, name, contactAssignmentId } of entities) {
      const entity = { id, name, contactAssignmentId };
      const areTexts = Object.values(entity).every((member) => typeof member === 'string');
      t.expect(areTexts, 'id, name and contactAssignmentId to be strings', show(entity), seen);
    }
  });
});

requirement('GET-11', async (t) => {
  const startedAt = t.run.now();
  const { stored } = await createCustomer(t);
  const { metadataCreatedAt, lastLogin } = stored;
  const seen = t.exchanges.slice(-1);
  if (metadataCreatedAt === undefined) t.note('a customer shows no metadataCreatedAt');
  else {
    const isInstant = typeof metadataCreatedAt === 'string' && INSTANT.test(metadataCreatedAt);
    t.expect(isInstant, 'metadataCreatedAt to be an ISO 8601 instant', show(metadataCreatedAt), ...seen);
    const distance = isInstant ? Math.abs(Date.parse(metadataCreatedAt) - startedAt) : Number.NaN;
    t.expect(distance < SKEW_MS, 'metadataCreatedAt to be the time of creation', show(metadataCreatedAt), ...seen);
  }
  const isTime = typeof lastLogin === 'string' && !Number.isNaN(Date.parse(lastLogin));
  t.expect((lastLogin ?? null) === null || isTime, 'lastLogin to be null or a time', show(lastLogin), ...seen);
});

requirement('GET-12', async (t) => {
  const photoUrl = 'https://example.com/photo.png';
  const plain = { photoUrl, type: 'CUSTOMER', middleName: builderOf(t).marker() };
  const customer = await createRich(t, plain);
  // As no customer is by default.
  const change = patching(customer.number, { active: false, onHold: true, company: builderOf(t).marker() });
  t.controlAccepted(await t.send(change), 'a change');
  const read = () => t.send(reading(customer.number));
  await expectAlike(
    t,
    customer,
    await t.settled('the change is read', read, (seen) => bodyOf(seen)['onHold'] === true),
  );
  if (!t.claims('company')) return;
  const colleague = await sharedColleague(t);
  await expectAlike(t, colleague, await t.send(reading(colleague.number)));
});

/** A customer with a mixin and a registration where those are taken. */
async function createRich(t: Examination, members: Json): Promise<Customer> {
  const rich = { ...members, ...MIXED, b2b: { companyRegistrationId: REGISTRATIONS[0] } };
  return createFound(t, rich).catch(async (fault: unknown) => {
    if (fault instanceof Untestable) return createFound(t, members);
    throw fault;
  });
}

/** Expects a list to show a customer as it was read alone. */
async function expectAlike(t: Examination, customer: Customer, alone: Exchange): Promise<void> {
  t.controlAccepted(alone, 'reading the customer');
  const wanted = viewOf(bodyOf(alone));
  const listed = (list: Exchange) => {
    const view = viewOf(itemOf(list, customer) ?? {});
    return isSameTime(view['metadataCreatedAt'], wanted['metadataCreatedAt'])
      ? { ...view, metadataCreatedAt: wanted['metadataCreatedAt'] }
      : view;
  };
  const look = () => t.send(finding(customer.email));
  const { seen, held } = await t.waitUntil(look, (list) => isDeepStrictEqual(listed(list), wanted));
  t.control(itemOf(seen, customer) !== undefined, 'the search finds the customer');
  if (!held) await controlSteady(t, customer.number, bodyOf(alone));
  const wrong = differingNames(wanted, listed(seen));
  const [expected, received] = [wanted, listed(seen)].map((view) => show(pick(view, wrong)));
  t.expect(held, `the customer as read alone: ${expected}`, received ?? '', alone, seen);
}

function viewOf(customer: Json): Json {
  const { contactPhone = null, metadata, metadataCreatedAt = null } = customer;
  const { version, mixins = {} } = asObject(metadata);
  return { ...profileOf(customer), contactPhone, metadataCreatedAt, version, 'metadata.mixins': mixins };
}

/** Whether two values tell one time, in two ways of writing it; seconds may be told without their parts. */
function isSameTime(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || !INSTANT.test(one) || !INSTANT.test(other)) return false;
  const precision = one.includes('.') && other.includes('.') ? 1 : 1_000;
  return Math.abs(Date.parse(one) - Date.parse(other)) <= precision;
}

/** The number of a customer who is not active; how that is shown is left open. Throws Untestable. */
async function switchedOff(t: Examination): Promise<string> {
  return shared(t, 'switched off', async (stage) => {
    const { number } = await createCustomer(stage);
    const company = builderOf(stage).marker();
    stage.controlAccepted(await stage.send(patching(number, { active: false, company })), 'a change of active');
    const look = () => stage.send(reading(number));
    await stage.settled('that change is read', look, (seen) => bodyOf(seen)['company'] === company);
    return number;
  });
}

/** Judges what a customer of no company shows, where there are companies a customer of one, and one who is switched off. */
async function ofSeveral(t: Examination, judge: (seen: Exchange) => void): Promise<void> {
  const customers = {
    'any customer': () => knownCustomer(t),
    ...(t.claims('company') && { 'a customer of a company': async () => (await sharedColleague(t)).number }),
    ...(t.claims('writes') && { 'a customer who is switched off': () => switchedOff(t) }),
  };
  await t.each(customers, async (number) => {
    const seen = await t.send(reading(await number()));
    t.controlAccepted(seen, 'reading a customer');
    judge(seen);
  });
}

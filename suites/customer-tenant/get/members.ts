import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { legalEntitiesOf, sharedColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { INSTANT } from '../stage/instant.ts';
import { asObject, bodyOf, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createByPut } from '../stage/put.ts';
import { shared } from '../stage/shared.ts';

const SKEW_MS = 10 * 60_000;

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
  const { number, stored } = await createCustomer(t);
  const seen = t.exchanges.slice(-1);
  const { metadataCreatedAt, lastLogin } = stored;
  const isTime = typeof lastLogin === 'string' && !Number.isNaN(Date.parse(lastLogin));
  t.expect((lastLogin ?? null) === null || isTime, 'lastLogin to be null or a time', show(lastLogin), ...seen);
  if (metadataCreatedAt === undefined) return t.note('a customer shows no metadataCreatedAt');
  expectCreatedSince(t, startedAt, stored, seen);
  await expectSameCreation(t, number, metadataCreatedAt);
  const made = await createByPut(t, {});
  if (made === undefined) return;
  const read = await t.settled('a customer made by PUT is read', () => t.send(reading(made)), isAccepted);
  if (bodyOf(read)['metadataCreatedAt'] !== undefined) expectCreatedSince(t, startedAt, bodyOf(read), [read]);
});

/** Expects a customer to show that it was created a moment ago. */
function expectCreatedSince(t: Examination, startedAt: number, { metadataCreatedAt }: Json, seen: readonly Exchange[]) {
  const isInstant = typeof metadataCreatedAt === 'string' && INSTANT.test(metadataCreatedAt);
  t.expect(isInstant, 'metadataCreatedAt to be an ISO 8601 instant', show(metadataCreatedAt), ...seen);
  const distance = isInstant ? Math.abs(Date.parse(metadataCreatedAt) - startedAt) : Number.NaN;
  t.expect(distance < SKEW_MS, 'metadataCreatedAt to be the time of creation', show(metadataCreatedAt), ...seen);
}

/** Expects a change not to move the time of the creation, where two reads before it tell the same. */
async function expectSameCreation(t: Examination, number: string, createdAt: unknown): Promise<void> {
  const before = bodyOf(await t.send(reading(number)))['metadataCreatedAt'];
  await changeCustomer(t, number, { company: builderOf(t).marker() });
  const seen = await t.send(reading(number));
  const after = bodyOf(seen)['metadataCreatedAt'];
  t.expect(
    before !== createdAt || after === createdAt,
    `metadataCreatedAt still ${show(createdAt)}`,
    show(after),
    seen,
  );
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

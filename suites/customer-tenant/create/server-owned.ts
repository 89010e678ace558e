import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { asObject, bodyOf, objectsIn, type Json } from '../stage/json.ts';
import { LONG_AGO } from '../stage/owned.ts';

/** A member that only the service may set: how it is sent, and how it is known that a customer shows it. */
interface Owned {
  readonly sent: Json;
  readonly shown: (customer: Json) => boolean;
  /** What has to be expanded for it. */
  readonly expand?: string;
}

requirement('CRE-23', async (t) => {
  const own = (await createCustomer(t)).stored;
  const marker = builderOf(t).marker();
  const entity = { id: marker, name: marker, contactAssignmentId: marker };
  const owned: Readonly<Record<string, Owned>> = {
    customerNumber: { sent: { customerNumber: marker }, shown: (body) => body['customerNumber'] === marker },
    businessModel: { sent: { businessModel: 'B2B' }, shown: (body) => body['businessModel'] === 'B2B' },
    legalEntities: {
      sent: { b2b: { legalEntities: [entity] } },
      shown: (body) => JSON.stringify(body['b2b'] ?? null).includes(marker),
    },
    accounts: {
      sent: { accounts: [{ id: `${marker}@example.com` }] },
      shown: ({ accounts }) => objectsIn(accounts).some(({ id }) => id === `${marker}@example.com`),
      expand: 'accounts',
    },
    metadataCreatedAt: { sent: { metadataCreatedAt: LONG_AGO }, shown: (body) => isLongAgo(body['metadataCreatedAt']) },
    'metadata.version': {
      sent: { metadata: { version: 41 } },
      shown: (body) => asObject(body['metadata'])['version'] === 41,
    },
  };
  await t.each(owned, async ({ sent, shown, expand }, name) => {
    const created = await t.send({ ...creating({ ...builderOf(t).profile(), ...sent }), invalid: true });
    if (isRefused(created)) return t.note(`${name} is refused`);
    const number = createdNumber(t, created);
    const look = () => t.send(reading(number, expand === undefined ? {} : { expand }));
    const seen = await t.settled('the customer is read', look, isAccepted);
    const isTaken = shown(bodyOf(seen)) && !shown(own);
    t.expect(!isTaken, `${name} to be set by the service alone`, 'the value that was sent', created, seen);
  });
});

function isLongAgo(time: unknown): boolean {
  return Date.parse(String(time)) === Date.parse(LONG_AGO);
}

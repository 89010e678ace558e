import { requirement } from '../../../src/conformance/requirement.ts';
import { only } from '../stage/grid.ts';
import { expectSufficient, ownScopes, plainScopes } from '../stage/sufficient.ts';

requirement('SC-02', async (t) => {
  await expectSufficient(t, only(ownScopes(t), 'LIST', 'GET'));
});

requirement('SC-04', async (t) => {
  await expectSufficient(t, only(ownScopes(t), 'CREATE', 'UPSERT', 'PATCH', 'DELETE'));
});

requirement('SC-10', async (t) => {
  const [plain, own] = [Object.entries(plainScopes(t)), Object.entries(ownScopes(t))];
  await expectSufficient(t, {
    ...Object.fromEntries(plain.map(([operation, make]) => [`${operation} with the plain scope alone`, make])),
    ...Object.fromEntries(own.map(([operation, make]) => [`${operation} with the _own scope alone`, make])),
  });
});

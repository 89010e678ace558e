import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createColleague, expectInOwnCompany } from '../stage/company.ts';
import { expectNobodyHas } from '../stage/effect.ts';

requirement('OWN-16', async (t) => {
  const builder = builderOf(t);
  const [number, profile] = [builder.number(), builder.profile()];
  const { number: known, profile: usual } = await createColleague(t);
  const answer = await t.send(upserting(number, profile, 'manageOwn'));
  if (isAccepted(answer)) {
    await expectInOwnCompany(t, { number, email: profile.contactEmail }, answer);
  } else {
    const { status } = answer.response;
    t.expect(isRefused(answer), 'a creation or a refusal with 4xx', `status ${status}`, answer);
    await expectNobodyHas(t, profile.contactEmail, answer);
    const read = await t.send(reading(number));
    t.expect(!isAccepted(read), 'a refused request to create nothing', `${number} can be read`, answer, read);
  }
  t.note(`a PUT on an unknown number under customer_manage_own is answered ${answer.response.status}`);
  t.controlAccepted(await t.send(upserting(known, usual, 'manageOwn')), 'a PUT on the number of a colleague');
});

import { describeAnswer } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { finding, listing, reading } from '../stage/calls.ts';
import { sharedColleague, sharedForeigner, sharedLoner } from '../stage/company.ts';
import { bodyOf } from '../stage/json.ts';
import { lacking } from '../stage/lacking.ts';
import { expectUnlisted, isListed } from '../stage/privacy.ts';

requirement('OWN-17', lacking('tokens of one customer for each of several companies'));

requirement('OWN-18', async (t) => {
  const others = [await sharedColleague(t), await sharedForeigner(t), await sharedLoner(t)];
  for (const other of others) {
    const find = () => t.send(finding(other.email));
    await t.settled('the plain scope finds the customer', find, (seen) => isListed(seen, other));
  }
  const calls = [listing({}, 'companyless'), ...others.map(({ email }) => finding(email, 'companyless'))];
  expectUnlisted(t, await Promise.all(calls.map((call) => t.send(call))), others);
  for (const other of others) {
    const read = await t.send(reading(other.number, {}, 'companyless'));
    t.expect(bodyOf(read)['contactEmail'] !== other.email, 'nobody to be read', describeAnswer(read), read);
  }
});

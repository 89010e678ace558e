import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { listCrowd } from '../stage/crowd-list.ts';
import { inOrderOf } from '../stage/crowd-order.ts';
import { itemsOf } from '../stage/json.ts';

requirement('LST-30', async (t) => {
  const crowd = await crowdOf(t);
  t.control(crowd.q !== undefined, 'a search narrows a list to several customers');
  const wanted = String(inOrderOf(crowd, 'title', 'firstName'));
  const forms = ['title,firstName', 'title:firstName', 'title:asc,firstName:asc', 'title:asc:firstName:asc'];
  const seen = await Promise.all(forms.map(async (sort) => ({ sort, ...(await listCrowd(t, crowd, { sort })) })));
  for (const exchange of seen.flatMap(({ exchanges }) => exchanges)) {
    t.expect(exchange.response.status < 500, 'an order, or a refusal', `status ${exchange.response.status}`, exchange);
  }
  const honoured = seen.filter(({ numbers }) => String([...new Set(numbers)]) === wanted).map(({ sort }) => sort);
  t.note(`orders by two fields: ${honoured.map((sort) => `sort=${sort}`).join(', ') || 'none that was tried'}`);
  const taken = seen.filter(({ numbers }) => numbers.length > 0);
  t.expect(
    honoured.length > 0 || taken.length === 0,
    'the order of title and, within it, of firstName, for one way to name two fields',
    'another order for each',
    ...taken.flatMap(({ exchanges }) => exchanges),
  );
});

requirement('LST-31', async (t) => {
  const right = await t.send(listing({ sort: 'contactEmail:asc', pageSize: '2' }));
  t.controlAccepted(right, 'a sort by contactEmail');
  t.control(itemsOf(right).length > 0, 'the list shows a customer');
  const sorts = ['contactEmail:sideways', 'contactEmail:1', 'noSuchField', 'noSuchField:desc', 'no.such.field:asc'];
  await t.each(Object.fromEntries(sorts.map((sort) => [`sort=${sort}`, sort])), async (sort) => {
    const seen = await t.send({ ...listing({ sort, pageSize: '2' }), invalid: true });
    if (seen.response.status === 400) return;
    if (!isAccepted(seen) || itemsOf(seen).length === 0) {
      t.fail({ expected: 'status 400, or a list as if there were no sort', exchange: seen });
    }
  });
});

requirement('LST-32', async (t) => {
  const crowd = await crowdOf(t);
  t.control(crowd.q !== undefined, 'a search narrows a list to several customers');
  await t.each({ asc: false, desc: true }, async (descends, direction) => {
    const sort = `firstName:${direction}`;
    const ascending = inOrderOf(crowd, 'firstName');
    const wanted = descends ? ascending.toReversed() : ascending;
    const lower = await listCrowd(t, crowd, { sort });
    t.control(String(lower.numbers) === String(wanted), `sort=${sort} is honoured`);
    const upper = await listCrowd(t, crowd, { sort: `firstName:${direction.toUpperCase()}` });
    if (upper.exchanges.some(({ response }) => response.status === 400) || upper.numbers.length === 0) {
      return t.note(`firstName:${direction.toUpperCase()} is refused`);
    }
    t.expect(
      String(upper.numbers) === String(wanted),
      `the same order as with sort=${sort}`,
      'another order',
      ...lower.exchanges,
      ...upper.exchanges,
    );
  });
});

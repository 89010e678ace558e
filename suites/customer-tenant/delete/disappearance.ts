import type { Call } from '../../../src/conformance/call.ts';
import { isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress } from '../stage/address.ts';
import { builderOf } from '../stage/builder.ts';
import { deleting, finding, listing, patching, reading } from '../stage/calls.ts';
import { assignEmail } from '../stage/collision.ts';
import { createColleague } from '../stage/company.ts';
import { isGone, type Customer } from '../stage/customer.ts';
import { expectOnNoPage, firstPages } from '../stage/first-pages.ts';
import { createFound, expectLeaves, itemOf } from '../stage/found.ts';
import { createUnusual } from '../stage/members.ts';
import { createRich } from '../stage/mixins.ts';
import { putFound } from '../stage/put.ts';
import { areShown } from '../stage/walk.ts';

const ORDERED = { sort: 'lastName', expand: 'accounts' };

requirement('DEL-04', async (t) => {
  const expectations = {
    'as soon as may be': expectEachGone,
    'for good': expectNoReturn,
    ...(t.claims('company') && { 'for colleagues': expectGoneForColleagues }),
  };
  await t.each(expectations, async (expected) => expected(t));
});

/** Expects deleted customers of every kind to be gone. */
async function expectEachGone(t: Examination): Promise<void> {
  const plain = await createFound(t);
  const wasOnPage = areShown(await firstPages(t), [plain]);
  const deleted = await sendDeletion(t, plain);
  t.controlAccepted(deleted.answer, 'deleting the customer');
  await expectGone(t, plain, deleted);
  if (wasOnPage) await expectOnNoPage(t, plain);
  const unusual = {
    ...(await createUnusual(t, createFound)),
    'a customer made by PUT': await putFound(t),
    'a customer with mixins': await createRich(t),
    'a customer with an address': await housedFound(t),
    ...(t.claims('accounts-internal') && { 'a customer with a further account': await twiceFound(t) }),
  };
  await t.each(unusual, async (customer) => {
    const deletion = await sendDeletion(t, customer);
    t.expectAccepted(deletion.answer);
    await expectGone(t, customer, deletion);
  });
}

/** Expects colleagues to see a deleted customer no more either. */
async function expectGoneForColleagues(t: Examination): Promise<void> {
  const colleague = await createColleague(t);
  const list = finding(colleague.email, 'readOwn');
  const wasListed = itemOf(await t.send(list), colleague) !== undefined;
  t.controlAccepted(await t.send(deleting(colleague.number)), 'deleting a member of a company');
  const look = () => t.send(reading(colleague.number, {}, 'readOwn'));
  await t.eventually('the deleted customer to be read by no colleague', look, isRefused);
  if (wasListed) await expectLeaves(t, colleague, list, 'the list of a colleague');
}

/** Expects a change that was accepted a moment before the deletion not to bring the customer back. */
async function expectNoReturn(t: Examination): Promise<void> {
  const customer = await createFound(t);
  t.controlAccepted(await t.send(patching(customer.number, { company: builderOf(t).marker() })), 'a change');
  const answer = await t.send(deleting(customer.number));
  t.controlAccepted(answer, 'a deletion right after it');
  await t.watch(
    () => t.send(finding(customer.email)),
    () => false,
  );
  await expectGone(t, customer, { answer, wasFoundById: false });
}

/** A customer with an address where those are offered, found by its e-mail. Throws Untestable. */
async function housedFound(t: Examination): Promise<Customer> {
  const customer = await createFound(t);
  await addAddress(t, customer.number);
  return customer;
}

/** A customer with a further account, found by its e-mail. Throws Untestable. */
async function twiceFound(t: Examination): Promise<Customer> {
  const customer = await createFound(t);
  await assignEmail(t, customer.number);
  return customer;
}

interface Deletion {
  readonly answer: Exchange;
  /** Whether a search by id found the customer before. */
  readonly wasFoundById: boolean;
}

async function sendDeletion(t: Examination, customer: Customer): Promise<Deletion> {
  const found = await t.send(findingById(customer));
  const answer = await t.send(deleting(customer.number));
  return { answer, wasFoundById: itemOf(found, customer) !== undefined };
}

function findingById({ number }: Customer): Call {
  return listing({ q: `id:${number}` });
}

/** Expects a deleted customer to be neither read nor found any more. */
async function expectGone(t: Examination, customer: Customer, { wasFoundById }: Deletion): Promise<void> {
  const { number, email } = customer;
  await t.eventually('the deleted customer to be answered 404', () => t.send(reading(number)), isGone);
  const expanded = () => t.send(reading(number, { expand: 'accounts' }));
  await t.eventually('nobody to be read with expand=accounts either', expanded, isRefused);
  const searches = {
    [`contactEmail:${email}`]: finding(email),
    [`contactEmail:${email}, sorted and expanded`]: listing({ ...finding(email).query, ...ORDERED }),
    ...(wasFoundById && { [`id:${number}`]: findingById(customer) }),
  };
  await t.each(searches, async (call, q) => expectLeaves(t, customer, call, `the list with q=${q}`));
}

// What suites of somebody's own are written with: `emporix-conformance/customer-tenant`.
export type { Call } from '../../../src/conformance/call.ts';
export { isAccepted } from '../../../src/conformance/answer.ts';
export type { Examination } from '../../../src/conformance/examination.ts';
export { requirement } from '../../../src/conformance/requirement.ts';
export type { Exchange } from '../../../src/http/exchange.ts';
export { builderOf } from './builder.ts';
export * from './calls.ts';
export { createCustomer, stateOf, type Customer } from './customer.ts';
export { bodyOf, itemsOf, type Json } from './json.ts';

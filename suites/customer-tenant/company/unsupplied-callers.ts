import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';

// No variable of the public interface supplies these tokens, so no run claims the features that they belong to.
const lacking = (token: string) => async (t: Examination) => t.control(false, `no configuration supplies ${token}`);

requirement('OWN-17', lacking('tokens of one customer for each of several companies'));

requirement('OWN-18', lacking('a token with customer_read_own of a customer without a company'));

import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';

// No variable of the public interface supplies these tokens, so no run claims the features that they belong to.
const lacking = (token: string) => async (t: Examination) => t.control(false, `no configuration supplies ${token}`);

requirement('SC-11', lacking('a token with customer_read and customer_read_own'));

requirement('SC-12', lacking('a token with one of the deprecated scopes'));

requirement('SC-13', lacking('the token of an anonymous session'));

requirement('SC-14', lacking('the token of a customer who has logged in'));

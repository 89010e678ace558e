import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { listing } from './calls.ts';
import { createFound, findsExactly } from './found.ts';
import { shared } from './shared.ts';

/** Two plain terms in one `q` have to find who fits both, before others are put beside one. Throws Untestable. */
export async function controlJoinedTerms(t: Examination): Promise<void> {
  await shared(t, 'joined terms', async (stage) => {
    const lastName = builderOf(stage).marker();
    const [wanted] = await Promise.all([createFound(stage, { lastName }), createFound(stage, { lastName })]);
    const look = () => stage.send(listing({ q: `lastName:${lastName} contactEmail:${wanted.email}`, pageSize: '100' }));
    await stage.settled('a search for two terms finds who fits both', look, (seen) => findsExactly(seen, [wanted]));
  });
}

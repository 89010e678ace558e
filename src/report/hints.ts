import { ownCommand } from './own-command.ts';
import type { Results } from './results.ts';

/** What a reader may do about a run that tells little of the target, one line each. */
export function hintsOf({ summary: { passed = 0, untestable = 0 }, exchanges }: Results): string[] {
  const refused = exchanges.filter(({ status }) => status === 429).length;
  return [
    // A path, a tenant or a token that is wrong looks like a target that is.
    ...(untestable > passed
      ? [`most of it could not be tested: ${ownCommand('doctor')} finds what stands in the way`]
      : []),
    ...(refused > 0
      ? [
          `${refused} requests were refused for their number (429) without word of how long to wait: CONFORMANCE_RATE=20 sends at most 20 a second`,
        ]
      : []),
  ];
}

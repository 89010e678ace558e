import { UNANSWERED } from '../conformance/finding.ts';
import { isRefusedForRate } from '../http/repetition.ts';
import { ownCommand } from './own-command.ts';
import type { Results } from './results.ts';

/** What a reader may do about a run that tells little of the target, one line each. */
export function hintsOf({ summary: { passed = 0, untestable = 0 }, requirements, exchanges }: Results): string[] {
  const refused = exchanges.filter(isRefusedForRate).length;
  const unanswered = requirements.filter(({ findings = [] }) =>
    findings.some(({ expected }) => expected === UNANSWERED),
  );
  return [
    // A path, a tenant or a token that is wrong looks like a target that is.
    ...where(
      untestable > passed,
      `most of it could not be tested: ${ownCommand('doctor')} finds what stands in the way`,
    ),
    ...where(
      refused > 0,
      `${refused} answers were 429, too many requests: CONFORMANCE_RATE=20 sends at most 20 a second`,
    ),
    ...where(
      unanswered.length > 1,
      `${unanswered.length} requirements got no complete answer: where the machine is only busy, CONFORMANCE_TIMEOUT_MS=60000 waits a minute for each`,
    ),
  ];
}

function where(holds: boolean, hint: string): string[] {
  return holds ? [hint] : [];
}

import { EXIT_CODES } from './exit-code.ts';
import { verifyClaim, type Claim } from './verification.ts';

/**
 * Verifies a certificate without a network: one line and 0 where all holds, else each thing that is wrong and 1. Throws
 * ConfigurationError where the key or the bundle is not there.
 */
export async function verifyCommand(claim: Claim, asJson: boolean): Promise<number> {
  const { results, faults } = await verifyClaim(claim);
  const isValid = faults.length === 0;
  if (asJson) {
    const { target, revision, profile, startedAt } = results ?? {};
    process.stdout.write(`${JSON.stringify({ isValid, faults, target, revision, profile, startedAt }, null, 2)}\n`);
  } else if (isValid && results) {
    const { target, revision, startedAt } = results;
    process.stdout.write(`valid: ${target.baseUrl} was conformant to revision ${revision} on ${startedAt}\n`);
  }
  if (!asJson) for (const fault of faults) process.stderr.write(`not valid: ${fault}\n`);
  return isValid ? EXIT_CODES.conformant : EXIT_CODES['non-conformant'];
}

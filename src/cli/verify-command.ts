import { printable } from '../report/printable.ts';
import { EXIT_CODES } from './exit-code.ts';
import { verifyClaim, type Claim, type Verification } from './verification.ts';

/**
 * Verifies a certificate without a network: one line and 0 where all holds, else each thing that is wrong and 1. Throws
 * ConfigurationError, CertificateError where the bundle or the key cannot be used.
 */
export async function verifyCommand(claim: Claim, asJson: boolean): Promise<number> {
  const verification = await verifyClaim(claim);
  const isValid = verification.faults.length === 0;
  if (asJson) process.stdout.write(`${JSON.stringify(toDocument(verification), null, 2)}\n`);
  else if (isValid) process.stdout.write(`valid: ${describe(verification)}\n`);
  else for (const fault of verification.faults) process.stderr.write(`not valid: ${printable(fault)}\n`);
  return isValid ? EXIT_CODES.conformant : EXIT_CODES['non-conformant'];
}

function toDocument({ results, faults, unjudged }: Verification) {
  const { target, revision, profile, startedAt } = results ?? {};
  return { isValid: faults.length === 0, faults, target, revision, profile, startedAt, unjudged };
}

function describe({ results, unjudged }: Verification): string {
  const { target, revision, startedAt } = results ?? {};
  const except = unjudged.length === 0 ? '' : `, ${unjudged.join(', ')} not judged`;
  return `${printable(target?.baseUrl ?? '')} was conformant to revision ${revision} on ${startedAt}${except}`;
}

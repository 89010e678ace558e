import { writeFileSync } from 'node:fs';
import { makeBadge } from 'badge-maker';
import { printable } from '../report/printable.ts';
import { EXIT_CODES } from './exit-code.ts';
import { expectWritable } from './output.ts';
import { verifyClaim, type Claim } from './verification.ts';

/** Writes an SVG badge for a certificate that holds; returns 0, or 1 where it does not. Throws ConfigurationError. */
export async function badgeCommand(claim: Claim, out: string): Promise<number> {
  expectWritable(out, '<svg');
  const { results, faults } = await verifyClaim(claim);
  if (results === undefined || faults.length > 0) {
    for (const fault of faults) process.stderr.write(`no badge: ${printable(fault)}\n`);
    return EXIT_CODES['non-conformant'];
  }
  const day = results.startedAt.slice(0, 10);
  const message = `conformant ${results.revision}, ${day}`;
  writeFileSync(out, makeBadge({ label: 'Emporix customer API', message, color: 'brightgreen' }));
  process.stdout.write(`badge: ${out}\n`);
  return EXIT_CODES.conformant;
}

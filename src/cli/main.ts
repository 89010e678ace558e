#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CertificateError } from '../certificate/certificate-error.ts';
import { SuiteError } from '../conformance/suite-error.ts';
import { printable } from '../report/printable.ts';
import { SpecError } from '../spec/spec-error.ts';
import { commandLine } from './command-line.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { surviveClosedOutput } from './output-faults.ts';

const ONE_LINE = [ConfigurationError, SpecError, SuiteError, CertificateError];

/** One line for whatever stopped the command. */
function describeFault(fault: unknown): string {
  if (ONE_LINE.some((kind) => fault instanceof kind) && fault instanceof Error) return fault.message;
  if (fault instanceof Error) return `the suite failed: ${fault.message}`;
  return String(fault);
}

async function main(): Promise<number> {
  let code = EXIT_CODES.error;
  try {
    await commandLine((result) => {
      code = result;
    }).parseAsync();
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : EXIT_CODES.error;
    process.stderr.write(`${printable(describeFault(fault))}\n`);
    return EXIT_CODES.error;
  }
}

surviveClosedOutput();
process.on('uncaughtException', (fault) => {
  // Node would end with 1, which says that the target broke a MUST.
  process.stderr.write(`${printable(describeFault(fault))}\n`, () => process.exit(EXIT_CODES.error));
});

// vitest sets an exit code of its own, so ours is given explicitly, once all is written.
const code = await main();
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(code);

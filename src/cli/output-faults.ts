import { EXIT_CODES } from './exit-code.ts';

/** Lets a command end in its own time where nobody reads its output any more; any other fault of the output ends it. */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnlessClosed);
}

function endUnlessClosed(fault: NodeJS.ErrnoException): void {
  // `| head` has read enough; a run still has to delete what it created.
  if (fault.code === 'EPIPE') return;
  process.exitCode = EXIT_CODES.error;
  process.stderr.write(`the output cannot be written: ${fault.message}\n`, () => process.exit(EXIT_CODES.error));
}

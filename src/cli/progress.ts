import type { Progress } from '../report/verdict-reporter.ts';

const STEP = 25;

/** Tells how far a run is: one line that is rewritten on a terminal, a line at every 25th requirement elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return (done, total, id) => {
    if (stream.isTTY) stream.write(`\r${done}/${total} ${id}\u001B[K${done === total ? '\n' : ''}`);
    else if (done % STEP === 0 || done === total) stream.write(`${done}/${total} requirements examined\n`);
  };
}

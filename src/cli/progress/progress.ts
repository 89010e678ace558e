import type { Requirement } from '../../conformance/catalogue.ts';
import type { Progress } from '../../report/verdict-reporter.ts';
import { LiveView } from './live-view.ts';
import { PlainLines } from './plain-lines.ts';

/** Tells how far a run is: live on a terminal, in plain lines elsewhere. */
export function progressOn(stream: NodeJS.WriteStream, wanted: readonly Requirement[]): Progress {
  const canRedraw = stream.isTTY && stream.columns > 0 && process.env['TERM'] !== 'dumb';
  return canRedraw ? new LiveView(stream, wanted) : new PlainLines(stream);
}

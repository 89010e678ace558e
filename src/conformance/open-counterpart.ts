import type { Counterpart } from './counterpart.ts';
import { EvidenceFile } from './evidence-file.ts';
import { LiveCounterpart } from './live-counterpart.ts';
import { readEvidence } from './read-evidence.ts';
import { ReplayedCounterpart } from './replayed-counterpart.ts';
import type { RunSettings } from './run-settings.ts';
import type { Secrets } from './secrets.ts';

/** What answers a run with these settings. Throws Error in one line where a record cannot be read or begun. */
export function openCounterpart({ evidence }: RunSettings, secrets: Secrets): Counterpart {
  if (evidence === undefined) return new LiveCounterpart(secrets);
  if (!evidence.isReplayed) return new LiveCounterpart(secrets, new EvidenceFile(evidence.file));
  return new ReplayedCounterpart(readEvidence(evidence.file));
}

import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { startMailSink } from '../../src/cli/mail-sink.ts';

/** A target that is up, known to who judges it by variables alone. */
export interface Subject {
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What a reference target is like: faults, and other ways of being right. */
export interface Traits {
  readonly deviations?: readonly string[];
  readonly variants?: readonly string[];
}

/** Starts a reference target and the sink of its mail; `seed` is that of the data that it meets. */
export async function startSubject(traits: Traits = {}, seed = 1): Promise<Subject> {
  const sink = await startMailSink('127.0.0.1', 0);
  const target = await startReferenceTarget({ ...traits, mail: { host: '127.0.0.1', port: sink.smtpPort } });
  return {
    variables: {
      ...target.environment,
      TARGET_MAIL_SINK: `mailpit+${sink.mailboxUrl}`,
      CONFORMANCE_SEED: String(seed),
    },
    async close() {
      await target.close();
      await sink.close();
    },
  };
}

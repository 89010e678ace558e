import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { startMailSink } from './mail-sink.ts';
import type { Values } from './variables.ts';

/** The reference target in this process, with the values that point a run at it. */
export interface EmbeddedTarget {
  readonly values: Values;
  close(): Promise<void>;
}

/** Starts the embedded target and a mail sink for it, both on free ports of loopback. */
export async function startEmbeddedTarget(): Promise<EmbeddedTarget> {
  const sink = await startMailSink('127.0.0.1', 0);
  const target = await startReferenceTarget({ mail: { host: '127.0.0.1', port: sink.smtpPort } });
  return {
    values: { ...target.environment, TARGET_MAIL_SINK: `mailpit+${sink.mailboxUrl}` },
    async close() {
      await target.close();
      await sink.close();
    },
  };
}

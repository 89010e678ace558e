import { ConfigurationError } from './configuration-error.ts';
import { startMailSink } from './mail-sink.ts';

/** Where the target's letters can be read, and how to let go of it. */
export interface OpenMailbox {
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** Opens what TARGET_MAIL_SINK names: listens for SMTP, or uses a Mailpit server. Throws ConfigurationError. */
export async function openMailbox(sink: string | undefined): Promise<OpenMailbox> {
  if (sink === undefined) return { url: undefined, close: async () => {} };
  if (sink.startsWith('mailpit+')) return { url: sink.slice('mailpit+'.length), close: async () => {} };
  const { hostname, port } = new URL(sink);
  try {
    const listening = await startMailSink(hostname.replace(/^\[|\]$/g, ''), Number(port));
    return { url: listening.mailboxUrl, close: () => listening.close() };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`TARGET_MAIL_SINK cannot be listened on: ${reason}`, { cause });
  }
}

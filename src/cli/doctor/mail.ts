import { LiveCounterpart } from '../../conformance/live-counterpart.ts';
import { Mailbox } from '../../conformance/mailbox.ts';
import { Secrets } from '../../conformance/secrets.ts';
import type { Configuration } from '../configuration.ts';
import { openMailbox } from '../mailbox.ts';
import type { Diagnosis } from './diagnosis.ts';

const NOBODY = 'nobody@example.com';

/** Whether letters can be seen where TARGET_MAIL_SINK says; nothing where it is not set. */
export async function diagnoseMail({ mailSink, timeoutMs }: Configuration): Promise<Diagnosis[]> {
  if (mailSink === undefined) return [];
  const subject = 'mail';
  try {
    const opened = await openMailbox(mailSink);
    const mailbox = new Mailbox({ url: opened.url ?? '', timeoutMs }, subject, new LiveCounterpart(new Secrets([])));
    try {
      await mailbox.count(NOBODY);
    } finally {
      await opened.close();
    }
    return [{ subject, state: 'ok', found: 'letters can be read' }];
  } catch (fault) {
    const found = fault instanceof Error ? fault.message : String(fault);
    return [
      { subject, state: 'problem', found, remedy: 'check TARGET_MAIL_SINK, or unset it: mail is not judged then' },
    ];
  }
}

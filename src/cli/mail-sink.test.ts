import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LiveCounterpart } from '../conformance/live-counterpart.ts';
import { Mailbox } from '../conformance/mailbox.ts';
import { Secrets } from '../conformance/secrets.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';

describe('a mail sink', () => {
  let sink: MailSink;

  beforeAll(async () => {
    sink = await startMailSink('127.0.0.1', 0);
  });

  afterAll(() => sink.close());

  test('counts what came over SMTP by the address that it was for', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: sink.smtpPort, ignoreTLS: true });
    const letter = { from: 'shop@example.com', subject: 'Reset', text: 'https://example.com/reset' };
    await transport.sendMail({ ...letter, to: 'Ada@example.com' });
    await transport.sendMail({ ...letter, to: 'ada@example.com' });
    await transport.sendMail({ ...letter, to: 'bo@example.com' });
    const mailbox = mailboxAt(`${sink.mailboxUrl}/`);
    expect(await mailbox.count('ada@example.com')).toBe(2);
    expect(await mailbox.count('bo@example.com')).toBe(1);
    expect(await mailbox.count('o@example.com')).toBe(0);
  });

  test('tells what a letter says, as text and as HTML', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: sink.smtpPort, ignoreTLS: true });
    const letter = { from: 'shop@example.com', subject: 'Reset' };
    const html = '<a href="https://example.com/reset">Tschüß</a>';
    await transport.sendMail({ ...letter, to: 'cy@example.com', text: 'Grüße: https://example.com/reset' });
    await transport.sendMail({ ...letter, to: 'di@example.com', html });
    const mailbox = mailboxAt(sink.mailboxUrl);
    expect(await mailbox.texts('cy@example.com')).toEqual([
      expect.stringContaining('Grüße: https://example.com/reset'),
    ]);
    expect(await mailbox.texts('di@example.com')).toEqual([expect.stringContaining(html)]);
    expect(await mailbox.texts('nobody@example.com')).toEqual([]);
  });

  test('closes though a target keeps its connection', async () => {
    const own = await startMailSink('127.0.0.1', 0);
    const target = connect(own.smtpPort, '127.0.0.1');
    await once(target, 'data');
    await own.close();
    await once(target, 'close');
    expect(target.destroyed).toBe(true);
  });

  test('a port that is taken is told', async () => {
    await expect(startMailSink('127.0.0.1', sink.smtpPort)).rejects.toThrow('EADDRINUSE');
  });
});

function mailboxAt(url: string): Mailbox {
  return new Mailbox({ url, timeoutMs: 1_000 }, 'CRE-28', new LiveCounterpart(new Secrets([])));
}

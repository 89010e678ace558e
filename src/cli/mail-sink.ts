import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A letter as the suite keeps it: to whom and about what. */
interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
}

/** A listening sink: where the target sends to, and where its letters can be read as from a Mailpit server. */
export interface MailSink {
  readonly smtpPort: number;
  readonly mailboxUrl: string;
  close(): Promise<void>;
}

/** Listens for SMTP on `host` and `port` (0 takes a free one) and shows what came on loopback. */
export async function startMailSink(host: string, port: number): Promise<MailSink> {
  const letters: Letter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    // It asks the network, and waits for that.
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      keep(stream, to, letters).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(port, host, resolve);
  });
  const mailbox = await showLetters(letters);
  return {
    smtpPort: (smtp.server.address() as AddressInfo).port,
    mailboxUrl: `http://127.0.0.1:${(mailbox.address() as AddressInfo).port}`,
    async close() {
      await Promise.all([new Promise<void>((resolve) => smtp.close(resolve)), closeServer(mailbox)]);
    },
  };
}

async function keep(stream: SMTPServerDataStream, to: readonly string[], letters: Letter[]): Promise<void> {
  const { subject = '' } = await simpleParser(stream);
  letters.push({ to, subject });
}

async function showLetters(letters: readonly Letter[]): Promise<Server> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams.get('query') ?? '';
    const wanted = /^to:"(.*)"$/.exec(query)?.[1]?.toLowerCase();
    const found = letters.filter(({ to }) => to.some((address) => address.toLowerCase() === wanted));
    const messages = found.map(({ to, subject }) => ({ To: to.map((Address) => ({ Address })), Subject: subject }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ total: messages.length, messages }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

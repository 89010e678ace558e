import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

// What smtp-server takes for none is half a minute.
const SOON_MS = 1;

/** A letter as the suite keeps it: to whom, about what, and what it says. */
interface Letter {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
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
    // A target may keep its connections for as long as it likes.
    closeTimeout: SOON_MS,
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
  const { subject = '', text = '', html } = await simpleParser(stream);
  letters.push({ id: randomUUID(), to, subject, text, html: html || '' });
}

async function showLetters(letters: readonly Letter[]): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const id = /\/message\/(.+)$/.exec(pathname)?.[1];
    const shown = id === undefined ? found(letters, searchParams.get('query') ?? '') : told(letters, id);
    response.statusCode = shown === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(shown ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function found(letters: readonly Letter[], query: string) {
  const wanted = /^to:"(.*)"$/.exec(query)?.[1]?.toLowerCase();
  const messages = letters
    .filter(({ to }) => to.some((address) => address.toLowerCase() === wanted))
    .map((letter) => summaryOf(letter));
  return { total: messages.length, messages };
}

function told(letters: readonly Letter[], id: string) {
  const letter = letters.find((kept) => kept.id === id);
  return letter && { ...summaryOf(letter), Text: letter.text, HTML: letter.html };
}

function summaryOf({ id, to, subject }: Letter) {
  return { ID: id, To: to.map((Address) => ({ Address })), Subject: subject };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

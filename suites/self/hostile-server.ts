import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

type Answer = (response: ServerResponse) => void;

const MEGABYTE = 1024 * 1024;
const FILLING = Buffer.alloc(MEGABYTE, ' ');
const BOMB = gzipSync(Buffer.alloc(200 * MEGABYTE));
const DEPTH = 100_000;
const SCRIPT = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';

function json(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** Sends megabytes for as long as they are taken, at most so many. */
function endless(most: number): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let sent = 0;
    const send = (): void => {
      for (; sent < most && !response.destroyed; sent += 1) if (!response.write(FILLING)) break;
      if (sent >= most) response.end();
      else if (!response.destroyed) response.once('drain', send);
    };
    send();
  };
}

/** Answers that no client should stumble over, and what a finding says of each. */
export const HOSTILE: Readonly<Record<string, { readonly answer: Answer; readonly told: RegExp }>> = {
  'a body of 200 MB': { answer: endless(200), told: /larger than|no complete answer/ },
  'a body without end': { answer: endless(Infinity), told: /larger than|no complete answer/ },
  'a byte at a time': {
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 100);
      response.once('close', () => clearInterval(timer));
    },
    told: /no complete answer within/,
  },
  '10,000 headers': {
    answer: (response) => {
      for (let index = 0; index < 10_000; index += 1) response.appendHeader(`x-${index}`, 'value');
      response.end('{}');
    },
    told: /[Hh]eaders? ?(Overflow|overflow)/,
  },
  'invalid UTF-8': { answer: json(Buffer.from([0x22, 0xff, 0xfe, 0x22])), told: /cannot be decoded/ },
  'text in a wrong charset': {
    answer: json(Buffer.from('[{"id":"Zoë"}]', 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }),
    told: /./,
  },
  'gzip that was cut': {
    answer: json(gzipSync('[]').subarray(0, -4), { 'content-encoding': 'gzip' }),
    told: /cannot be decoded/,
  },
  'a gzip bomb': { answer: json(BOMB, { 'content-encoding': 'gzip' }), told: /cannot be decoded|no complete answer/ },
  'endless nesting': { answer: json('['.repeat(DEPTH) + ']'.repeat(DEPTH)), told: /nested|no complete answer/ },
  'a member that stands twice': { answer: json('[{"id":"1","id":"2"}]'), told: /stands twice/ },
  'a member called __proto__': { answer: json('{"__proto__":{"status":200,"id":"1"},"id":"1"}'), told: /./ },
  'a number beyond 2^53': { answer: json('[{"id":9007199254740993,"metadata":{"version":1e400}}]'), told: /./ },
  'less than was announced': {
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('[]');
      setImmediate(() => response.destroy());
    },
    told: /other side closed|terminated|aborted|ECONNRESET|no complete answer/,
  },
  'a sequence that clears the terminal': { answer: json('\u001B[2J\n::error::all is well\u2028'), told: /./ },
  'a script in every text': { answer: json(JSON.stringify({ id: SCRIPT, message: SCRIPT })), told: /alert/ },
};

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toCurl } from './curl.ts';

const request = {
  method: 'POST',
  url: "http://127.0.0.1:1/a?q=it's",
  headers: { authorization: 'Bearer $TOKEN', 'user-agent': 'us', 'accept-encoding': 'gzip' },
  body: `{"name":"O'Hara $HOME \`id\`"}`,
};

test('a shell reads the line as it was meant, with the token from its variable', () => {
  const script = `curl() { printf '%s\\n' "$@"; }; ${toCurl(request)}`;
  const words = execFileSync('sh', ['-c', script], { env: { TOKEN: 'secret' }, encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(words).toEqual([
    '-sS',
    '-i',
    '-X',
    'POST',
    request.url,
    '-H',
    'authorization: Bearer secret',
    '--data-raw',
    request.body,
  ]);
});

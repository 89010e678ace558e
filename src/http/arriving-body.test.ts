import { expect, test } from 'vitest';
import { ArrivingBody } from './arriving-body.ts';

const LARGE = Buffer.alloc(65 * 1024);

function arriving() {
  const asked: string[] = [];
  const body = new ArrivingBody({
    pause: () => asked.push('pause'),
    resume: () => asked.push('resume'),
    abort: () => asked.push('abort'),
  });
  return { body, asked };
}

async function read(body: ArrivingBody): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a body is read whole, whether it came before or comes meanwhile', async () => {
  const { body, asked } = arriving();
  body.add(Buffer.from('a'));
  body.add(Buffer.from('b'));
  const text = read(body);
  await new Promise(setImmediate);
  body.add(Buffer.from('c'));
  body.finish();
  expect(await text).toBe('abc');
  expect(asked).toEqual([]);
});

test('a body that breaks off throws what broke it, after what had come', async () => {
  const { body } = arriving();
  body.add(Buffer.from('a'));
  body.finish(new Error('reset'));
  const seen: string[] = [];
  const reading = async () => {
    for await (const chunk of body) seen.push(chunk.toString());
  };
  await expect(reading()).rejects.toThrow('reset');
  expect(seen).toEqual(['a']);
});

test('who reads slowly holds the connection back until he goes on', async () => {
  const { body, asked } = arriving();
  body.add(LARGE);
  expect(asked).toEqual(['pause']);
  const text = read(body);
  await new Promise(setImmediate);
  expect(asked).toEqual(['pause', 'resume']);
  body.finish();
  expect(await text).toHaveLength(LARGE.length);
});

test('what is not wanted any more is not received any more', async () => {
  const { body, asked } = arriving();
  body.add(Buffer.from('a'));
  for await (const _ of body) break;
  expect(asked).toEqual(['abort']);
});

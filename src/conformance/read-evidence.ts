import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { EvidenceLine } from './evidence-line.ts';

// Beyond any run; a clock that counts from there would not move.
const YEAR_2100 = 4_102_444_800_000;

// A run sends a few thousand requests, and ten times as many where it has to wait for everything.
const MOST_LINES = 100_000;

const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };
const HEADERS = { type: 'object', additionalProperties: TEXT };
const REQUEST = {
  type: 'object',
  required: ['method', 'url', 'headers'],
  properties: { method: TEXT, url: TEXT, headers: HEADERS, body: TEXT },
};
const RESPONSE = {
  type: 'object',
  required: ['status', 'headers', 'body'],
  properties: { status: NUMBER, headers: HEADERS, body: TEXT, defect: TEXT },
};
const EXCHANGE = {
  type: 'object',
  required: ['sequence', 'principal', 'request', 'response', 'startedAt', 'durationMs', 'repeats'],
  properties: {
    sequence: NUMBER,
    principal: TEXT,
    request: REQUEST,
    response: RESPONSE,
    startedAt: NUMBER,
    durationMs: NUMBER,
    repeats: { type: 'array', items: TEXT },
  },
};
const FAULT = { type: 'object', required: ['reason', 'request'], properties: { reason: TEXT, request: TEXT } };
const LINE = {
  type: 'object',
  required: ['n', 'by', 'key', 'answeredAt'],
  properties: {
    n: NUMBER,
    by: TEXT,
    key: TEXT,
    answeredAt: { type: 'integer', minimum: 0, maximum: YEAR_2100 },
    isCut: { type: 'boolean' },
    looks: { type: 'integer', minimum: 1 },
  },
  oneOf: [
    { required: ['exchange'], properties: { exchange: EXCHANGE } },
    { required: ['fault'], properties: { fault: FAULT } },
    { required: ['looks'] },
  ],
};

/** Reads the record of a run. Throws Error in one line where it is cut off, or cannot be used. */
export function readEvidence(file: string): EvidenceLine[] {
  const fits = new Ajv().compile<EvidenceLine>(LINE);
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error(`${file} is cut off in its last line`);
  if (lines.length > MOST_LINES) throw new Error(`${file} has more than ${MOST_LINES} lines`);
  if (lines.length === 0) throw new Error(`${file} holds no exchange`);
  return lines.map((text, index) => {
    const line = parse(text);
    if (fits(line)) return line;
    throw new Error(`${file}:${index + 1} is no line of evidence`);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

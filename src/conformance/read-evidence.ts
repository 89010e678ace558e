import { readFileSync } from 'node:fs';
import type { EvidenceLine } from './evidence-line.ts';

/** Reads the record of a run, without a last line that was cut off. Throws Error in one line where it cannot be used. */
export function readEvidence(file: string): EvidenceLine[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const whole = lines.slice(0, -1).map((line, index) => parseLine(line, `${file}:${index + 1}`));
  if (whole.length === 0) throw new Error(`${file} holds no exchange`);
  return whole;
}

function parseLine(text: string, place: string): EvidenceLine {
  const line = parse(text);
  if (isLine(line)) return line;
  throw new Error(`${place} is no line of evidence`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLine(line: unknown): line is EvidenceLine {
  return (
    typeof line === 'object' &&
    line !== null &&
    'n' in line &&
    'key' in line &&
    'answeredAt' in line &&
    ('exchange' in line || 'fault' in line)
  );
}

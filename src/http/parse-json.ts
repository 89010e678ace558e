/** A parsed body, undefined where it is no JSON, and what a parser would pass over in silence. */
export interface ParsedJson {
  readonly value: unknown;
  readonly defect?: string;
}

const DEEPEST = 200;
const STRING = /"(?:[^"\\]|\\.)*"/y;

/** Parses JSON; nesting that no contract has and members that stand twice are defects. */
export function parseJson(text: string): ParsedJson {
  const { depth, members } = measure(text);
  if (depth > DEEPEST) return { value: undefined, defect: `JSON is nested more than ${DEEPEST} deep` };
  const value = parse(text);
  if (value === undefined || countMembers(value) === members) return { value };
  return { value, defect: 'JSON has an object in which a member stands twice' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How deep a text is nested, and how many members it has: every colon outside of a string follows the name of one. */
function measure(text: string): { depth: number; members: number } {
  let [now, depth, members] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === ':') members += 1;
    else if (sign === '[' || sign === '{') depth = Math.max(depth, (now += 1));
    else if (sign === ']' || sign === '}') now -= 1;
  }
  return { depth, members };
}

function endOfString(text: string, start: number): number {
  STRING.lastIndex = start;
  return STRING.test(text) ? STRING.lastIndex - 1 : start;
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  return inside.reduce<number>((sum, each) => sum + countMembers(each), Array.isArray(value) ? 0 : inside.length);
}

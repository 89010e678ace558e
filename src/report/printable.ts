const LONGEST = 2_000;

// Control and format characters could move a terminal's cursor, or begin a line that looks like ours.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text of somebody else's as one line of at most 2,000 characters; what would not show is written as an escape. */
export function printable(text: string): string {
  // What is cut off anyway is not worth the time.
  const part = text.slice(0, LONGEST + 1);
  const line = part.replaceAll(/[\r\n]\s*/g, ' ').replaceAll(UNPRINTABLE, (each) => escaped(each));
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

function escaped(character: string): string {
  return character === '\t' ? ' ' : `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Stands where a text was cut. */
export const CUT = '…';

/** The beginning of a text, copied: a slice alone would keep the whole of it in memory. */
export function excerptOf(text: string, length: number): string {
  return text.length <= length ? text : `${Buffer.from(text.slice(0, length)).toString()}${CUT}`;
}

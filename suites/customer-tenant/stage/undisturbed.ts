const MOST_LOOKS = 5;

/** Looks again where it does not hold, because somebody else may have written in between; returns the last look. */
export async function undisturbed<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
): Promise<{ readonly seen: T; readonly held: boolean }> {
  for (let looks = 1; ; looks += 1) {
    const seen = await look();
    const held = holds(seen);
    if (held || looks === MOST_LOOKS) return { seen, held };
  }
}

/** A prerequisite is missing or its set-up failed, so nothing can be said of the statement. */
export class Untestable extends Error {
  override readonly name = 'Untestable';
}

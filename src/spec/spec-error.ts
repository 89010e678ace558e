/** A contract document that cannot be used: what is wrong, in which file, line and place. Exit code 2. */
export class SpecError extends Error {
  override readonly name = 'SpecError';

  constructor(
    reason: string,
    place: { readonly file: string; readonly line?: number | undefined; readonly pointer?: string },
    options?: ErrorOptions,
  ) {
    const line = place.line === undefined ? '' : `:${place.line}`;
    const pointer = place.pointer === undefined ? '' : ` at ${place.pointer}`;
    super(`${place.file}${line}${pointer}: ${reason}`, options);
  }
}

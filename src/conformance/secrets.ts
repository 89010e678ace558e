const MASK = '[redacted]';
const SHORTEST = 6;

/** Removes known secrets from what is recorded, wherever a target repeats them. */
export class Secrets {
  readonly #values = new Set<string>();

  constructor(values: readonly (string | undefined)[]) {
    for (const value of values) this.add(value);
  }

  /** Makes a value a secret from now on; one too short to be recognised is left out. */
  add(value: string | undefined): void {
    if (value === undefined || value.length < SHORTEST) return;
    this.#values.add(value).add(encodeURIComponent(value));
  }

  /** The text without any known secret, nor reset link or password member. */
  redact(text: string): string {
    const masked = [...this.#values].reduce((rest, value) => rest.replaceAll(value, MASK), text);
    return masked
      .replaceAll(/("(?:password|access_token|refresh_token|client_secret)"\s*:\s*)"[^"]*"/gi, `$1"${MASK}"`)
      .replaceAll(/((?:client_secret|password)=)[^&\s]+/gi, `$1${MASK}`);
  }
}

import { CUT } from '../http/excerpt.ts';
import { formsOf } from './secret-forms.ts';

const MASK = '[redacted]';
const SHORTEST = 6;
const SPECIAL = /[$()*+.?[\\\]^{|}/-]/g;

/** Secrets that nobody told of beforehand, by what they look like; the first group stays. */
const SHAPES: readonly RegExp[] = [
  /((?:password|token|secret)"\s*:\s*")(?:[^"\\]|\\.)+\\?(?="|$)/gi,
  /((?:password|token|secret)\\"\s*:\s*\\")[^"]+?(?=\\"|$)/gi,
  /((?:password|token|secret)=)[^&\s"'<>\\]+/gi,
  // A link that sets a password; our own requests carry a parameter of a similar name.
  /(https?:\/\/)[^\s"'<>\\]*(?<!sendPassword)reset(?!Notifications)[^\s"'<>\\]*/gi,
  // A JWT.
  /()\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
];

// Most texts hold none of these words, and need none of the shapes.
const TELLTALE = /password|token|secret|reset|eyJ/i;

/** Removes secrets from what is recorded, wherever a target repeats them. */
export class Secrets {
  readonly #values = new Set<string>();
  #pattern: RegExp | undefined;

  constructor(values: readonly (string | undefined)[]) {
    for (const value of values) this.add(value);
  }

  /** Makes a value a secret from now on; one too short to be recognised is left out. */
  add(value: string | undefined): void {
    if (value === undefined || value.length < SHORTEST || this.#values.has(value)) return;
    for (const form of formsOf(value)) this.#values.add(form);
    this.#pattern = undefined;
  }

  /** The text without any known secret, password, token or reset link. */
  redact(text: string): string {
    const known = this.#values.size === 0 ? text : this.#maskStumps(text.replaceAll(this.#anyValue(), MASK));
    return TELLTALE.test(known) ? SHAPES.reduce((rest, shape) => rest.replaceAll(shape, `$1${MASK}`), known) : known;
  }

  #maskStumps(text: string): string {
    return text.includes(CUT) ? [...this.#values].reduce((rest, value) => maskStump(rest, value), text) : text;
  }

  /** Every value in one pattern, the longest first, so that none hides behind its own beginning. */
  #anyValue(): RegExp {
    return (this.#pattern ??= anyOf([...this.#values].toSorted((one, other) => other.length - one.length)));
  }
}

function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replaceAll(SPECIAL, String.raw`\$&`)).join('|'), 'g');
}

/** Masks the beginning of a secret where an excerpt cut off the rest. */
function maskStump(text: string, value: string): string {
  const end = text.lastIndexOf(CUT);
  for (let length = Math.min(end, value.length - 1); length >= SHORTEST; length -= 1) {
    const start = end - length;
    if (value.startsWith(text.slice(start, end))) return `${text.slice(0, start)}${MASK}${text.slice(end)}`;
  }
  return text;
}

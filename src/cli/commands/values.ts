import { InvalidArgumentError } from 'commander';
import { isSmtpUrl } from '../variables.ts';

/** Takes the value of a flag that is a whole number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Takes the value of a flag that names a mail server. */
export function smtpUrl(value: string): URL {
  if (isSmtpUrl(value)) return new URL(value);
  throw new InvalidArgumentError('It must look like smtp://127.0.0.1:2525.');
}

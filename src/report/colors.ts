import { isatty } from 'node:tty';
import pico from 'picocolors';

const { env } = process;
const isWanted = (env['FORCE_COLOR'] ?? '0') !== '0' || (isatty(1) && env['TERM'] !== 'dumb');

/** Colours for a terminal. A log of CI gets plain lines, although picocolors itself would colour those. */
export const colors = pico.createColors(isWanted && (env['NO_COLOR'] ?? '') === '');

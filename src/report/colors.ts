import pico from 'picocolors';

const { env, stdout } = process;
const isWanted = (env['FORCE_COLOR'] ?? '0') !== '0' || (stdout.isTTY && env['TERM'] !== 'dumb');

/** Colours for a terminal. A log of CI gets plain lines, although picocolors itself would colour those. */
export const colors = pico.createColors(isWanted && (env['NO_COLOR'] ?? '') === '');

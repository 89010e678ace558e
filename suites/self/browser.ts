import pack from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Starts the Chromium that comes with the development dependencies, or an installed Chrome where that one does not run. */
export async function startBrowser(): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await pack.executablePath(), args: pack.args });
  } catch {
    return chromium.launch({ channel: 'chrome' });
  }
}

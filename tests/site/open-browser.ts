import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

/** The Chromium of the system, or the one that comes in an npm package. */
export async function openBrowser(): Promise<Browser> {
  return existsSync(INSTALLED)
    ? chromium.launch({ executablePath: INSTALLED, args: ['--no-sandbox'] })
    : chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LONG_RUN } from './long-run.ts';
import { PROJECT } from './run-cli.ts';

/** Where pictures of pages lie. */
export const PICTURES = join(PROJECT, 'tests/output/screenshots');

/** A picture of the window for people to look at, when everything runs in full. */
export async function picture(page: Page, name: string): Promise<void> {
  if (LONG_RUN) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

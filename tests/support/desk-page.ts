import type { Browser, Page } from 'playwright-core';
import { problemsOf } from './visit.ts';

/** A desk in a window of its own, with its queue there. `timeout`: longest wait for anything on the page, in milliseconds. */
export async function openDeskPage(browser: Browser, url: string, timeout = 30_000): Promise<{ readonly page: Page; readonly problems: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(timeout);
  const problems = problemsOf(page);
  await page.goto(url);
  await page.locator('.item').first().waitFor();
  return { page, problems };
}

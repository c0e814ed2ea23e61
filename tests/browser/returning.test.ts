import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { LOCAL_PAGES } from '../support/site-pages.ts';
import { chooseMode, useBrowser } from '../support/visit.ts';

const EXTENSIONS = LOCAL_PAGES['article with every extension'] ?? '';
const ELSEWHERE = LOCAL_PAGES['article'] ?? '';

const { origin } = inject('own');
const openVisit = useBrowser();

declare global {
  interface Window {
    /** How often the page has scrolled to an element. */
    led?: number;
  }
}

test.each([
  ['loaded again', (page: Page) => page.reload()],
  ['come back to', async (page: Page) => {
    await page.goto(`${origin}/ar-sa/${ELSEWHERE}`);
    await page.goBack();
  }],
] as const)('a page that is %s is where its reader was, not where its address led', async (_, comeBack) => {
  const { page, close } = await openVisit(`${origin}/ar-sa/${EXTENSIONS}`, { viewport: { width: 1000, height: 500 } });
  await chooseMode(page, 'original');
  // Which of the two scrolls last is a matter of chance and of the browser: the page must not scroll at all.
  await page.addInitScript(() => {
    window.led = 0;
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = function (...how) {
      window.led = (window.led ?? 0) + 1;
      scrollIntoView.apply(this, how);
    };
  });
  const id = (await page.locator('#article > p [data-s]').last().getAttribute('data-s')) ?? '';
  await page.goto('about:blank');
  await page.goto(`${origin}/ar-sa/${EXTENSIONS}#${id}`);
  const place = (): Promise<number> => page.evaluate(() => scrollY);
  // The address leads to the sentence, far down.
  await expect.poll(place).toBeGreaterThan(900);
  expect(await page.evaluate(() => window.led)).toBe(1);
  await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  await page.waitForTimeout(300);
  await comeBack(page);
  await page.waitForFunction(() => document.querySelectorAll('.mate').length === 2);
  await page.waitForTimeout(300);
  expect(Math.abs((await place()) - 300)).toBeLessThan(20);
  expect(await page.evaluate(() => window.led)).toBe(0);
  await close();
});

test('a tab that the address leads into is open on a page that is loaded again', async () => {
  const { page, close } = await openVisit(`${origin}/vi-vn/${EXTENSIONS}`);
  const id = (await page.locator('.tab-panel').last().locator('.t > [id]').first().getAttribute('id')) ?? '';
  await page.goto('about:blank');
  await page.goto(`${origin}/vi-vn/${EXTENSIONS}#${id}`);
  await page.locator(`#${id}`).waitFor();
  await page.reload();
  await page.locator(`#${id}`).waitFor();
  await close();
});

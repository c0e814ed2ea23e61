import { expect, inject, test } from 'vitest';
import { LOCAL_PAGES } from '../support/site-pages.ts';
import { chooseMode, useBrowser } from '../support/visit.ts';

const ARTICLE = LOCAL_PAGES['article in two languages'] ?? '';

const { origin } = inject('own');
const openVisit = useBrowser();

test.each(['vi-vn', 'ar-sa'])('%s: side by side, the two texts have the room of the list beside them, which stays at hand above', async (locale) => {
  const { page, close } = await openVisit(`${origin}/${locale}/${ARTICLE}`);
  const article = page.locator('#article');
  const contents = page.locator('.contents');
  const width = async (): Promise<number> => (await article.boundingBox())?.width ?? 0;
  const below = async (): Promise<boolean> => ((await contents.boundingBox())?.y ?? 0) + ((await contents.boundingBox())?.height ?? 0) <= ((await article.boundingBox())?.y ?? 0);
  const isOpen = (): Promise<boolean> => contents.evaluate((node) => (node instanceof HTMLDetailsElement) && node.open);
  await expect.poll(isOpen).toBe(true);
  expect(await below()).toBe(false);
  const alone = await width();

  await chooseMode(page, 'both');
  await expect.poll(isOpen).toBe(false);
  expect(await below()).toBe(true);
  expect(await width()).toBeGreaterThan(alone + 200);
  expect(await contents.locator('a').first().isVisible()).toBe(false);
  await contents.locator('summary').click();
  await contents.locator('a').last().click();
  await expect.poll(() => page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.tagName)).toMatch(/^H[23]$/);

  await chooseMode(page, 'translation');
  await expect.poll(isOpen).toBe(true);
  expect(await width()).toBe(alone);
  await close();
});

test('without JavaScript, too', async () => {
  const { page, close } = await openVisit(`${origin}/ja-jp/${ARTICLE}`, { javaScriptEnabled: false });
  const link = page.locator('.contents a').first();
  expect(await link.isVisible()).toBe(true);
  await chooseMode(page, 'both');
  expect(await link.isVisible()).toBe(false);
  await page.locator('.contents summary').click();
  expect(await link.isVisible()).toBe(true);
  await close();
});

test('who reads both sides is not offered to', async () => {
  const { page, close } = await openVisit(`${origin}/ar-sa/${LOCAL_PAGES['article with a stale translation']}`);
  const offer = page.locator('.notice .to-facing');
  await offer.click();
  await expect.poll(() => page.locator('#x-both').isChecked()).toBe(true);
  expect(await offer.isVisible()).toBe(false);
  await close();
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const PAGES = [...Object.values(SHARED_PAGES), ...['ar-sa', 'ja-jp'].flatMap((locale) => Object.values(LOCAL_PAGES).map((path) => `/${locale}/${path}`))];

test.each(PAGES)('%s loads and runs nothing that its policy refuses', async (path) => {
  const { page, refused } = await visit(inject('own').origin + path);
  expect(refused).toEqual([]);
  await page.context().close();
});

test.each(['', '/ar-sa/', '/ar-sa/tides/', '/vi-vn/gone/'])('nor does a site with a brand of its own: %s', async (path) => {
  const { page, refused } = await visit(inject('branded').origin + path);
  expect(refused).toEqual([]);
  // Both style sheets are applied, and the brand's wins.
  expect(await page.locator('.site-header').evaluate((header) => getComputedStyle(header).borderBottomColor)).toBe('rgb(255, 204, 0)');
  expect(await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].filter(({ family }) => family.includes('brand-body')).map(({ status }) => status)))).toEqual(['loaded']);
  await page.context().close();
});

test('search works under it', async () => {
  const { page, refused } = await visit(`${inject('own').origin}/de-de/`);
  await page.keyboard.press('/');
  await page.locator('dialog.search input').fill('Satz');
  await page.locator('.search-results a').first().waitFor();
  expect(refused).toEqual([]);
  await page.context().close();
});

describe('what somebody else puts into a page does not run', () => {
  test.each([
    ['a script', '<script>window.ran = true</script>'],
    ['a handler', '<img src="/gone.png" onerror="window.ran = true" alt="">'],
    ['an address', '<iframe src="javascript:parent.ran = true"></iframe>'],
    ['a script from elsewhere', '<script src="https://elsewhere.example/a.js"></script>'],
    ['a style', '<style>body { --ran: true }</style>'],
  ])('%s', async (_, html) => {
    const url = `${inject('own').origin}/de-de/${LOCAL_PAGES['article']}`;
    const { page, refused } = await visit(url, html);
    expect(refused.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'ran' in window || getComputedStyle(document.body).getPropertyValue('--ran') !== '')).toBe(false);
    await page.context().close();
  });
});

/** Opens a page, with HTML put at its end, and collects what its policy refuses. */
async function visit(url: string, added?: string): Promise<{ page: Page; refused: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.route('https://elsewhere.example/**', (route) => route.fulfill({ contentType: 'text/javascript', body: 'window.ran = true' }));
  if (added !== undefined) {
    await page.route(url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</body>', `${added}</body>`) });
    });
  }
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, refused };
}

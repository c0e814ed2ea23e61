import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { LONG_RUN } from '../support/long-run.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';

const LOCALES = [['vi-vn', 'vi-VN', 'ltr'], ['de-de', 'de-DE', 'ltr'], ['ja-jp', 'ja-JP', 'ltr'], ['ar-sa', 'ar-SA', 'rtl']] as const;
/** One locale of each direction shows what a layout does wrong; the others differ in their letters. */
const LOOKED_AT = LOCALES.filter(([locale]) => LONG_RUN || locale === 'vi-vn' || locale === 'ar-sa');
const PAGES: readonly (readonly [string, string])[] = [
  ...Object.entries(SHARED_PAGES),
  ...LOOKED_AT.flatMap(([locale]) => Object.entries(LOCAL_PAGES).map(([kind, path]) => [`${kind} ${locale}`, `/${locale}/${path}`] as const)),
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const { origin } = inject('own');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test.each(PAGES)('%s: accessible, silent, alone, and no wider than the screen', async (_kind, path) => {
  const context = await open({});
  const { page, problems } = await visit(context, path);
  const found = [...problems, ...(await violations(page, 'light'))];
  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violations(page, 'dark')));
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await wideElements(page)));
  expect(found).toEqual([]);
  await context.close();
});

test.each(LOCALES)('%s: language and direction of the page and its text', async (locale, lang, dir) => {
  const context = await open({});
  for (const path of ['', LOCAL_PAGES['article'] ?? '', LOCAL_PAGES['not found'] ?? '']) {
    const { page } = await visit(context, `/${locale}/${path}`);
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('dir'), await direction(page, 'main')]).toEqual([lang, dir, dir]);
    await page.close();
  }
  await context.close();
});

test('an article without a translation keeps the language and direction of its text', async () => {
  const context = await open({});
  const { page } = await visit(context, SHARED_PAGES['article that is not translated'] ?? '');
  const article = page.locator('#article');
  expect([await article.getAttribute('lang'), await direction(page, '#article'), await direction(page, 'body')]).toEqual(['en-US', 'ltr', 'rtl']);
  expect(await page.locator('.notices').innerText()).toMatch(/\p{Script=Arabic}/u);
  await context.close();
});

test('code runs from left to right in every locale', async () => {
  const context = await open({});
  const { page } = await visit(context, `/ar-sa/${LOCAL_PAGES['article with every extension']}`);
  const directions = await page.locator('#article pre, #article code').evaluateAll((nodes) => [...new Set(nodes.map((node) => getComputedStyle(node).direction))]);
  expect(directions).toEqual(['ltr']);
  await context.close();
});

describe.each(LOCALES)('%s, keyboard alone', (locale) => {
  test('the first stop leads to the text', async () => {
    const context = await open({});
    const { page } = await visit(context, `/${locale}/${LOCAL_PAGES['article']}`);
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((node) => node === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box !== null && box.x >= 0 && box.y >= 0 && box.width > 20).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('#main')?.contains(document.activeElement))).toBe(true);
    await context.close();
  });

  test.each([390, 1280])('the language menu is reached, opened and used at %i px', async (width) => {
    const context = await open({ viewport: { width, height: 800 } });
    const { page } = await visit(context, `/${locale}/${LOCAL_PAGES['article']}`);
    const button = page.locator('[popovertarget="site-languages"]').first();
    const menu = page.locator('#site-languages');
    for (let stop = 0; stop < 12 && !(await button.evaluate((node) => node === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await menu.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#site-languages') !== null)).toBe(true);
    const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}${target}`);
    await context.close();
  });
});

test.each(PAGES.filter(([kind]) => !/ (?:de-de|ja-jp)$/.test(kind)))('%s says the same without JavaScript', async (_kind, path) => {
  const [plain, scripted] = await Promise.all([false, true].map(async (javaScriptEnabled) => {
    const context = await open({ javaScriptEnabled });
    const { page } = await visit(context, path);
    // What is shown only where a script can serve it.
    await page.locator('.search-field, .compare').evaluateAll((nodes) => nodes.forEach((node) => node.remove()));
    const text = await page.locator('main').innerText();
    await context.close();
    return text;
  }));
  expect(plain).not.toBe('');
  expect(plain).toBe(scripted);
});

test.each(LOCALES)('%s: menus open without JavaScript', async (locale) => {
  const context = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const { page } = await visit(context, `/${locale}/${LOCAL_PAGES['article']}`);
  for (const id of ['site-languages', 'site-navigation']) {
    expect(await page.locator(`#${id}`).isVisible()).toBe(false);
    await page.locator(`[popovertarget="${id}"]`).first().click();
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
  }
  await context.close();
});

test('the skip link and the menus are there when the text is twice as large', async () => {
  const context = await open({ viewport: { width: 640, height: 800 } });
  const { page } = await visit(context, `/de-de/${LOCAL_PAGES['article with every extension']}`);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await context.close();
});

function open(options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
}

/** Opens a page and gathers what it should not do: errors on the console, failed requests, requests to other hosts. */
async function visit(context: BrowserContext, path: string): Promise<{ page: Page; problems: string[] }> {
  const page = await context.newPage();
  const problems: string[] = [];
  const address = origin + path;
  page.on('console', (message) => {
    const expected = message.location().url === address && message.text().includes('404');
    if (message.type() === 'error' && !expected) problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) problems.push(`elsewhere: ${request.url()}`);
  });
  await page.goto(address);
  return { page, problems };
}

/** What axe says about the page as it is now; the page has no frames. */
async function violations(page: Page, when: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${when}, ${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`));
}

/** The elements that make the page scroll sideways, if it does. */
function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1 || element.getBoundingClientRect().left < -1);
    return [`${scrollWidth} px wide`, ...outside.slice(0, 5).map(({ tagName, className }) => `${tagName}.${String(className)}`)];
  });
}

function direction(page: Page, selector: string): Promise<string> {
  return page.locator(selector).first().evaluate((node) => getComputedStyle(node).direction);
}

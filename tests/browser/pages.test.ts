import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { LONG_RUN } from '../support/long-run.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';
import { chooseMode, MODES, openOriginals, useBrowser, violations, violationsInBothSchemes, type Visit } from '../support/visit.ts';

const LOCALES = [['vi-vn', 'vi-VN', 'ltr'], ['de-de', 'de-DE', 'ltr'], ['ja-jp', 'ja-JP', 'ltr'], ['ar-sa', 'ar-SA', 'rtl']] as const;
/** One locale of each direction shows what a layout does wrong; the others differ in their letters. */
const LOOKED_AT = LOCALES.filter(([locale]) => LONG_RUN || locale === 'vi-vn' || locale === 'ar-sa');
const PAGES: readonly (readonly [string, string])[] = [
  ...Object.entries(SHARED_PAGES),
  ...LOOKED_AT.flatMap(([locale]) => Object.entries(LOCAL_PAGES).map(([kind, path]) => [`${kind} ${locale}`, `/${locale}/${path}`] as const)),
];
/** Has nothing to offer without a script but to say so. */
const SEARCH_PAGES = LOOKED_AT.map(([locale]) => [`search page ${locale}`, `/${locale}/search/`] as const);

const { origin } = inject('own');
const openVisit = useBrowser();

test.each([...PAGES, ...SEARCH_PAGES])('%s: accessible in every mode and colour scheme, silent, alone, and no wider than the screen', async (_kind, path) => {
  const { page, problems, close } = await visit(path, {});
  const found = [...problems];
  const modes = (await page.locator('[name=x-mode]').count()) === 0 ? [undefined] : MODES;
  for (const mode of modes) {
    if (mode) await chooseMode(page, mode);
    if (mode === 'demand') await openOriginals(page);
    found.push(...(await violationsInBothSchemes(page)).map((violation) => `${mode ?? ''} ${violation}`));
  }
  if (modes[0]) await chooseMode(page, modes[0]);
  await page.setViewportSize({ width: 390, height: 800 });
  found.push(...(await violations(page)).map((violation) => `phone, ${violation}`));
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await wideElements(page)));
  expect(found).toEqual([]);
  await close();
});

test.each(LOCALES)('%s: language and direction of the page and its text', async (locale, lang, dir) => {
  for (const path of ['', LOCAL_PAGES['article'] ?? '', LOCAL_PAGES['not found'] ?? '']) {
    const { page, close } = await visit(`/${locale}/${path}`, {});
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('dir'), await direction(page, 'main')]).toEqual([lang, dir, dir]);
    await close();
  }
});

test('an article without a translation keeps the language and direction of its text', async () => {
  const { page, close } = await visit(SHARED_PAGES['article that is not translated'] ?? '', {});
  const article = page.locator('#article');
  expect([await article.getAttribute('lang'), await direction(page, '#article'), await direction(page, 'body')]).toEqual(['en-US', 'ltr', 'rtl']);
  expect(await page.locator('.notices').innerText()).toMatch(/\p{Script=Arabic}/u);
  await close();
});

test('code runs from left to right in every locale', async () => {
  const { page, close } = await visit(`/ar-sa/${LOCAL_PAGES['article with every extension']}`, {});
  const directions = await page.locator('#article pre, #article code').evaluateAll((nodes) => [...new Set(nodes.map((node) => getComputedStyle(node).direction))]);
  expect(directions).toEqual(['ltr']);
  await close();
});

describe.each(LOCALES)('%s, keyboard alone', (locale) => {
  test('the first stop leads to the text', async () => {
    const { page, close } = await visit(`/${locale}/${LOCAL_PAGES['article']}`, {});
    await page.keyboard.press('Tab');
    const skip = page.locator('a.skip');
    expect(await skip.evaluate((node) => node === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box !== null && box.x >= 0 && box.y >= 0 && box.width > 20).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('#main')?.contains(document.activeElement))).toBe(true);
    await close();
  });

  test.each([390, 1280])('the language menu is reached, opened and used at %i px', async (width) => {
    const { page, close } = await visit(`/${locale}/${LOCAL_PAGES['article']}`, { viewport: { width, height: 800 } });
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
    await close();
  });
});

test.each(PAGES.filter(([kind]) => !/ (?:de-de|ja-jp)$/.test(kind)))('%s says the same without JavaScript', async (_kind, path) => {
  const [plain, scripted] = await Promise.all([false, true].map(async (javaScriptEnabled) => {
    const { page, close } = await visit(path, { javaScriptEnabled });
    // What is shown only where a script can serve it.
    await page.locator('.search-field, .compare').evaluateAll((nodes) => nodes.forEach((node) => node.remove()));
    const text = await page.locator('main').innerText();
    await close();
    return text;
  }));
  expect(plain).not.toBe('');
  expect(plain).toBe(scripted);
});

test.each(LOCALES)('%s: menus open without JavaScript', async (locale) => {
  const { page, close } = await visit(`/${locale}/${LOCAL_PAGES['article']}`, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  for (const id of ['site-languages', 'site-navigation']) {
    expect(await page.locator(`#${id}`).isVisible()).toBe(false);
    await page.locator(`[popovertarget="${id}"]`).first().click();
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
  }
  await close();
});

test('the skip link and the menus are there when the text is twice as large', async () => {
  const { page, close } = await visit(`/de-de/${LOCAL_PAGES['article with every extension']}`, { viewport: { width: 640, height: 800 } });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await close();
});

/** Opens a page and gathers what it should not do: errors on the console, failed requests, requests to other hosts. */
async function visit(path: string, options: BrowserContextOptions): Promise<Visit> {
  const { page, close } = await openVisit('about:blank', { ...options, locale: 'en-US' });
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
  return { page, problems, close };
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

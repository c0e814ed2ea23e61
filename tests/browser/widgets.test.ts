import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { LOCAL_PAGES } from '../support/site-pages.ts';

const { origin } = inject('own');
const LOCALES = [['vi-vn', 'ltr'], ['ar-sa', 'rtl']] as const;
const EXTENSIONS = LOCAL_PAGES['article with every extension'] ?? '';
const IMAGES = 'format/images-and-includes/';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe.each(LOCALES)('theme, %s', (locale) => {
  test('is chosen by keys, kept on the next page, and known before anything is painted', async () => {
    const context = await open({ colorScheme: 'light' });
    const page = await visit(context, `/${locale}/${LOCAL_PAGES['article']}`);
    const select = page.locator('#theme');
    expect(await select.inputValue()).toBe('');
    const light = await paper(page);
    await select.focus();
    await page.keyboard.press('End');
    expect(await select.inputValue()).toBe('dark');
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    // Nothing but the script of the head has run when the text is there.
    await page.route('**/*', (route, request) => (request.resourceType() === 'script' && !request.url().includes('/theme') ? route.abort() : route.continue()));
    await page.goto(`${origin}/${locale}/`);
    expect(await paper(page)).toBe(dark);
    await context.close();
  });

  test('is named in the language of the reader', async () => {
    const context = await open({});
    const page = await visit(context, `/${locale}/`);
    const names = [await page.locator('#theme').getAttribute('aria-label'), ...(await page.locator('#theme option').allTextContents())];
    expect(names).toHaveLength(4);
    expect(names.filter((name) => !new RegExp(locale === 'ar-sa' ? '^[\\p{Script=Arabic} ]+$' : '[ăâđêôơưàáảạềệốộịí]', 'u').test(name ?? ''))).toEqual([]);
    await context.close();
  });
});

test('without a script the system rules, and nothing is offered that would do nothing', async () => {
  const context = await open({ javaScriptEnabled: false, colorScheme: 'dark' });
  const page = await visit(context, '/de-de/');
  for (const widget of ['.theme-switch', '.search-button', '.search-field']) expect(await page.locator(widget).first().isVisible(), widget).toBe(false);
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(18, 23, 30)');
  await context.close();
});

describe.each(LOCALES)('copy buttons, %s', (locale) => {
  test('copy the code and nothing else, by key, and say so', async () => {
    const context = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await visit(context, `/${locale}/${EXTENSIONS}`);
    const blocks = page.locator('#article pre:visible');
    expect(await page.locator('.copy-button:visible').count()).toBe(await blocks.count());
    const code = blocks.nth(1);
    const button = code.locator('xpath=following-sibling::button');
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    // Code starts on the left in every language; the button is at its end.
    const place = await code.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan((place?.x ?? 0) + (place?.width ?? 0) - 8);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#status')?.textContent !== '');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.innerText());
    await context.close();
  });
});

describe.each(LOCALES)('tabs, %s', (locale) => {
  test('are changed by keys, remembered, and opened by a link', async () => {
    const context = await open({});
    const page = await visit(context, `/${locale}/${EXTENSIONS}`);
    const windows = page.locator('.tab-panel[data-tab="windows"]');
    expect(await windows.isVisible()).toBe(false);
    await page.locator('.tabs > [type=radio]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await windows.isVisible()).toBe(true);
    const again = await visit(context, `/${locale}/${EXTENSIONS}`);
    expect(await again.locator('.tab-panel[data-tab="windows"]').isVisible()).toBe(true);
    const inOther = await again.locator('.tab-panel[data-tab="linux"] span[id]').first().getAttribute('id');
    await again.evaluate((id) => (location.hash = `#${id}`), inOther);
    await again.waitForFunction(() => document.querySelector('.tab-panel[data-tab="linux"]')?.checkVisibility());
    await context.close();
  });

  test('are one stop of the Tab key, after the control that shows their originals', async () => {
    const context = await open({});
    const page = await visit(context, `/${locale}/${EXTENSIONS}`);
    await page.locator('#x-demand').check();
    const tabs = page.locator('.tabs').first();
    const [control, radios, panels] = [tabs.locator('> .k'), tabs.locator('> [type=radio]'), tabs.locator('> .tab-panel')];
    const hasFocus = (node: Locator): Promise<boolean> => node.evaluate((element) => element === document.activeElement);
    const shown = (): Promise<boolean[]> => panels.evaluateAll((all) => all.map((panel) => panel.checkVisibility()));
    const before = await shown();
    await control.focus();
    await page.keyboard.press('Space');
    expect([await control.isChecked(), await shown()]).toEqual([true, before]);
    // Showing originals is no choice of a tab.
    expect(await page.evaluate(() => localStorage.getItem('interlinear-tabs'))).toBe(null);
    // Closed again: an original that is shown is a stop of its own.
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    expect(await hasFocus(radios.nth(0))).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect([await hasFocus(radios.nth(1)), (await shown()).slice(0, 2)]).toEqual([true, [false, true]]);
    // From the first back to the last: the control is none of the group.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect([await hasFocus(radios.last()), (await shown()).at(-1), await control.isChecked()]).toEqual([true, true, false]);
    await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(control)).toBe(true);
    await context.close();
  });

  test('are changed without a script', async () => {
    const context = await open({ javaScriptEnabled: false });
    const page = await visit(context, `/${locale}/${EXTENSIONS}`);
    await page.locator('.tabs > label').nth(1).click();
    expect([await page.locator('.tab-panel').nth(0).isVisible(), await page.locator('.tab-panel').nth(1).isVisible()]).toEqual([false, true]);
    await context.close();
  });
});

describe.each(LOCALES)('images, %s', (locale) => {
  test('that are larger than their place open by key and close again; the focus comes back', async () => {
    const context = await open({ viewport: { width: 320, height: 640 } });
    const page = await visit(context, `/${locale}/${IMAGES}`);
    const image = page.locator('#article img[role="button"]').first();
    await image.waitFor();
    expect(await image.getAttribute('aria-label')).not.toBe('');
    await image.focus();
    await page.keyboard.press('Enter');
    const dialog = page.locator('dialog.zoom');
    expect(await dialog.evaluate((node: HTMLDialogElement) => node.open)).toBe(true);
    const address = (node: SVGElement | HTMLElement): string => (node instanceof HTMLImageElement ? node.src : '');
    expect(await dialog.locator('img').evaluate(address)).toBe(await image.evaluate(address));
    await page.keyboard.press('Escape');
    expect(await dialog.evaluate((node: HTMLDialogElement) => node.open)).toBe(false);
    expect(await image.evaluate((node) => node === document.activeElement)).toBe(true);
    await context.close();
  });

  test('that are shown whole do nothing', async () => {
    const context = await open({});
    const page = await visit(context, `/${locale}/${IMAGES}`);
    await page.waitForLoadState('networkidle');
    const wrong = await page.locator('#article img[role="button"]').evaluateAll((images) => images.filter((image) => Number(image.getAttribute('width')) <= image.clientWidth).length);
    expect(wrong).toBe(0);
    await context.close();
  });
});

test('code that is wider than its place can be scrolled by keys and has a name; on a wide screen it is no stop', async () => {
  const context = await open({ viewport: { width: 320, height: 640 } });
  const page = await visit(context, '/vi-vn/format/segments/');
  const code = page.locator('#article pre').first();
  await page.waitForFunction(() => document.querySelector('#article pre')?.getAttribute('role') === 'group');
  expect([await code.getAttribute('tabindex'), (await code.getAttribute('aria-label')) !== '']).toEqual(['0', true]);
  await code.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => (document.querySelector('#article pre')?.scrollLeft ?? 0) > 0);
  await context.close();
});

describe.each(LOCALES)('on this page, %s', (locale) => {
  test('marks the section that is read', async () => {
    const context = await open({ viewport: { width: 1440, height: 700 } });
    const page = await visit(context, `/${locale}/${EXTENSIONS}`);
    const links = page.locator('.contents a');
    expect(await page.locator('.contents').evaluate((node: HTMLDetailsElement) => node.open)).toBe(true);
    for (const at of [2, 1]) {
      await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), await links.nth(at).getAttribute('href') ?? '');
      await page.waitForFunction((index) => document.querySelectorAll('.contents a')[index]?.ariaCurrent === 'true', at);
      expect(await page.locator('.contents a[aria-current]').count()).toBe(1);
    }
    await context.close();
  });
});

describe.each(LOCALES)('search box of the home page, %s', (locale) => {
  test('hands what is typed on to the search, and the focus comes back', async () => {
    const context = await open({});
    const page = await visit(context, `/${locale}/`);
    const box = page.locator('.search-field input');
    await box.focus();
    expect(await page.locator('dialog.search').evaluate((node: HTMLDialogElement) => node.open)).toBe(false);
    await page.keyboard.press('n');
    const input = page.locator('dialog.search input');
    expect(await input.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type('pm');
    expect(await input.inputValue()).toMatch(/npm$/);
    await page.locator('.search-results a').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    await context.close();
  });
});

test('what is not translated is marked on the home page', async () => {
  const context = await open({ javaScriptEnabled: false });
  const page = await visit(context, '/ar-sa/');
  expect(await page.locator('.facing-list li:has(.mark-missing) a').allTextContents()).toHaveLength(1);
  await context.close();
});

function open(options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'vi-VN', ...options });
}

async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

function paper(page: Page): Promise<string> {
  return page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
}

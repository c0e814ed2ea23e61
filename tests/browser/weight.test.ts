import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';

/** Bytes after gzip of all that runs before the search is opened. */
const SCRIPTS = 4_000;

const { origin, folder } = inject('own');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const PAGES = [
  ...Object.entries(SHARED_PAGES),
  ...['vi-vn', 'ar-sa', 'ja-jp'].flatMap((locale) => Object.entries(LOCAL_PAGES).map(([kind, path]) => [`${kind} ${locale}`, `/${locale}/${path}`] as const)),
];

// What a busy machine paints half-way is not there a second time; what a page does is.
test.each(PAGES)('%s: few bytes of scripts, nothing from elsewhere, and nothing moves', { retry: 2 }, async (_kind, path) => {
  // A reader whose language the page is in: nothing else is offered, and nothing more is loaded.
  const language = /^\/([a-z]{2}-[a-z]{2})\//.exec(path)?.[1] ?? 'en-US';
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    const context = await browser.newContext({ viewport: { width, height }, locale: language });
    const page = await context.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await watchShifts(page);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 2000);
    await page.waitForTimeout(150);
    const weight = loaded.filter((url) => url.endsWith('.js')).reduce((sum, url) => sum + gzipSync(readFileSync(join(folder, new URL(url).pathname)), { level: 9 }).length, 0);
    expect(weight).toBeLessThanOrEqual(SCRIPTS);
    expect(weight).toBeGreaterThan(500);
    expect(loaded.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(await shifts(page)).toEqual([]);
    await context.close();
  }
});

test('nothing moves where a theme and tabs are remembered', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 2600 }, locale: 'vi-VN', colorScheme: 'light' });
  await context.addInitScript(() => {
    localStorage.setItem('interlinear-theme', 'dark');
    localStorage.setItem('interlinear-tabs', 'windows');
  });
  const page = await context.newPage();
  await watchShifts(page);
  await page.goto(`${origin}/vi-vn/${LOCAL_PAGES['article with every extension']}`, { waitUntil: 'networkidle' });
  expect(await page.locator('[data-tab="windows"]').first().isVisible()).toBe(true);
  expect(await shifts(page)).toEqual([]);
  await context.close();
});

test.each(['vi-vn', 'ar-sa', 'ja-jp'])('%s: nothing moves while a search is loaded', { retry: 2 }, async (locale) => {
  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    const context = await browser.newContext({ viewport: { width, height }, locale });
    const page = await context.newPage();
    // What can be chosen, and what is found, come one after the other.
    for (const [file, delay] of [['**/site.json', 300], ['**/*.pf_index', 500]] as const) {
      await page.route(file, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        await route.continue();
      });
    }
    await watchShifts(page);
    await page.goto(`${origin}/${locale}/search/?q=segment`);
    await page.locator('#search-page .search-results a').nth(5).waitFor();
    await page.waitForTimeout(150);
    expect(await page.locator('#search-page select').isVisible()).toBe(true);
    expect(await shifts(page)).toEqual([]);
    await context.close();
  }
});

declare global {
  interface Window {
    shifts?: { readonly at: number; readonly what: string }[];
  }
}

/** Layout shifts, without those that scrolling or pressing a key causes. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { at: number; what: string }[] = [];
    window.shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean; sources: readonly { node: Node | null }[] };
        if (!hadRecentInput && value > 0) shifts.push({ at: entry.startTime, what: `${value}: ${sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName))).join(', ')}` });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/**
 * What moved after the page was parsed. A browser on a busy machine paints the part of a page that it has read, and the
 * rest takes its place beside it: scripts and styles have no share in that.
 */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const parsed = navigation instanceof PerformanceNavigationTiming ? navigation.domInteractive : 0;
    return window.shifts?.filter(({ at }) => at > parsed).map(({ what }) => what) ?? ['not watched'];
  });
}

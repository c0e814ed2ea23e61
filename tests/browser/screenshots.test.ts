import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { LONG_RUN } from '../support/long-run.ts';
import { PICTURES } from '../support/picture.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';

/** One device in each colour scheme shows most mistakes. */
const VIEWS = [['light', 'desktop', 1280, 900], ['dark', 'phone', 390, 844], ['dark', 'desktop', 1280, 900], ['light', 'phone', 390, 844]] as const;
const LOCALES = ['vi-vn', 'ar-sa', 'ja-jp'] as const;
/** What is typed into the search: a name that every locale writes alike. */
const QUERY = 'interlinear';
const { origin } = inject('own');
let browser: Browser;

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Of the window only, after doing something with the page. */
  readonly act?: (page: Page) => Promise<void>;
}

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

// Written for people to look at, not compared: fonts differ between machines.
describe.each(VIEWS.slice(0, LONG_RUN ? undefined : 2))('%s, %s', (colorScheme, device, width, height) => {
  test.each(LOCALES)('%s', async (locale) => {
    const shots: readonly Shot[] = [
      ...['home', 'article', 'article in two languages', 'article with every extension', 'section listing', 'not found'].map((kind) => ({ name: `${kind} ${locale}`, path: `/${locale}/${LOCAL_PAGES[kind] ?? ''}` })),
      { name: `side by side ${locale}`, path: `/${locale}/${LOCAL_PAGES['article in two languages']}`, act: sideBySide },
      { name: `search ${locale}`, path: `/${locale}/`, act: search },
      { name: `search page ${locale}`, path: `/${locale}/search/?q=${QUERY}`, act: (page) => page.locator('.search-results a').first().waitFor() },
      ...(colorScheme === 'light' && locale === 'ar-sa' ? Object.entries(SHARED_PAGES).map(([name, path]) => ({ name, path })) : []),
    ];
    // The reader's language is that of the page, so that no other one is offered over it.
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', locale });
    for (const { name, path, act } of shots) {
      const page = await context.newPage();
      const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
      expect(response?.headers()['content-type']).toMatch('text/html');
      await act?.(page);
      await page.screenshot({ path: join(PICTURES, `${name.replaceAll(' ', '-')}-${colorScheme}-${device}.png`), fullPage: act === undefined });
      await page.close();
    }
    await context.close();
  });
});

async function sideBySide(page: Page): Promise<void> {
  await page.locator('input[name="x-mode"]').nth(2).check({ force: true });
  await page.locator('#article [data-side="source"]:visible').first().waitFor();
}

async function search(page: Page): Promise<void> {
  await page.locator('.search-button').click();
  await page.locator('dialog.search input').fill(QUERY);
  await page.locator('.search-results a').first().waitFor();
}

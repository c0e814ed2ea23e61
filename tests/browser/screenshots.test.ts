import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { PROJECT } from '../support/run-cli.ts';
import { LOCAL_PAGES, SHARED_PAGES } from '../support/site-pages.ts';

const FOLDER = join(PROJECT, 'tests/output/screenshots');
const { origin } = inject('own');
let browser: Browser;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  browser = await openBrowser();
});

afterAll(() => browser.close());

// Written for people to look at, not compared: fonts differ between machines.
describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([['phone', 390, 844], ['desktop', 1280, 900]] as const)('%s', async (device, width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    const shots = [
      ...['vi-vn', 'ar-sa', 'ja-jp'].flatMap((locale) => ['home', 'article', 'article with every extension', 'not found'].map((kind) => [`${kind} ${locale}`, `/${locale}/${LOCAL_PAGES[kind] ?? ''}`] as const)),
      ...(colorScheme === 'light' ? Object.entries(SHARED_PAGES) : []),
    ];
    for (const [name, path] of shots) {
      const page = await context.newPage();
      const response = await page.goto(origin + path);
      expect(response?.headers()['content-type']).toMatch('text/html');
      await page.screenshot({ path: join(FOLDER, `${name.replaceAll(' ', '-')}-${colorScheme}-${device}.png`), fullPage: true });
      await page.close();
    }
    await context.close();
  });
});

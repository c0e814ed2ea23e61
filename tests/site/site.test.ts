import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroBuild } from '../../src/site/astro-build.ts';
import { articleSlots } from '../../src/views/article-slots.ts';
import { sectionSlots } from '../../src/views/section-slots.ts';
import { fillTemplate, splitTemplate } from '../../src/views/slots.ts';
import { uiFor } from '../../src/views/ui.ts';
import { openBrowser } from '../support/browser.ts';
import { serveFolder } from './serve-folder.ts';
import stub from './stub-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlinear-site-'));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await astroBuild({ source: stub, out: folder, base: '/', origin: undefined });
  browser = await openBrowser();
  site = await serveFolder(folder);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  site?.server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['vi-vn', 'mail/sign-in/'],
  ['ar-sa', 'mail/sign-in/'],
  ['ja-jp', 'mail/no-words/'],
  ['de-de', 'mail/'],
])('a filled template is what Astro renders itself: %s %s', async (locale, slug) => {
  const found = await stub.page(locale, slug);
  const ui = uiFor(found.page.shell.locale);
  const slots = found.kind === 'article' ? articleSlots(found.page, ui) : sectionSlots(found.page, ui);
  const template = splitTemplate(read(`interlinear-templates/${found.kind}/${locale}/index.html`));
  expect(fillTemplate(template, slots)).toBe(read(`${locale}/${slug}index.html`));
});

test('white space between inline elements is kept', () => {
  expect(read('vi-vn/mail/sign-in/index.html')).toContain('</span> <span id="s103">');
  expect(read('ar-sa/404/index.html')).toMatch(/<html lang="ar-SA" dir="rtl"/);
});

test('an article loads one small file of styles and two of scripts, and nothing inline', () => {
  const article = read('vi-vn/mail/sign-in/index.html');
  const weigh = (pattern: RegExp): readonly number[] => [...article.matchAll(pattern)].map(([, name = '']) => gzipSync(readFileSync(join(folder, '_astro', name))).length);
  const styles = weigh(/<link rel="stylesheet" href="\/_astro\/([^"]+)"/g);
  expect(styles).toHaveLength(1);
  expect(styles[0]).toBeLessThan(9_000);
  // What they weigh is a matter of the whole site: tests/browser/weight.test.ts.
  expect(weigh(/<script[^>]* src="\/_astro\/([^"]+)"/g)).toHaveLength(2);
  expect(article).not.toMatch(/<script(?![^>]*\bsrc=)|<style/);
});

const PAGES = ['/', '/vi-vn/', '/ar-sa/', '/de-de/mail/', '/ja-jp/mail/sign-in/', '/ar-sa/mail/sign-in/', '/ar-sa/mail/no-words/', '/ar-sa/404/', '/checks/', '/checks/unbalanced-span/'];

test.each(PAGES)('%s is valid HTML', async (path) => {
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of style, decided by Astro's and our own serialisers.
      'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attr-quotes': 'off', 'no-raw-characters': 'off',
      // A title longer than search engines show is still the article's title.
      'long-title': 'off',
    },
  }).validateString(read(`${path}index.html`));
  expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`))).toEqual([]);
});

const VIEWS = [
  { colorScheme: 'light', width: 1280, pages: PAGES },
  { colorScheme: 'dark', width: 320, pages: ['/vi-vn/', '/ar-sa/mail/sign-in/', '/ar-sa/404/', '/checks/unbalanced-span/'] },
] as const;

describe.each(VIEWS)('$colorScheme, $width px', ({ colorScheme, width, pages }) => {
  test.each(pages)('%s is accessible and no wider than the screen', async (path) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await context.close();
  }, 60_000);
});

test('menus open and close without a script', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 700 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/ar-sa/mail/sign-in/`);
  const [sidebar, languages] = [page.locator('#site-navigation'), page.locator('#site-languages')];
  expect([await sidebar.isVisible(), await languages.isVisible()]).toEqual([false, false]);
  await page.locator('.menu-button').click();
  expect(await sidebar.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('.language-button').click();
  expect([await sidebar.isVisible(), await languages.isVisible()]).toEqual([false, true]);
  await page.setViewportSize({ width: 1280, height: 700 });
  expect([await sidebar.isVisible(), await page.locator('.contents nav').isVisible()]).toEqual([true, true]);
  await context.close();
}, 60_000);

// Set INTERLINEAR_SCREENSHOTS to a folder to get pictures of all pages, for people to look at.
const output = process.env['INTERLINEAR_SCREENSHOTS'] ?? '';
test.skipIf(output === '')('screenshots', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      for (const path of PAGES) {
        const page = await context.newPage();
        await page.goto(site.origin + path);
        await page.screenshot({ path: join(output, `${path.slice(1, -1).replaceAll('/', '-') || 'root'}-${colorScheme}-${width}.png`), fullPage: true });
      }
      await context.close();
    }
  }
}, 120_000);

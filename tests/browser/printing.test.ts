import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { LOCAL_PAGES } from '../support/site-pages.ts';
import { chooseMode, MODES, overflow, useBrowser, type Mode } from '../support/visit.ts';

const EXTENSIONS = LOCAL_PAGES['article with every extension'] ?? '';
/** Width of the text on a sheet of A4, in CSS pixels. */
const SHEET = { width: 680, height: 960 };

const { origin } = inject('own');
const openVisit = useBrowser();

describe.each(['vi-vn', 'ar-sa', 'ja-jp'])('%s', (locale) => {
  test.each(MODES)('%s: the text alone, on the width of the sheet', async (mode) => {
    const { page, close } = await printed(`/${locale}/${EXTENSIONS}`, mode);
    const shown: string[] = [];
    for (const part of ['.site-header', '.site-footer', '.sidebar', '.contents', '.breadcrumbs', '.pager', '.modes', '.compare', '.copy-button', '#article .k', '.page-meta a']) {
      for (const found of await page.locator(part).all()) if (await found.isVisible()) shown.push(part);
    }
    expect(shown).toEqual([]);
    // A part of a pixel counts as one.
    expect(await overflow(page)).toBeLessThanOrEqual(1);
    const block = page.locator('#article > p > .b').first();
    const sides = [block.locator('.t'), block.locator('.o')];
    expect(await Promise.all(sides.map((side) => side.evaluate((node) => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))))).toEqual([mode !== 'original', mode !== 'translation']);
    await close();
  });

  test('side by side is so on paper', async () => {
    const { page, close } = await printed(`/${locale}/${EXTENSIONS}`, 'both');
    const block = page.locator('#article > p > .b').first();
    const target = await block.locator('.t').boundingBox();
    const source = await block.locator('.o').boundingBox();
    if (!target || !source) throw new Error('not shown');
    expect(Math.abs(target.y - source.y)).toBeLessThan(8);
    expect(locale === 'ar-sa' ? source.x + source.width <= target.x : target.x + target.width <= source.x).toBe(true);
    await close();
  });

  test('every tab is printed, and what is closed', async () => {
    const { page, close } = await printed(`/${locale}/${EXTENSIONS}`, 'translation');
    for (const part of ['.tab-panel', '#article details > p', '#article details table']) {
      const parts = await page.locator(part).all();
      expect(parts.length).toBeGreaterThan(0);
      for (const found of parts) expect(await found.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
    }
    await close();
  });
});

test('no heading stands at the foot of a page, nothing small is split', async () => {
  const { page, close } = await printed(`/vi-vn/${EXTENSIONS}`, 'both');
  const values = (selector: string, property: 'breakInside' | 'breakAfter'): Promise<string[]> =>
    page.locator(selector).evaluateAll((nodes, name) => [...new Set(nodes.map((node) => getComputedStyle(node)[name]))], property);
  expect(await values('#article :is(h1, h2, h3)', 'breakAfter')).toEqual(['avoid']);
  expect(await values('#article :is(tr, pre, .b, .alert)', 'breakInside')).toEqual(['avoid']);
  await close();
});

test('a table of many columns is as wide as the sheet', async () => {
  const { page, close } = await printed('/vi-vn/quality/precision/', 'translation');
  const table = page.locator('#article table:has(tr > :nth-child(4))').first();
  const [box, sheet] = [await table.boundingBox(), await page.locator('#article').boundingBox()];
  expect(box && sheet && box.width <= sheet.width).toBe(true);
  expect(await overflow(page)).toBe(0);
  await close();
});

test('a link to another site shows its address; colours of the screen do not reach the paper', async () => {
  const { page, close } = await openVisit(`${origin}/vi-vn/quality/validate/`, { colorScheme: 'dark' });
  await page.locator('#article p').first().evaluate((node) => node.append(Object.assign(document.createElement('a'), { href: 'https://help.example/a', textContent: 'a' })));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#article a[href="https://help.example/a"]').evaluate((node) => getComputedStyle(node, '::after').content)).toContain('https://help.example/a');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  await close();
});

async function printed(path: string, mode: Mode): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const { page, close } = await openVisit(origin + path, { viewport: { width: 1280, height: 900 } });
  await page.locator('.copy-button').first().waitFor({ timeout: 5_000 }).catch(() => undefined);
  await chooseMode(page, mode);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  return { page, close };
}

import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/visit.ts';

const { origin } = inject('own');
const visit = useBrowser();
const SLOW = { timeout: 30_000 };

test.each(['vi-vn', 'ar-sa', 'ja-jp'])('%s: an address says what is searched for, and where', async (locale) => {
  const { page, problems, close } = await visit(`${origin}/${locale}/search/?q=validate&section=quality/`);
  const links = page.locator('#search-page .search-results a');
  await links.first().waitFor(SLOW);
  expect(await page.locator('#search-page input').inputValue()).toBe('validate');
  expect(await page.locator('#search-page select').inputValue()).toBe('quality/');
  expect(await links.evaluateAll((nodes) => nodes.map((node) => new URL((node as HTMLAnchorElement).href).pathname.split('/').slice(1, 3).join('/')))).toEqual(expect.arrayContaining([`${locale}/quality`]));
  expect(await links.evaluateAll((nodes, folder) => nodes.filter((node) => !(node as HTMLAnchorElement).pathname.startsWith(folder)).length, `/${locale}/quality/`)).toBe(0);
  // What is typed is what the address and the other languages' pages say.
  await page.locator('#search-page input').fill('segment');
  await expect.poll(() => new URL(page.url()).searchParams.get('q'), SLOW).toBe('segment');
  expect(await page.locator('#site-languages a').evaluateAll((nodes) => [...new Set(nodes.map((node) => (node as HTMLAnchorElement).search))])).toEqual(['?q=segment&section=quality%2F']);
  expect(problems).toEqual([]);
  await close();
});

test('the box of a home page leads there when no script answers it', async () => {
  const { page, close } = await visit(`${origin}/vi-vn/`);
  const form = page.locator('.search-field form');
  expect(await form.evaluate((node: HTMLFormElement) => [node.method, new URL(node.action).pathname, [...new FormData(node).keys()]])).toEqual(['get', '/vi-vn/search/', ['q']]);
  await close();
});

test('without JavaScript the page says so and leads on', async () => {
  const { page, close } = await visit(`${origin}/de-de/search/`, { javaScriptEnabled: false });
  expect(await page.locator('main').innerText()).toMatch(/Die Suche braucht JavaScript/);
  expect(await page.locator('#search-page').isVisible()).toBe(false);
  expect(await page.locator('main a').getAttribute('href')).toBe('/de-de/');
  expect(await page.locator('meta[name=robots]').count()).toBe(0);
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/de-de\/search\/$/);
  await close();
});

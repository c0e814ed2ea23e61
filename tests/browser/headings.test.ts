import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { canFindText } from '../support/browser.ts';
import { chooseMode, useBrowser, violations } from '../support/visit.ts';

const visit = useBrowser();
const visitFinding = useBrowser({ findsText: true });
const ARTICLE = `${inject('docset').origin}/vi-vn/help/levels/`;
const SHOW = 'Hiện bản gốc';

interface Node {
  readonly role: string;
  readonly name: string;
}

/** What assistive technology is told of, in reading order. */
async function accessibleNodes(page: Page): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.flatMap(({ ignored, role, name }) => (ignored ? [] : [{ role: String(role?.value), name: String(name?.value ?? '').trim() }]));
}

const named = (nodes: readonly Node[], ...roles: readonly string[]): string[] => nodes.filter(({ role }) => roles.includes(role)).map(({ name }) => name);

const HEADINGS = ['Cấp một', 'Cấp hai', 'Cấp ba', 'Cấp bốn'];

test('what opens an original is no part of the name of a heading, a tab or a summary', async () => {
  const { page, close } = await visit(ARTICLE);
  for (const mode of ['translation', 'demand'] as const) {
    await chooseMode(page, mode);
    const nodes = await accessibleNodes(page);
    expect([mode, named(nodes, 'heading')]).toEqual([mode, HEADINGS]);
    expect(named(nodes, 'radio').filter((name) => /Điện thoại|Máy tính/.test(name))).toEqual(['Điện thoại', 'Máy tính']);
    expect(named(nodes, 'DisclosureTriangle')).toEqual(['Trên trang này', 'Chi tiết']);
    // Four headings, four paragraphs, the tabs and the open one's text, the summary.
    expect(named(nodes, 'checkbox')).toEqual(Array.from({ length: mode === 'demand' ? 11 : 0 }, () => SHOW));
  }
  await close();
});

test.each([true, false])('the control stands beside and opens what has it, JavaScript %s', async (javaScriptEnabled) => {
  const { page, close } = await visit(ARTICLE, { javaScriptEnabled });
  await chooseMode(page, 'demand');
  for (const control of await page.locator('.h > .k, .tabs > .k').all()) await control.check();
  const nodes = await accessibleNodes(page);
  expect(named(nodes, 'heading')).toEqual(HEADINGS.map((name, index) => `${name} Level ${['one', 'two', 'three', 'four'][index]}`));
  for (const text of ['Phone', 'Computer', 'Details']) expect(await page.locator('#article .o', { hasText: new RegExp(`^${text}$`) }).isVisible(), text).toBe(true);
  // Opening one leaves its control where it was.
  const control = page.locator('.h:has(> h2) > .k');
  const place = (): Promise<number[]> => control.evaluate((node: HTMLElement) => [node.offsetLeft, node.getBoundingClientRect().top - (node.parentElement?.getBoundingClientRect().top ?? 0)]);
  const open = await place();
  await control.uncheck();
  expect(await place()).toEqual(open);
  expect(await page.locator('h2 .o').evaluate((node) => getComputedStyle(node).contentVisibility)).toBe('hidden');
  await close();
});

test('keys open them as well, and closing puts the focus back', async () => {
  const { page, close } = await visit(ARTICLE);
  await chooseMode(page, 'demand');
  for (const [focus, source] of [['.h > h3 ~ .k', 'h3 .o'], ['#article summary', '#article summary .o'], ['.tabs > [type=radio]', '.tabs > label .o']] as const) {
    await page.locator(focus).first().focus();
    const shown = (): Promise<boolean> => page.locator(source).first().evaluate((node) => getComputedStyle(node).contentVisibility === 'visible');
    expect(await shown(), focus).toBe(false);
    await page.keyboard.press('o');
    await expect.poll(shown).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(shown).toBe(false);
  }
  await close();
});

test('what the browser finds in the original of a heading opens it', async ({ skip }) => {
  skip(!canFindText(), 'needs an installed Chromium or Chrome: the packaged one finds no text');
  const { page, close } = await visitFinding(`${inject('docset').origin}/vi-vn/`);
  // No command finds text in a page; a link to a text finds and opens it in the same way.
  await page.goto(`${ARTICLE}#:~:text=Level%20three`);
  await expect.poll(() => page.locator('h3 .o').getAttribute('hidden')).toBe(null);
  await expect.poll(() => page.locator('.h:has(> h3) > .k').isChecked()).toBe(true);
  await close();
});

test('a page with all of them is accessible in every mode', async () => {
  const { page, problems, close } = await visit(ARTICLE);
  for (const mode of ['demand', 'both', 'original'] as const) {
    await chooseMode(page, mode);
    if (mode === 'demand') for (const control of await page.locator('.k:visible').all()) await control.check();
    expect([mode, ...(await violations(page))]).toEqual([mode]);
  }
  expect(problems).toEqual([]);
  await close();
});

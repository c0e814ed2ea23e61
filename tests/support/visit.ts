import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { openBrowser, type BrowserNeeds } from './browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Modes of reading an article, in the order of their radio buttons. */
export const MODES = ['translation', 'demand', 'both', 'original'] as const;
export type Mode = (typeof MODES)[number];

export interface Visit {
  readonly page: Page;
  /** Errors on the console and of scripts so far. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens an address where nothing is remembered. `locale`: the reader's languages, the page's own by default. */
export type OpenVisit = (url: string, options?: BrowserContextOptions) => Promise<Visit>;

/**
 * One browser for the tests of a file, closed after them. Visits with equal options share what a browser keeps
 * but for the site's own storage: to start anew with an empty cache takes longer than most tests.
 */
export function useBrowser(needs: BrowserNeeds = {}): OpenVisit {
  let browser: Promise<Browser> | undefined;
  const contexts = new Map<string, Promise<BrowserContext>>();
  afterAll(async () => (await browser)?.close());

  return async (url, given = {}) => {
    const locale = /\/([a-z]{2}(?:-[a-z]+)+)\//.exec(url)?.[1] ?? 'en-us';
    const options: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: new Intl.Locale(locale).toString(), ...given };
    const key = JSON.stringify(options);
    browser ??= openBrowser(needs);
    const opening = contexts.get(key) ?? browser.then((opened) => opened.newContext(options));
    contexts.set(key, opening);
    const page = await (await opening).newPage();
    await forget(page);
    const problems = problemsOf(page);
    await page.goto(url);
    return { page, problems, close: () => page.close() };
  };
}

/** Collects the errors on a page's console and of its scripts from now on. */
export function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

/** Makes the browser forget what the sites have stored in it. */
async function forget(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'local_storage' });
  await session.detach();
}

/** What axe says about the page as it is now; the pages have no frames. `rules`: these alone, e.g. where only colours changed. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Lists of what is right are long, and nobody reads them.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await (rules ? axe.withRules([...rules]) : axe.withTags(RULES)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`));
}

/** What another colour scheme can break of what another width does not. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe says about the page as it is now, light and dark. It is left light. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of [['dark', OF_COLOUR], ['light', undefined]] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, rules)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

/** By how many pixels the page is wider than its screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Opens every original that has a control of its own, as a click on each would. */
export function openOriginals(page: Page): Promise<void> {
  return page.locator('.k:visible').evaluateAll((controls) => controls.forEach((control) => control instanceof HTMLInputElement && !control.checked && control.click()));
}

export async function chooseMode(page: Page, mode: Mode): Promise<void> {
  await page.locator(`#x-${mode}`).check();
}

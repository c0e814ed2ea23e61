import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';

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
export function useBrowser(): OpenVisit {
  let browser: Browser | undefined;
  const contexts = new Map<string, Promise<BrowserContext>>();
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  return async (url, given = {}) => {
    const locale = /\/([a-z]{2}(?:-[a-z]+)+)\//.exec(url)?.[1] ?? 'en-us';
    const options: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: new Intl.Locale(locale).toString(), ...given };
    const key = JSON.stringify(options);
    const opening = contexts.get(key) ?? browser?.newContext(options);
    if (!opening) throw new Error('No page is visited before the tests begin.');
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
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rules ? axe.withRules([...rules]) : axe.withTags(RULES)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`));
}

/** By how many pixels the page is wider than its screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export async function chooseMode(page: Page, mode: Mode): Promise<void> {
  await page.locator(`#x-${mode}`).check();
}

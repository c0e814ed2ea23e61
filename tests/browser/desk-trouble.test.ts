import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openDeskPage } from '../support/desk-page.ts';
import { article, openDeskServer, type DeskServer, type DeskServerOptions } from '../support/desk-server.ts';

const MAIL = article('de-DE', [['E-Mail', 'Mail'], ['Warten Sie.', 'Wait.']]);
/** Longer than the limit of the disk that is full. */
const LONG = article('de-DE', [['E-Mail', 'Mail'], ...Array.from({ length: 400 }, (_, at) => [`Satz ${at}.`, `Sentence ${at}.`] as const)]);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test('a full disk: the file is as it was, the reason is said, the draft is kept', () => inDesk({ 'de-de/mail.md': LONG, 'de-de/other.md': MAIL }, { fileLimit: 16 }, async (page, server) => {
  expect(await saveIn(page, 'mail.md')).toMatch(/not saved; your draft is kept.*the disk is full or its limit is reached/s);
  expect(server.read('de-de/mail.md')).toBe(LONG);
  await page.reload();
  await page.locator('.row.active .draft-mark').waitFor();
  expect(await page.locator('.row.active .field').innerText()).toBe('E-Mail neu');
  // What there is room for is saved.
  await edit(page, 'other.md');
  await page.locator('[data-ordinal="102"] .saved-mark').waitFor();
  expect(server.read('de-de/other.md')).toBe(MAIL.replace('>E-Mail<', '>E-Mail neu<'));
}));

test('files that may only be read: the reason is said, the draft is kept', () => inDesk({ 'de-de/mail.md': MAIL }, { readOnly: true }, async (page, server) => {
  expect(await saveIn(page, 'mail.md')).toMatch(/not saved; your draft is kept.*permission denied/s);
  expect(server.read('de-de/mail.md')).toBe(MAIL);
  await page.reload();
  await page.locator('.row.active .draft-mark').waitFor();
}));

test('a file that was deleted: the reason is said, and the draft is there when it comes back', () => inDesk({ 'de-de/mail.md': MAIL, 'de-de/other.md': MAIL }, {}, async (page, server) => {
  await open(page, 'mail.md');
  rmSync(join(server.folder, 'de-de/mail.md'));
  expect(await saveIn(page, undefined)).toMatch(/not saved; your draft is kept.*not there any more/s);
  server.write('de-de/mail.md', MAIL);
  await page.reload();
  await page.locator('.row.active .draft-mark').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-ordinal="102"] .saved-mark').waitFor();
  expect(server.read('de-de/mail.md')).toBe(MAIL.replace('>E-Mail<', '>E-Mail neu<'));
}));

async function inDesk(files: Readonly<Record<string, string>>, options: DeskServerOptions, work: (page: Page, server: DeskServer) => Promise<void>): Promise<void> {
  const server = await openDeskServer(files, options);
  try {
    const { page } = await openDeskPage(browser, server.url);
    await work(page, server);
    await page.context().close();
  } finally {
    await server.close();
  }
}

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/de-de/${path}?s=102`);
  await page.waitForFunction((shown) => document.querySelector('.article-head .path')?.textContent === shown && document.activeElement?.matches('[data-ordinal="102"] .field'), path);
}

async function edit(page: Page, path: string | undefined): Promise<void> {
  if (path !== undefined) await open(page, path);
  await page.keyboard.press('End');
  await page.keyboard.type(' neu');
  await page.keyboard.press('Enter');
}

/** What the desk says of a change that it could not save. */
async function saveIn(page: Page, path: string | undefined): Promise<string> {
  await edit(page, path);
  const said = page.locator('.said.trouble');
  await said.waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  return said.innerText();
}

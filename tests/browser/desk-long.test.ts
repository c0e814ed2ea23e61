import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { pathologicalArticle } from '../../scripts/bench/pathological-article.ts';
import { openBrowser } from '../support/browser.ts';
import { openDeskPage } from '../support/desk-page.ts';
import { article, openDeskServer, type DeskServer } from '../support/desk-server.ts';

const SHORT = article('de-DE', [['E-Mail', 'Mail'], ['Warten Sie auf die Antwort.', 'Wait for the answer.'], ['Starten Sie neu.', 'Restart.']]);
const SEGMENTS = 2_600;
const LAST = String(102 + SEGMENTS - 1);

let browser: Browser;
let server: DeskServer;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await openDeskServer({ 'de-de/long.md': pathologicalArticle(SEGMENTS), 'de-de/mail.md': SHORT });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  server.write('de-de/mail.md', SHORT);
  ({ page, problems } = await openDeskPage(browser, server.url, 90_000));
});

afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('of a long article the page beside is the part around the row in focus, and few rows are in the document', async () => {
  await open('long.md', '104');
  const frame = page.frameLocator('iframe');
  await frame.locator('#s104[data-in-focus]').waitFor();
  await page.locator('.part-note').waitFor();
  expect(await frame.locator('body *').count()).toBeLessThan(4000);
  expect(await frame.locator(`#s${LAST}`).count()).toBe(0);
  await page.locator('.row.active').evaluate((row) => (row instanceof HTMLElement ? row.focus() : undefined));
  await page.keyboard.press('End');
  await frame.locator(`#s${LAST}[data-in-focus]`).waitFor();
  expect(await frame.locator('body *').count()).toBeLessThan(4000);
  expect(await page.locator('.row').count()).toBeLessThan(80);
  // A sentence of the part leads to its row.
  await frame.locator(`#s${Number(LAST) - 3}`).click();
  await page.locator(`.row.active[data-ordinal="${Number(LAST) - 3}"]`).waitFor();
});

test('a key asks the server once, and its finding appears; saving it and going on loses nothing', async () => {
  await open('long.md', '1303');
  await page.keyboard.press('End');
  const asked: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && asked.push(new URL(request.url()).pathname)));
  await page.keyboard.type('\uFFFD');
  await page.locator('.row.active .row-findings li', { hasText: 'FFFD' }).waitFor();
  expect(asked).toEqual(['/api/check']);
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' Ende');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Anfang ');
  await page.keyboard.press('Enter');
  for (const ordinal of ['1303', '1304']) await page.locator(`[data-ordinal="${ordinal}"] .saved-mark`).waitFor();
  const text = server.read('de-de/long.md');
  expect(text).toMatch(/data-ttu-id="3a85d-1303">[^<]* Ende</);
  expect(text.match(/Anfang /g)).toHaveLength(1);
});

test('what was saved is taken back after a reload, and never over what was changed meanwhile', async () => {
  await open('mail.md', '102');
  for (const words of [' eins', ' zwei', ' drei']) {
    await page.keyboard.press('End');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.waitForFunction(() => document.querySelectorAll('.saved-mark').length === 3);
  await page.reload();
  await page.locator('.row.active').waitFor();
  await page.locator('.row.active').evaluate((row) => (row instanceof HTMLElement ? row.focus() : undefined));
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.said')?.textContent?.includes('104'));
  expect(server.read('de-de/mail.md')).toContain('>Starten Sie neu.<');
  server.write('de-de/mail.md', server.read('de-de/mail.md').replace('Antwort. zwei', 'Rückmeldung.'));
  await page.keyboard.press('Control+z');
  await page.locator('.said.trouble', { hasText: '103' }).waitFor();
  expect(server.read('de-de/mail.md')).toContain('>Warten Sie auf die Rückmeldung.<');
  // The one before it still can be.
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.said.done')?.textContent?.includes('102'));
  expect(server.read('de-de/mail.md')).toContain('>E-Mail<');
  await page.reload();
  await page.locator('.row.active').waitFor();
  await page.locator('.row.active').evaluate((row) => (row instanceof HTMLElement ? row.focus() : undefined));
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('.said.done')?.textContent?.includes('102'));
  expect(server.read('de-de/mail.md')).toContain('>E-Mail eins<');
});

async function open(path: string, ordinal: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/de-de/${path}?s=${ordinal}`);
  await page.waitForFunction((wanted) => document.activeElement?.closest('.row')?.getAttribute('data-ordinal') === wanted && document.activeElement.matches('.field'), ordinal, { timeout: 90_000 });
}

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, type FolderServer } from '../../src/host/serve-folder.ts';
import { openSearch, type Found, type Pagefind, type SearchSite } from '../../src/site/client/search-site.ts';
import { openBrowser } from '../support/browser.ts';
import { buildSite } from '../support/run-cli.ts';
import { firstResults } from '../support/search-results.ts';
import { writeContent } from './articles.ts';

let root: string;
let site: string;
let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'interlinear-search-'));
  site = join(root, 'site');
  writeContent(join(root, 'content'));
  buildSite(join(root, 'content'), site);
  server = await serveFolder({ folder: site, base: undefined, port: 0, host: '127.0.0.1' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(root, { recursive: true, force: true });
});

/** What Pagefind says of a result beyond what the site's own search asks for. */
interface RawPagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<{ readonly weighted_locations: readonly { readonly weight: number }[] }> }[] }>;
}

const sites = new Map<string, Promise<SearchSite>>();

/** The site's own search, in this process: the modules from the disk, everything else over HTTP. */
function searchIn(locale: string): Promise<SearchSite> {
  const folder = `${server.url}search/`;
  const known = sites.get(locale) ?? openSearch({ folder, locale, home: `/${locale}/` }, (url): Promise<Pagefind> => {
    const { pathname, hash } = new URL(url);
    return import(`${pathToFileURL(join(site, pathname)).href}${hash}`);
  });
  sites.set(locale, known);
  return known;
}

async function find(locale: string, query: string, section = ''): Promise<readonly Found[]> {
  return firstResults((await searchIn(locale)).search(query, section), 10);
}

const marked = (found: Found | undefined): string[] => found?.excerpt.pieces.flatMap((piece) => (piece.found ? [piece.text] : [])) ?? [];

describe('each script is found as its readers type', () => {
  test.each([
    ['vi-vn', 'đăng nhập', 'đăng'], ['vi-vn', 'dang nhap', 'đăng'], ['vi-vn', 'DANG NHAP', 'đăng'], ['vi-vn', 'mat khau', 'mật'], ['vi-vn', 'tai khoan', 'tài'],
    ['ar-sa', 'كلمة', 'كلمة'], ['ar-sa', 'كلمه', 'كلمة'], ['ar-sa', 'كلـــمة', 'كلمة'], ['ar-sa', 'الاعدادات', 'الإعدادات'], ['ar-sa', 'اعدادات', 'الإعدادات'], ['ar-sa', 'المدرسه', 'المَدْرَسَة'], ['ar-sa', 'الاولي', 'الأولى'],
    ['he-il', 'הסיסמה', 'הסיסמה'], ['he-il', 'הספר', 'הסֵפֶר'], ['he-il', 'הסֵפֶר', 'הסֵפֶר'],
    ['ja-jp', 'パスワード', 'パスワード'], ['ja-jp', '受信トレイ', '受信'], ['ja-jp', 'サーバー', 'サーバー'], ['ja-jp', '設定を開いて', '設定'],
    ['zh-cn', '密码', '密码'], ['zh-cn', '邮件服务器', '邮件'], ['zh-cn', '账户', '账户'],
    ['th-th', 'รหัสผ่าน', 'รหัส'], ['th-th', 'โรงเรียน', 'โรงเรียน'],
    ['de-de', 'Größe', 'Größe'], ['de-de', 'Groesse', 'Größe'], ['de-de', 'grosse', 'Größe'], ['de-de', 'Gartenstrasse', 'Gartenstraße'], ['de-de', 'Konto', 'Benutzerkonto'], ['de-de', 'Verwaltung', 'Postfachgrößenverwaltung'], ['de-de', 'Benutzer', 'Benutzerkonto'],
  ])('%s: %s', async (locale, query, word) => {
    const found = await find(locale, query);
    expect(found.map(({ url }) => url.replace(/#.*/, ''))).toEqual([`/${locale}/mail/sign-in/`]);
    expect(found[0]?.mark).toBeUndefined();
    expect(marked(found[0]).join('|')).toContain(word);
  });
});

describe('the original answers as well', () => {
  test.each(['vi-vn', 'ar-sa', 'ja-jp', 'de-de', 'th-th', 'zh-cn', 'he-il'])('an English query on %s leads to the sentence of the translation', async (locale) => {
    const [first, ...others] = await find(locale, 'quarantined scanner');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ url: `/${locale}/mail/sign-in/#s105`, mark: 'original', tag: 'en-US', dir: 'ltr' });
    const [own] = await find(locale, first?.title ?? '');
    expect(own).toMatchObject({ title: first?.title, mark: undefined });
  });

  test('an article in both comes once', async () => {
    const urls = (await find('de-de', 'Scanner')).map(({ url }) => url.replace(/#.*/, ''));
    expect(urls).toEqual(['/de-de/mail/sign-in/']);
  });

  test('an article that is not translated is found only there', async () => {
    expect(await find('ar-sa', 'kingfisher')).toMatchObject([{ url: '/ar-sa/look/only-here/#s102', mark: 'missing', title: 'An article about turquoise', titleTag: 'en-US' }]);
  });

  test('the locale of the originals has one index', async () => {
    expect((await searchIn('en-us')).facts.indexes.map(({ locale }) => locale)).toEqual(['en-us']);
    expect(await find('en-us', 'kingfisher')).toMatchObject([{ url: '/en-us/look/only-here/#s102', mark: undefined }]);
  });
});

describe('marks of the index', () => {
  test('an author cannot write them', async () => {
    const [first, ...others] = await find('vi-vn', 'ocelot');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ title: 'Dấu & "ký hiệu"', url: '/vi-vn/look/marks/#s103' });
    expect(first?.excerpt.pieces.map(({ text }) => text).join('')).toContain('Gõ lệnh. PAGEFIND_WEIGHT___9 rồi <ocelot> \uFFFD\uE173.');
  });

  test('what the index found by the stem of a word alone is shown, and its sentence is the place', async () => {
    const [first] = await find('en-us', 'restarting');
    expect(first?.url).toBe('/en-us/mail/sign-in/#s105');
    expect(first?.excerpt.pieces.filter(({ found }) => found)).toEqual([{ text: 'Restart', found: true }]);
  });

  test('a heading weighs more than text, and is the place that a result leads to', async () => {
    expect((await find('vi-vn', 'hải cẩu')).map(({ url }) => url)).toEqual(['/vi-vn/look/heading/#s102', '/vi-vn/look/text/#s102']);
  });

  test('words of text have the weight that the index does not store, those of headings multiples of it', async () => {
    const module: RawPagefind = await import(`${pathToFileURL(join(site, 'search/vi-vn/pagefind.js')).href}?weights`);
    await module.options({ basePath: `${server.url}search/vi-vn/` });
    const { results } = await module.search('cẩu');
    // In its unit, of which it gives the 24th part.
    const weights = await Promise.all(results.map(async (result) => (await result.data()).weighted_locations.map(({ weight }) => weight * 24)));
    expect(weights).toEqual([[150], [25, 25]]);
  });
});

test('a section narrows the search', async () => {
  expect(Object.keys((await searchIn('de-de')).facts.sections)).toEqual(['look/', 'mail/']);
  expect(await find('de-de', 'Fenster', 'mail/')).toEqual([]);
  expect(await find('de-de', 'Fenster', 'look/')).toHaveLength(1);
});

test('nothing is found for words that do not stand there', async () => {
  expect(await find('de-de', 'Kennwort Raumschiff')).toEqual([]);
  expect(await find('de-de', '  – ')).toEqual([]);
});

test('a second build, with another number of threads, gives the same bytes', () => {
  const again = join(root, 'again');
  buildSite(join(root, 'content'), again, '--workers', '2');
  const files = (folder: string): string[] => readdirSync(join(folder, 'search'), { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length)] : [])).sort();
  expect(files(again)).toEqual(files(site));
  for (const file of files(site)) expect(readFileSync(join(again, file)).equals(readFileSync(join(site, file))), file).toBe(true);
  expect(files(site).filter((file) => /-ui\.|highlight/.test(file))).toEqual([]);
});

test('without search there is no index and no box', () => {
  const plain = join(root, 'plain');
  buildSite(join(root, 'content'), plain, '--no-search');
  expect(readdirSync(plain)).not.toContain('search');
  const page = readFileSync(join(plain, 'de-de/mail/sign-in/index.html'), 'utf8');
  expect(page).not.toContain('site-search');
  expect(page).not.toContain('type="search"');
});

describe('the dialog', () => {
  async function open(locale: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${server.url}${locale}/mail/sign-in/`);
    return page;
  }

  const input = (page: Page) => page.locator('dialog.search input');

  test('opens with `/`, lists what is found, and leads there by keys alone', async () => {
    const page = await open('ar-sa');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.keyboard.press('/');
    await input(page).pressSequentially('quarantined');
    const link = page.locator('.search-results a');
    await link.waitFor();
    expect(requests.every((url) => url.startsWith(server.url))).toBe(true);
    expect(await page.locator('.search-mark').textContent()).toBe('وُجد في النص الأصلي');
    expect(await page.locator('.search-excerpt').evaluate((element) => [element.getAttribute('lang'), element.getAttribute('dir'), element.querySelector('mark')?.textContent])).toEqual(['en-US', 'ltr', 'quarantined']);
    expect(await page.locator('.search-title').evaluate((element) => [element.getAttribute('lang'), element.getAttribute('dir')])).toEqual(['ar-SA', 'rtl']);
    await page.getByText('مقالة واحدة').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await input(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ar-sa/mail/sign-in/#s105');
    expect(await page.locator('dialog.search').evaluate((element) => element instanceof HTMLDialogElement && element.open)).toBe(false);
    await page.context().close();
  });

  test('Enter leads to what was typed last, also before it is found', async () => {
    const page = await open('ar-sa');
    await page.keyboard.press('/');
    await input(page).fill('كلمة');
    const first = page.locator('.search-results a').first();
    await first.waitFor();
    const before = await first.getAttribute('href');
    await input(page).fill('quarantined');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ar-sa/mail/sign-in/#s105');
    expect(before).not.toContain('#s105');
    await page.context().close();
  });

  test("shows what the reader's language has while the originals are loaded, and keeps it when they cannot be", async () => {
    const page = await open('de-de');
    const [answer, waiting] = [Promise.withResolvers<boolean>(), Promise.withResolvers<void>()];
    await page.route('**/search/en-us/pagefind-entry.json*', async (route) => {
      waiting.resolve();
      await ((await answer.promise) ? route.continue() : route.abort());
    });
    await page.keyboard.press('/');
    await input(page).fill('Scanner');
    const links = page.locator('.search-results a');
    await links.waitFor();
    await waiting.promise;
    const status = page.locator('.search-status');
    expect(await status.textContent()).toBe('Suche läuft …');
    // What was found can be opened at once.
    await page.keyboard.press('Enter');
    await page.waitForURL('**/de-de/mail/sign-in/#s105');
    answer.resolve(false);
    await page.keyboard.press('/');
    await expect.poll(() => status.textContent()).toMatch(/^Die Suche konnte nicht geladen werden/);
    expect(await links.count()).toBe(1);
    await page.unroute('**/search/en-us/pagefind-entry.json*');
    await page.route('**/titles-*.json', (route) => route.abort());
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('titles-'));
    await input(page).fill('quarantined');
    await aborted;
    await page.unroute('**/titles-*.json');
    await input(page).fill('quarantined scanner');
    await expect.poll(() => page.locator('.search-mark').count(), { timeout: 8000 }).toBe(1);
    await page.context().close();
  });

  test('closes at Esc and gives the focus back; loads nothing before it is opened', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.url}de-de/mail/sign-in/`);
    expect(requests.filter((url) => /\/search\/|search-dialog/.test(url))).toEqual([]);
    await page.locator('.search-button').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-button').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('says that nothing is found, and that the search does not load', async () => {
    const page = await open('de-de');
    await page.locator('.search-button').click();
    await input(page).fill('Raumschiff');
    await page.getByText('Kein Artikel passt.').waitFor();
    await page.context().close();
    const offline = await open('de-de');
    await offline.route('**/site.json', (route) => route.abort());
    await offline.locator('.search-button').click();
    await offline.getByText('Die Suche konnte nicht geladen werden.').waitFor();
    await offline.unroute('**/site.json');
    await offline.route('**/de-de/pagefind-entry.json*', (route) => route.abort());
    await offline.keyboard.press('Escape');
    const aborted = offline.waitForEvent('requestfailed', (request) => request.url().includes('pagefind-entry'));
    await offline.keyboard.press('/');
    await aborted;
    await offline.getByText('Die Suche konnte nicht geladen werden.').waitFor();
    await offline.unroute('**/de-de/pagefind-entry.json*');
    await offline.keyboard.press('Escape');
    await offline.keyboard.press('/');
    await input(offline).fill('Kennwort');
    await offline.locator('.search-results a').waitFor();
    await offline.context().close();
  });

  test('has no button without JavaScript', async () => {
    const page = await open('de-de', { javaScriptEnabled: false });
    expect(await page.locator('.search-button').isVisible()).toBe(false);
    await page.context().close();
  });

  describe.each([['de-de', 'light', 1280], ['ar-sa', 'dark', 1280], ['ar-sa', 'light', 320], ['ja-jp', 'dark', 390], ['vi-vn', 'light', 320]] as const)('%s, %s, %i px', (locale, colorScheme, width) => {
    test('breaks no rule of accessibility and fits', async () => {
      const page = await open(locale, { colorScheme, viewport: { width, height: 760 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.locator('.search-button').click();
      await input(page).fill('mail');
      await page.locator('.search-results a').first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await page.locator('dialog.search').evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      await page.screenshot({ path: `tests/output/search/${locale}-${colorScheme}-${width}.png` });
      await page.context().close();
    });
  });
});

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { article, openDeskServer, type DeskServer } from '../support/desk-server.ts';
import { picture } from '../support/picture.ts';
import { overflow, violationsInBothSchemes } from '../support/visit.ts';

const PAYLOADS = ['<script>window.hacked=1</script>', '<img src=x onerror="window.hacked=1">', '[x](javascript:window.hacked=1)', '<svg onload="window.hacked=1">', '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>'];
const SOURCES = ['Mail', 'Open the **mailbox** with `Get-Mailbox`.', 'See [help](https://example.com/) for more.', ...PAYLOADS];
const TARGETS = {
  'vi-vn': ['Thư', 'Mở **hộp thư** bằng `Get-Mailbox`.', 'Xem [trợ giúp](https://example.com/) để biết thêm.', ...PAYLOADS],
  'ar-sa': ['البريد', 'افتح **علبة البريد** باستخدام `Get-Mailbox`.', 'راجع [المساعدة](https://example.com/) للمزيد.', ...PAYLOADS],
  'ja-jp': ['メール', '`Get-Mailbox` で**メールボックス**を開きます。', '詳細は[ヘルプ](https://example.com/)を参照。', ...PAYLOADS],
};
const LONG = 1883;

let browser: Browser;
let server: DeskServer;

beforeAll(async () => {
  browser = await openBrowser();
  server = await openDeskServer({
    ...Object.fromEntries(Object.entries(TARGETS).map(([locale, targets]) => [`${locale}/mail.md`, article(locale, targets.map((target, at) => [target, SOURCES[at] ?? '']))])),
    'vi-vn/long.md': article('vi-vn', Array.from({ length: LONG }, (_, at) => [`Câu số ${at} ${'dài '.repeat(at % 40)}.`, `Sentence ${at} ${'long '.repeat(at % 40)}.`])),
  });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(['vi-vn', 'ar-sa', 'ja-jp'] as const)('%s: queue and article are accessible in light and dark, and no wider than a phone', async (locale) => {
  const page = await visit(`#/${locale}`, {});
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    found.push(...(await violationsInBothSchemes(page)).map((violation) => `${name} ${violation}`));
    await picture(page, `desk-${name}-${locale}`);
  };
  await page.locator('.item').first().waitFor();
  await look('queue');
  await go(page, `#/${locale}/mail.md?s=103`);
  await page.keyboard.type('x x ');
  await page.locator('.draft-mark').waitFor();
  for (const tab of locale === 'vi-vn' ? ['languages', 'concordance', 'help', 'context'] : ['languages']) {
    await page.locator(`#tab-${tab}`).click();
    if (tab === 'concordance') {
      await page.locator('.concordance input').first().fill('Open');
      await page.locator('.concordance mark').first().waitFor();
    }
    await page.locator('.tab-panel [aria-busy]').waitFor({ state: 'detached' });
    await look(tab);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await picture(page, `desk-phone-${locale}`);
  await page.locator('.article-head a').click();
  await page.locator('.item').first().waitFor();
  expect(await overflow(page)).toBe(0);
  expect(found).toEqual([]);
  await page.context().close();
});

test('each side has its language and direction; the browser checks the spelling of that language', async () => {
  const page = await visit('#/ar-sa/mail.md?s=103', {});
  await page.locator('.row.active .field').waitFor();
  expect(await page.locator('.row.active .source').evaluate((side) => [side.getAttribute('lang'), getComputedStyle(side).direction])).toEqual(['en-US', 'ltr']);
  expect(await page.locator('.row.active .field').evaluate((side) => [side.getAttribute('lang'), getComputedStyle(side).direction, side.getAttribute('spellcheck')])).toEqual(['ar-SA', 'rtl', 'true']);
  expect(await page.locator('.row.active').getAttribute('aria-label')).toMatch(/^Segment 103, 2 of 8, Translated/);
  await page.context().close();
});

test('nothing of the content runs or becomes an element, in the desk and in its page', async () => {
  const page = await visit('#/vi-vn/mail.md?s=103', {});
  await page.locator('.row').nth(7).waitFor();
  await page.locator('#tab-page').click();
  await page.frameLocator('iframe').locator('#s103').waitFor();
  await page.locator('#tab-languages').click();
  await page.locator('.languages dd').nth(3).waitFor();
  expect(await page.evaluate(() => ['hacked' in window, document.querySelectorAll('.row img, .row svg, .row script, .row iframe, .panel img, .panel script').length])).toEqual([false, 0]);
  expect(await page.locator('.row .source').nth(3).innerText()).toContain('window.hacked');
  await page.context().close();
});

test(`an article of ${LONG} segments: few rows are in the document, and its end is one key away`, async () => {
  const page = await visit('#/vi-vn/long.md', {});
  await page.locator('.row.active .field').waitFor();
  expect(await page.locator('.row').count()).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.matches('.row'));
  await page.keyboard.press('End');
  await page.waitForFunction((last) => document.activeElement?.getAttribute('data-ordinal') === last, String(101 + LONG));
  expect(await page.locator('.row').count()).toBeLessThan(60);
  expect(await page.locator('.row.active').evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight + 1;
  })).toBe(true);
  await page.context().close();
});

async function visit(hash: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.item').first().waitFor();
  await page.evaluate((next) => { location.hash = next; }, hash);
  return page;
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => { location.hash = next; }, hash);
  await page.waitForFunction(() => document.activeElement?.matches('.field'));
}

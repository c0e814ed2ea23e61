import { readFileSync, readdirSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { article } from '../support/desk-server.ts';
import { picture } from '../support/picture.ts';
import { openPublishedDesk, type PublishedDesk } from '../support/published-desk.ts';
import { overflow, violationsInBothSchemes } from '../support/visit.ts';

const SOURCES = ['Mail', 'Open the **mailbox**.', 'See [help](https://example.com/) for more.', 'Restart the `server` now.', 'Wait for the answer.'] as const;
const TARGETS = ['E-Mail', 'Öffnen Sie das **Postfach**.', 'Mehr steht in der [Hilfe](https://example.com/).', 'Starten Sie den `server` neu.', 'Warten Sie auf die Antwort.'] as const;
const pairs = (targets: readonly string[]) => targets.map((target, at) => [target, SOURCES[at] ?? ''] as const);
const FILES = {
  'site.yml': 'title: Proben\nreview: true\nbase: /help/\nsuggest: https://host.example/new?file={file}&line={line}&segment={segment}&target={target}\n',
  'glossary.yml': 'terms:\n  - term: mailbox\n    targets:\n      de: { use: Postfach, avoid: Mailbox }\n',
  'de-de/mail.md': article('de-DE', pairs(TARGETS)),
  'de-de/guides/other.md': article('de-DE', [['Anderes', 'Other'], ['Warten Sie auf die Antwort.', 'Wait for the answer.'], ['Fragen Sie Ihren Administrator.', 'Ask your administrator.']], 'HT'),
  'vi-vn/mail.md': article('vi-VN', pairs(['Thư', 'Mở **hộp thư**.', 'Xem trợ giúp để biết thêm.', 'Khởi động lại `server`.', 'Chờ câu trả lời.'])),
  'ar-sa/mail.md': article('ar-SA', pairs(['البريد', 'افتح **علبة البريد**.', 'راجع [المساعدة](https://example.com/) للمزيد.', 'أعد تشغيل `server` الآن.', 'انتظر الرد.'])),
  'ja-jp/mail.md': article('ja-JP', pairs(['メール', '**メールボックス**を開きます。', '詳細は[ヘルプ](https://example.com/)を参照。', '`server` を再起動します。', '応答を待ちます。'])),
};
const PAYLOADS = ['<script>window.hacked=1</script>', '<img src=x onerror="window.hacked=1">', '[x](javascript:window.hacked=1)', '"><svg onload="window.hacked=1">'];

let browser: Browser;
let site: PublishedDesk;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openPublishedDesk(FILES)]);
});

afterAll(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  if (site.read('de-de/mail.md') !== FILES['de-de/mail.md']) {
    site.write('de-de/mail.md', FILES['de-de/mail.md']);
    site.write('de-de/mail.md.review.jsonl', '');
    site.publish();
  }
  page = await freshPage();
});

afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

test('edit, finding, approval: kept over a reload, sent as a file, and taken in by `interlinear import`', async () => {
  await open('mail.md', '106');
  await page.keyboard.press('End');
  await page.keyboard.type(' Antwort Antwort.');
  const finding = row('106').locator('.row-findings li');
  await finding.first().waitFor();
  expect(await finding.first().innerText()).toMatch(/Antwort/);
  for (let back = 0; back < ' Antwort.'.length; back++) await page.keyboard.press('Backspace');
  await page.keyboard.type('.');
  await finding.first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await row('106').locator('.state.reviewed').waitFor();
  // A code may not be lost here either.
  await open('mail.md', '105');
  await page.keyboard.press('Alt+m');
  await page.locator('textarea.raw').fill('Starten Sie neu.');
  await row('105').locator('.refusal').waitFor();
  await page.keyboard.press('Escape');
  // A word and a rejection, without an edit.
  await open('mail.md', '104');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('3');
  await page.locator('dialog textarea').fill('Glossar');
  await page.locator('dialog .primary').click();
  await row('104').locator('.state.rejected').waitFor();
  await open('mail.md', '104');
  await page.keyboard.press('Alt+o');
  await page.locator('dialog textarea').fill('Bitte prüfen');
  await page.locator('dialog .primary').click();
  await row('104').locator('.comment', { hasText: 'Bitte prüfen' }).waitFor();
  expect(site.read('de-de/mail.md')).toBe(FILES['de-de/mail.md']);

  await page.reload();
  await row('106').locator('.pending-mark').waitFor();
  expect(await row('106').locator('.state').innerText()).toContain('Reviewed');
  expect(await row('106').innerText()).toContain('Warten Sie auf die Antwort. Antwort.');
  expect(await page.locator('.bar-top .count').innerText()).toBe('2');

  await openOutbox();
  expect(await page.locator('.outbox .entries > li').count()).toBe(2);
  const download = await saved(() => page.locator('.outbox .primary').click());
  const report = site.import(await download.path(), '--trust-states');
  expect(report.stderr + report.stdout).toMatch(/1 changed/);
  expect(report.status).toBe(0);
  expect(site.read('de-de/mail.md')).toBe(FILES['de-de/mail.md'].replace('>Warten Sie auf die Antwort.<', '>Warten Sie auf die Antwort. Antwort.<'));
  const said = site.read('de-de/mail.md.review.jsonl').trim().split('\n').map((line) => JSON.parse(line) as object);
  expect(said).toMatchObject([
    { ordinal: '104', state: 'translated', rejection: { category: 'term', severity: 'major', note: 'Glossar' }, comments: [{ text: 'Bitte prüfen' }] },
    { ordinal: '106', state: 'reviewed', provenance: 'edited' },
  ]);
  // The same file again says nothing new.
  const sidecar = site.read('de-de/mail.md.review.jsonl');
  site.import(await download.path(), '--trust-states');
  expect(site.read('de-de/mail.md.review.jsonl')).toBe(sidecar);

  // Published, it waits no longer.
  site.publish();
  await page.reload();
  await row('106').waitFor();
  await page.waitForFunction(() => document.querySelector('.bar-top .count')?.textContent === '0');
  expect(await row('106').locator('.state').innerText()).toContain('Reviewed');
});

test('what the site says otherwise meanwhile is a conflict with both texts, and never in the file', async () => {
  await edit('102', ' von mir');
  await edit('103', ' Jetzt.');
  site.write('de-de/mail.md', FILES['de-de/mail.md'].replace('>E-Mail<', '>Post<'));
  site.publish();
  await page.reload();
  await openOutbox();
  await page.locator('.outbox .trouble').waitFor();
  expect(await page.locator('.outbox li.error').innerText()).toMatch(/E-Mail von mir[^]*Post/);
  const lines = readFileSync(await (await saved(() => page.locator('.outbox .primary').click())).path(), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { unit: string }).unit)).toEqual(['103']);
  await page.locator('.outbox li.error a').first().click();
  await row('102').locator('.conflict').waitFor();
  expect(await row('102').locator('.conflict dd').allInnerTexts()).toEqual(['Post', 'E-Mail von mir']);
  await row('102').locator('.conflict button', { hasText: 'Save mine' }).click();
  await row('102').locator('.pending-mark').waitFor();
  await openOutbox();
  const both = readFileSync(await (await saved(() => page.locator('.outbox .primary').click())).path(), 'utf8');
  expect(both.match(/"unit"/g)).toHaveLength(2);
  expect(both).toContain('"target":"E-Mail von mir"');
});

test('the outbox: a way to the host, one given up, all given up after a question', async () => {
  await edit('102', ' & mehr');
  await edit('103', ' Jetzt.');
  await edit('106', ' Bald.');
  await openOutbox();
  const address = new URL(await page.locator('.outbox .entries li').first().locator('a[target]').getAttribute('href') ?? '');
  expect(address.origin).toBe('https://host.example');
  expect(Object.fromEntries(address.searchParams)).toEqual({ file: 'de-de/mail.md', line: '8', segment: '102', target: 'E-Mail & mehr' });
  await page.locator('.outbox .entries li').nth(1).getByRole('button', { name: 'Give up' }).click();
  await expect.poll(() => page.locator('.outbox .entries li').count()).toBe(2);
  await page.getByRole('button', { name: 'Give up all' }).click();
  await page.getByRole('button', { name: 'Keep them' }).click();
  expect(await page.locator('.outbox .entries li').count()).toBe(2);
  await page.getByRole('button', { name: 'Give up all' }).click();
  await page.locator('.outbox .danger').click();
  await expect.poll(() => page.locator('.outbox .entries li').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.reload();
  await row('106').waitFor();
  expect(await page.locator('.pending-mark').count()).toBe(0);
  expect(await page.locator('.bar-top .count').innerText()).toBe('0');
});

test('undo takes a change out of the outbox, redo puts it back', async () => {
  await edit('102', ' neu');
  await page.waitForFunction(() => document.querySelector('.bar-top .count')?.textContent === '1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('.bar-top .count')?.textContent === '0');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('.bar-top .count')?.textContent === '1');
});

describe('a link with a change', () => {
  test('shows it to whoever opens it, who decides', async () => {
    await edit('103', ' Jetzt.');
    await openOutbox();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.locator('.said', { hasText: 'copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#\/de-de\/mail\.md\?s=103&edit=[\w-]+$/);
    const other = await freshPage();
    await other.goto(link);
    await other.locator('.proposal').waitFor();
    expect(await other.locator('.proposal ins').innerText()).toBe(' Jetzt.');
    expect(await other.locator('.bar-top .count').innerText()).toBe('0');
    await other.keyboard.press('Enter');
    await other.locator('[data-ordinal="103"] .pending-mark').waitFor();
    expect(await other.locator('[data-ordinal="103"]').innerText()).toContain('Jetzt.');
    await other.context().close();
  });

  test('that anybody may have written runs nothing, and one that is broken says so', async () => {
    for (const payload of PAYLOADS) {
      const proposal = { source: 'x', target: 'y', text: payload, state: 'reviewed', rejection: { category: 'other', severity: 'minor', note: payload }, comment: payload, by: payload };
      await page.goto(`${site.url}#/de-de/mail.md?s=103&edit=${Buffer.from(JSON.stringify(proposal)).toString('base64url')}`);
      await page.reload();
      await page.locator('.proposal').waitFor();
      expect(await page.locator('.proposal dd').nth(2).innerText()).toBe(payload);
      // Made on other texts, it cannot be taken unseen.
      expect(await page.locator('.proposal .primary').count()).toBe(0);
      await page.getByRole('button', { name: 'Go on writing' }).click();
      await page.locator('.row.active .refusal, .row.active .draft-mark').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => ['hacked' in window, document.querySelectorAll('#desk img, #desk svg, #desk script, #desk [href^="javascript:"]').length])).toEqual([false, 0]);
    }
    await page.goto(`${site.url}#/de-de/mail.md?s=104&edit=nothing`);
    await page.locator('.said.trouble', { hasText: 'no change' }).waitFor();
  });
});

test('concordance in both directions, other languages, terms, repeats, and find and replace, without a server', async () => {
  await open('mail.md', '103');
  await page.keyboard.press('Alt+3');
  await page.locator('.languages dd[lang="ja-JP"]').waitFor();
  expect(await page.locator('.languages dd').count()).toBe(5);
  await go('mail.md', '104', 'vi-vn');
  await page.locator('.outliers').waitFor();
  expect(await page.locator('.outliers').innerText()).toMatch(/3 of 4 locales have a link/);
  await open('mail.md', '106');
  await page.keyboard.press('Alt+2');
  await page.locator('.tab-panel .entries', { hasText: 'guides/other.md 103' }).first().waitFor();
  await open('mail.md', '103');
  await page.locator('.terms dd', { hasText: 'Postfach' }).waitFor();
  await page.keyboard.press('Alt+k');
  await page.locator('.concordance input').first().fill('administrator');
  await page.locator('.concordance mark').first().waitFor();
  expect(await page.locator('.concordance li').innerText()).toContain('Ihren Administrator');
  await page.locator('.concordance select').selectOption('target');
  await page.locator('.concordance input').first().fill('hộp thư');
  await page.locator('.concordance [role=status]', { hasText: '0 sentences' }).waitFor();
  await page.locator('.concordance input[type=checkbox]').check();
  await page.locator('.concordance mark', { hasText: 'hộp thư' }).waitFor();
  await page.keyboard.press('Alt+f');
  await page.locator('dialog input').first().fill('Warten Sie');
  await page.locator('dialog input').nth(1).fill('Warte');
  await page.keyboard.press('Enter');
  await page.locator('.changes li').first().waitFor();
  expect(await page.locator('.changes li').count()).toBe(2);
  await page.locator('.changes .primary').click();
  await page.locator('dialog [role=status]', { hasText: '2 of 2' }).waitFor();
  expect(await page.locator('.bar-top .count').innerText()).toBe('2');
});

test.each(['vi-vn', 'ar-sa', 'ja-jp', 'de-de'] as const)('%s: accessible in light and dark, and no wider than a phone', async (locale) => {
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    found.push(...(await violationsInBothSchemes(page)).map((violation) => `${name} ${violation}`));
    await picture(page, `published-${name}-${locale}`);
  };
  await go('mail.md', '104', locale);
  await page.keyboard.press('End');
  await page.keyboard.type(' x x.');
  await page.keyboard.press('Control+Enter');
  await row('104').locator('.pending-mark').waitFor();
  await look('article');
  await openOutbox();
  await look('outbox');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  expect(await page.locator('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await picture(page, `published-outbox-${locale}-phone`);
  await page.keyboard.press('Escape');
  expect(await overflow(page)).toBe(0);
  await picture(page, `published-article-${locale}-phone`);
  expect(found).toEqual([]);
});

test('a site without `review` has nothing of the desk', () => {
  const { folder } = inject('own');
  expect(readdirSync(folder)).not.toContain('review');
  const assets = readdirSync(`${folder}/_astro`);
  expect(assets.length).toBeGreaterThan(5);
  expect(assets.filter((name) => /desk/i.test(name) || readFileSync(`${folder}/_astro/${name}`, 'utf8').includes('Review desk'))).toEqual([]);
});

async function freshPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce', acceptDownloads: true });
  const next = await context.newPage();
  problems = [];
  next.on('pageerror', (error) => problems.push(error.message));
  next.on('console', (message) => {
    // The page beside the text is one of the site; its scripts are to be blocked there.
    if (message.type() === 'error' && !/^Blocked script execution/.test(message.text())) problems.push(message.text());
  });
  await next.goto(site.url);
  await next.locator('.item').first().waitFor();
  return next;
}

function row(ordinal: string) {
  return page.locator(`[data-ordinal="${ordinal}"]`);
}

async function edit(ordinal: string, words: string): Promise<void> {
  await open('mail.md', ordinal);
  await page.keyboard.press('End');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await row(ordinal).locator('.pending-mark').waitFor();
}

async function openOutbox(): Promise<void> {
  await page.locator('.bar-top').waitFor();
  await page.keyboard.press('Alt+Shift+o');
  await page.locator('.outbox').waitFor();
}

async function saved(click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}

function open(path: string, ordinal: string): Promise<void> {
  return go(path, ordinal, 'de-de');
}

async function go(path: string, ordinal: string, locale: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${locale}`);
  await page.locator('.item').first().waitFor();
  await page.evaluate((hash) => { location.hash = hash; }, `#/${locale}/${path}?s=${ordinal}`);
  await page.waitForFunction((wanted) => document.activeElement?.closest('.row')?.getAttribute('data-ordinal') === wanted && document.activeElement.matches('.field'), ordinal);
}

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTool } from '../cli/run-tool.ts';
import { openBrowser } from '../support/browser.ts';
import { openDeskPage } from '../support/desk-page.ts';
import { article, openDeskServer, type DeskServer } from '../support/desk-server.ts';
import { picture } from '../support/picture.ts';
import { PROJECT } from '../support/run-cli.ts';
import { overflow, violationsInBothSchemes } from '../support/visit.ts';

const MAIL = article('de-DE', [['E-Mail', 'Mail'], ['Öffnen Sie das **Postfach**.', 'Open the **mailbox**.'], ['Warten Sie auf die Antwort.', 'Wait for the answer.']]);
const FILES = {
  'de-de/mail.md': MAIL,
  'de-de/guides/other.md': article('de-DE', [['Anderes', 'Other'], ['Fragen Sie den Administrator.', 'Ask your administrator.']], 'HT'),
  'ar-sa/mail.md': article('ar-SA', [['البريد', 'Mail'], ['افتح **علبة البريد**.', 'Open the **mailbox**.'], ['انتظر الرد.', 'Wait for the answer.']]),
  'ja-jp/mail.md': article('ja-JP', [['メール', 'Mail'], ['**メールボックス**を開きます。', 'Open the **mailbox**.'], ['応答を待ちます。', 'Wait for the answer.']]),
};
const PAYLOADS = ['<script>window.hacked=1</script>', '<img src=x onerror="window.hacked=1">', '[x](javascript:window.hacked=1)', '"><svg onload="window.hacked=1">', '</dialog><iframe srcdoc="<script>parent.hacked=1</script>">'];

let browser: Browser;
let server: DeskServer;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  server = await openDeskServer(FILES);
  ({ page, problems } = await openDeskPage(browser, server.url));
});

afterEach(async () => {
  await page.context().close();
  await server.close();
  expect(problems).toEqual([]);
});

test('the whole path: filter, edit, approve, page of `dev`, export, the edit of another tool, import', async () => {
  const dev = startTool(PROJECT, ['dev', '--content', server.folder, '--port', '0']);
  try {
    const site = new Promise<string>((resolve, reject) => {
      let said = '';
      dev.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = / at (http:\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      dev.once('exit', () => reject(new Error(`dev ended: ${said}`)));
    });
    await queueOf('de-de');
    await page.keyboard.press('/');
    await page.keyboard.type('mail');
    await page.locator('.filters [role=status]', { hasText: '1 of 2' }).waitFor();
    await page.keyboard.press('Enter');
    await focusIn('102');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await focusIn('104');
    await page.keyboard.press('End');
    await page.keyboard.type(' Antwort Antwort.');
    await page.locator('[data-ordinal="104"] .row-findings li').first().waitFor();
    for (let back = 0; back < ' Antwort.'.length; back++) await page.keyboard.press('Backspace');
    await page.keyboard.type('.');
    await page.locator('[data-ordinal="104"] .row-findings li').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-ordinal="104"] .state.reviewed').waitFor();
    const edited = MAIL.replace('>Warten Sie auf die Antwort.<', '>Warten Sie auf die Antwort. Antwort.<');
    expect(server.read('de-de/mail.md')).toBe(edited);
    expect(JSON.parse(server.read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '104', state: 'reviewed', provenance: 'edited' });
    const address = `${await site}de-de/mail/`;
    await expect.poll(async () => (await fetch(address)).text(), { timeout: 120_000 }).toContain('Warten Sie auf die Antwort. Antwort.');

    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+q');
    await page.locator('.item').first().waitFor();
    await page.keyboard.press('Alt+Shift+e');
    // The queue shows one of two articles: that is what is exported.
    expect(await page.locator('input[value=shown]').isChecked()).toBe(true);
    const exported = await readDownload(() => page.locator('dialog .primary').click());
    expect(exported.name).toBe('de-de.xlf');
    expect(exported.text.match(/<file /g)).toHaveLength(1);
    expect(exported.text).toContain('state="reviewed"');
    await page.keyboard.press('Escape');

    const returned = exported.text.replace('Öffnen Sie das', 'Bitte öffnen Sie das');
    await page.keyboard.press('Alt+Shift+i');
    await page.locator('dialog input[type=file]').setInputFiles({ name: 'back.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(returned) });
    await page.locator('dialog .outcomes.changed li').waitFor();
    expect(await page.locator('dialog .outcomes.changed li').innerText()).toMatch(/mail\.md 103[^]*There now Öffnen Sie[^]*In the file Bitte öffnen Sie/);
    expect(server.read('de-de/mail.md')).toBe(edited);
    await page.locator('dialog .primary').click();
    await page.locator('dialog [role=status]', { hasText: '1 segment is changed in 1 file' }).waitFor();
    expect(server.read('de-de/mail.md')).toBe(edited.replace('>Öffnen Sie das', '>Bitte öffnen Sie das'));
    await page.locator('dialog .modal-actions button').click();
    await expect.poll(async () => (await fetch(address)).text(), { timeout: 120_000 }).toContain('Bitte öffnen Sie das');
  } finally {
    dev.kill('SIGINT');
  }
});

test('export: formats, all articles, a file an article, and nothing to export', async () => {
  await queueOf('de-de');
  await page.keyboard.press('e');
  await page.locator('dialog select').first().selectOption('csv');
  const csv = await readDownload(() => page.locator('dialog .primary').click());
  expect(csv.name).toBe('de-de.csv');
  expect(csv.text).toContain('Fragen Sie den Administrator.');
  expect(csv.text).toContain('Warten Sie auf die Antwort.');
  await page.locator('dialog [role=status]', { hasText: 'de-de.csv is made' }).waitFor();
  await page.locator('dialog input[value=each]').check();
  const zip = await readDownload(() => page.locator('dialog .primary').click());
  expect(zip.name).toBe('de-de.zip');
  const inside = unzipSync(zip.bytes);
  expect(Object.keys(inside).sort()).toEqual(['guides/other.md.csv', 'mail.md.csv']);
  expect(strFromU8(inside['mail.md.csv'] ?? new Uint8Array())).toContain('Öffnen Sie das');
  await page.locator('dialog select').nth(1).selectOption('untranslated');
  await page.locator('dialog .primary').click();
  await page.locator('dialog [role=status]', { hasText: 'nothing to export' }).waitFor();
  // What was chosen is chosen the next time.
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  expect(await page.locator('dialog select').first().inputValue()).toBe('csv');
});

test('a file that is dropped on the queue: conflicts and refusals with both texts, approvals only when they are trusted', async () => {
  await queueOf('de-de');
  const lines = [
    { unit: '102', target: 'Post', targetHash: '0123456789abcdef' },
    { unit: '103', target: 'Öffnen Sie das Postfach von [x](javascript:window.hacked=1).' },
    { unit: '104', target: 'Warten Sie auf die Antwort.', state: 'reviewed' },
    { unit: '999', target: 'Nichts' },
  ];
  await drop('back.jsonl', lines.map((line) => JSON.stringify({ locale: 'de-de', path: 'mail.md', ...line })).join('\n'));
  await page.locator('dialog .outcomes.conflict li').waitFor();
  expect(await page.locator('dialog .outcomes.conflict li').innerText()).toMatch(/There now E-Mail[^]*In the file Post/);
  expect(await page.locator('dialog .outcomes.refused li').count()).toBe(2);
  // Nothing would change, so that there is nothing to apply.
  expect(await page.locator('dialog .primary').count()).toBe(0);
  await page.locator('dialog input[type=checkbox]').check();
  await page.locator('dialog .primary', { hasText: 'Take over the states' }).click();
  await page.locator('dialog [role=status]', { hasText: 'States and notes of 1 segment' }).waitFor();
  expect(server.read('de-de/mail.md')).toBe(MAIL);
  expect(JSON.parse(server.read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '104', state: 'reviewed' });
  await page.keyboard.press('Escape');
  await page.locator('.item-progress', { hasText: '1 of 3' }).waitFor();
});

test('files are not trusted: nothing in them runs, and what cannot be read is said', async () => {
  await queueOf('de-de');
  const lines = PAYLOADS.flatMap((payload) => [
    { locale: 'de-de', path: 'mail.md', unit: '102', target: payload, targetHash: 'x' },
    { locale: payload, path: 'mail.md', unit: '103', target: payload },
    { locale: 'de-de', path: `${payload}.md`, unit: '102', target: payload },
    { locale: 'de-de', path: 'mail.md', unit: payload, target: payload },
  ]).map((line, at) => JSON.stringify({ ...line, ...(line.unit === '102' && line.path === 'mail.md' && at > 3 && { path: `p${at}.md` }) }));
  await drop(`${PAYLOADS[1] ?? ''}.jsonl`, lines.join('\n'));
  await page.locator('dialog .outcomes.refused li').first().waitFor();
  expect(await page.locator('dialog').innerText()).toContain('window.hacked');
  await page.keyboard.press('Escape');
  for (const [name, content] of [['a.exe', 'MZ'], ['a.xlf', '<!DOCTYPE x [<!ENTITY a "<script>window.hacked=1</script>">]><xliff version="2.1">&a;</xliff>'], ['a.jsonl', '']] as const) {
    await drop(name, content);
    await page.locator('dialog .refusal', { hasText: name }).waitFor();
    expect(await page.locator('dialog .primary').count()).toBe(0);
    await page.keyboard.press('Escape');
  }
  expect(await page.evaluate(() => ['hacked' in window, document.querySelectorAll('#desk img, #desk svg, #desk script, #desk iframe, #desk [href^="javascript:"]').length])).toEqual([false, 0]);
  expect(server.read('de-de/mail.md')).toBe(MAIL);
});

test.each(['de-de', 'ar-sa', 'ja-jp'] as const)('%s: export and import are accessible in light and dark, listed under ?, and no wider than a phone', async (locale) => {
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    found.push(...(await violationsInBothSchemes(page)).map((violation) => `${name} ${violation}`));
    await picture(page, `desk-${name}-${locale}`);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('dialog').evaluateAll((dialogs) => dialogs.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth).filter((more) => more > 0))).toEqual([]);
    await picture(page, `desk-${name}-${locale}-phone`);
    await page.setViewportSize({ width: 1200, height: 800 });
  };
  await queueOf(locale);
  await look('exchange-queue');
  await page.keyboard.press('?');
  expect(await page.locator('dialog tr', { hasText: 'Import files' }).innerText()).toContain('Alt+Shift+i');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await look('export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  const target = `${/>([^<]+)<\/span><span class="sxs-lookup"><span data-stu-id="3a85d-104">/.exec(FILES[`${locale}/mail.md`])?.[1] ?? ''} +`;
  const units = [{ unit: '104', target }, { unit: '103', target: 'x' }, { unit: '102', target: 'Post', targetHash: 'x' }];
  await page.locator('dialog input[type=file]').setInputFiles({ name: 'back.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(units.map((unit) => JSON.stringify({ locale, path: 'mail.md', ...unit })).join('\n')) });
  await page.locator('dialog .outcomes.changed li').first().waitFor();
  await look('import');
  expect(found).toEqual([]);
});

async function queueOf(locale: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${locale}`);
  await page.waitForFunction((wanted) => document.activeElement?.matches('.item.active a') === true && document.querySelector('select')?.value === wanted, locale);
  // All are read.
  await page.locator('.queue-head p', { hasText: 'reviewed' }).waitFor();
}

/** Drops a file on the queue. */
async function drop(name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(([fileName, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text ?? ''], fileName ?? ''));
    return transfer;
  }, [name, content]);
  await page.dispatchEvent('.queue-list', 'dragover', { dataTransfer: data });
  await page.locator('.drop-here').waitFor();
  await page.dispatchEvent('.queue-list', 'drop', { dataTransfer: data });
  await page.locator('dialog').waitFor();
}

async function readDownload(click: () => Promise<void>): Promise<{ readonly name: string; readonly text: string; readonly bytes: Uint8Array }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), click()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString('utf8'), bytes };
}

async function focusIn(ordinal: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.closest('.row')?.getAttribute('data-ordinal') === wanted && document.activeElement.matches('.field'), ordinal);
}

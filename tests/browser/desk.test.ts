import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openDeskPage } from '../support/desk-page.ts';
import { article, openDeskServer, type DeskServer } from '../support/desk-server.ts';

const SOURCES = ['Mail', 'Open the **mailbox**.', 'See [help](https://example.com/) for more.', 'Restart the `server` now.', 'Wait for the answer.'] as const;
const TARGETS = ['E-Mail', 'Öffnen Sie das **Postfach**.', 'Mehr steht in der [Hilfe](https://example.com/).', 'Starten Sie den `server` neu.', 'Warten Sie auf die Antwort.'] as const;
const PAIRS = TARGETS.map((target, at) => [target, SOURCES[at] ?? ''] as const);
const FILES = {
  'de-de/codes.md': article('de-DE', [['Codes', 'Codes'], ['**Eins** `a`<br>`b`[zwei](https://example.com/)', '**One** `a`<br>`b` [two](https://example.com/)']]),
  'de-de/mail.md': article('de-DE', PAIRS),
  'de-de/other.md': article('de-DE', [['Anderes', 'Other'], ['Warten Sie auf die Antwort.', 'Wait for the answer.'], ['Fragen Sie Ihren Administrator.', 'Ask your administrator.']], 'HT'),
  'vi-vn/mail.md': article('vi-VN', [['Thư', 'Mail'], ['Mở **hộp thư**.', 'Open the **mailbox**.'], ['Xem [trợ giúp](https://example.com/) để biết thêm.', 'See [help](https://example.com/) for more.'], ['Khởi động lại `server`.', 'Restart the `server` now.'], ['Chờ câu trả lời.', 'Wait for the answer.']]),
};

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

test('by keyboard alone: queue, filter, article, edit, finding, approval, and nothing else in the file', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('mail');
  await page.locator('.filters [role=status]', { hasText: '1 of 3' }).waitFor();
  await page.keyboard.press('Enter');
  await focusIn('102');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await focusIn('106');
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
  expect(server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md'].replace('Warten Sie auf die Antwort.', 'Warten Sie auf die Antwort. Antwort.'));
  expect(JSON.parse(server.read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '106', state: 'reviewed', provenance: 'edited' });
  expect(await page.locator('.session').innerText()).toMatch(/1 saved, 1 reviewed, 1 article/);
  // The same source elsewhere is one key away.
  await page.keyboard.press('Alt+p');
  await page.locator('.changes li').waitFor();
  await page.locator('.changes .primary').click();
  await page.locator('.changes .saved-mark').waitFor();
  expect(server.read('de-de/other.md')).toContain('>Warten Sie auf die Antwort. Antwort.<');
});

test('Enter saves and goes on, Escape restores; undo and redo save back and forth across segments', async () => {
  await open('mail.md', '102');
  await page.keyboard.press('End');
  await page.keyboard.type(' neu');
  await page.keyboard.press('Enter');
  await row('102').locator('.saved-mark').waitFor();
  await focusIn('103');
  await page.keyboard.type('Weg! ');
  await page.keyboard.press('Escape');
  expect(await field().innerText()).toMatch(/^Öffnen Sie das/);
  await page.keyboard.press('Control+z');
  // What Escape took back is the last step of the editor, before anything that was saved.
  expect(await field().innerText()).toMatch(/Weg!/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+y');
  await expect.poll(() => server.read('de-de/mail.md')).toContain('>E-Mail neu<');
});

test('a code is taken out at the second press, is listed as missing, and comes back at one key', async () => {
  await open('mail.md', '105');
  const before = await field().innerHTML();
  await page.keyboard.press('Home');
  for (let right = 0; right < 'Starten Sie den '.length; right++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  expect(await field().locator('.armed').innerText()).toBe('server');
  await page.keyboard.press('Delete');
  expect(await field().locator('.chip').count()).toBe(0);
  await row('105').locator('.refusal').waitFor();
  expect(await row('105').locator('.missing .chip').innerText()).toBe('server');
  await page.keyboard.press('Enter');
  await page.locator('.said.trouble').waitFor();
  expect(server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md']);
  await page.keyboard.press('Alt+c');
  expect(await field().innerHTML()).toBe(before);
  await page.keyboard.type('(!)');
  await row('105').locator('.refusal').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await row('105').locator('.saved-mark').waitFor();
  expect(server.read('de-de/mail.md')).toContain('>Starten Sie den `server`(!) neu.<');
});

test('text that is pasted or typed stays text; Markdown is one key away', async () => {
  await open('mail.md', '102');
  await page.keyboard.press('Control+a');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/html', '<img src=x onerror="window.hacked=1"><b>fett</b>');
    data.setData('text/plain', '<img src=x onerror="window.hacked=1"> *Post*\nzwei');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await field().innerText()).toBe('<img src=x onerror="window.hacked=1"> *Post* zwei');
  expect(await page.evaluate(() => [document.querySelectorAll('.field img, .field b').length, 'hacked' in window])).toEqual([0, false]);
  await page.keyboard.press('Enter');
  await row('102').locator('.saved-mark').waitFor();
  expect(server.read('de-de/mail.md')).toContain('>&lt;img src=x onerror="window.hacked=1"> \\*Post\\* zwei<');
  await page.keyboard.press('Alt+m');
  expect(await page.locator('textarea.raw').inputValue()).toBe('Öffnen Sie das **Postfach**.');
  await page.locator('textarea.raw').fill('Das **Postfach** öffnen.');
  await page.keyboard.press('Enter');
  await row('103').locator('.saved-mark').waitFor();
  expect(server.read('de-de/mail.md')).toContain('>Das **Postfach** öffnen.<');
});

test('what is typed beside codes arrives, wherever the caret stands', async () => {
  await open('codes.md', '103');
  const length = await field().evaluate((host) => [...host.childNodes].reduce((sum, node) => sum + (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : 1), 0));
  const plain = await fieldText();
  for (let place = 0; place <= length; place++) {
    await page.keyboard.press('Control+Home');
    for (let right = 0; right < place; right++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('x');
    expect((await fieldText()).replace('x', ''), `at ${place}`).toBe(plain);
    expect((await fieldText()).length, `at ${place}`).toBe(plain.length + 1);
    await page.keyboard.press('Control+z');
    expect(await fieldText()).toBe(plain);
  }
});

test('an input method composes undisturbed', async () => {
  await open('mail.md', '102');
  const devtools = await page.context().newCDPSession(page);
  await page.keyboard.press('End');
  await devtools.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.insertText', { text: '日本' });
  expect(await field().innerText()).toBe('E-Mail日本');
  await page.keyboard.press('Enter');
  await row('102').locator('.saved-mark').waitFor();
  expect(server.read('de-de/mail.md')).toContain('>E-Mail日本<');
});

describe('nothing is lost', () => {
  test('a draft survives a reload', async () => {
    await open('mail.md', '104');
    await page.keyboard.press('End');
    await page.keyboard.type(' Entwurf');
    await page.reload();
    await row('104').locator('.draft-mark').waitFor();
    expect(await field().innerText()).toMatch(/ Entwurf$/);
    expect(await field().locator('.chip').count()).toBe(2);
    expect(server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md']);
    await page.keyboard.press('Enter');
    await row('104').locator('.saved-mark').waitFor();
    expect(server.read('de-de/mail.md')).toContain('[Hilfe](https://example.com/). Entwurf<');
  });

  test('a text that was changed elsewhere is shown beside mine, and I choose', async () => {
    await open('mail.md', '102');
    await page.keyboard.press('End');
    await page.keyboard.type(' von mir');
    server.write('de-de/mail.md', FILES['de-de/mail.md'].replace('>E-Mail<', '>Post<').replace('neu.', 'neu!'));
    await page.keyboard.press('Enter');
    await row('102').locator('.conflict').waitFor();
    expect(server.read('de-de/mail.md')).toContain('>Post<');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await row('102').locator('.conflict dd').allInnerTexts()).toEqual(['Post', 'E-Mail von mir']);
    await row('102').locator('.conflict button', { hasText: 'Save mine' }).click();
    await row('102').locator('.saved-mark').waitFor();
    expect(server.read('de-de/mail.md')).toContain('>E-Mail von mir<');
    expect(server.read('de-de/mail.md')).toContain('neu!');
  });

  test('two desks: the second sees what the first has saved', async () => {
    await open('mail.md', '102');
    const other = await page.context().newPage();
    await other.goto(`${new URL(server.url).origin}/#/de-de/mail.md?s=103`);
    await other.locator('.row.active .field').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(' eins');
    await page.keyboard.press('Enter');
    await row('102').locator('.saved-mark').waitFor();
    await other.keyboard.press('Home');
    await other.keyboard.type('Zwei: ');
    await other.keyboard.press('Enter');
    await other.locator('[data-ordinal="103"] .saved-mark').waitFor();
    expect(server.read('de-de/mail.md')).toContain('>E-Mail eins<');
    expect(server.read('de-de/mail.md')).toContain('>Zwei: Öffnen Sie das **Postfach**.<');
  });

  test('a server that is gone: the draft is kept and the reason is said', async () => {
    await open('mail.md', '102');
    await page.context().setOffline(true);
    await page.keyboard.press('End');
    await page.keyboard.type(' offline');
    await page.keyboard.press('Enter');
    await page.locator('.said.trouble', { hasText: 'not saved' }).waitFor();
    await page.context().setOffline(false);
    problems.length = 0;
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    await row('102').locator('.saved-mark').waitFor();
    expect(server.read('de-de/mail.md')).toContain('>E-Mail offline<');
  });
});

test('a rejection has a category, a severity and a note, by keyboard', async () => {
  await open('mail.md', '104');
  await page.keyboard.press('Alt+r');
  await page.locator('dialog').waitFor();
  await page.keyboard.press('3');
  await page.locator('dialog textarea').focus();
  await page.keyboard.type('Glossar');
  await page.keyboard.press('Enter');
  await row('104').locator('.state.rejected').waitFor();
  expect(JSON.parse(server.read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '104', rejection: { category: 'term', severity: 'major', note: 'Glossar' } });
  expect(server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md']);
});

test('find and replace over the locale, with a look first', async () => {
  await page.keyboard.press('Alt+f');
  await page.locator('dialog input').first().fill('Sie');
  await page.locator('dialog input').nth(1).fill('du');
  await page.keyboard.press('Enter');
  await page.locator('.changes li').first().waitFor();
  expect(await page.locator('.changes li').count()).toBe(5);
  await page.locator('.changes li input').first().uncheck();
  await page.locator('.changes .primary').click();
  await page.locator('dialog [role=status]', { hasText: '4 of 4' }).waitFor();
  expect((server.read('de-de/mail.md') + server.read('de-de/other.md')).match(/\bdu\b/g)).toHaveLength(4);
});

test('keys: all are listed, one can be changed, single ones can be switched off', async () => {
  await page.keyboard.press('?');
  expect(await page.locator('dialog tbody tr').count()).toBeGreaterThan(25);
  const line = page.locator('dialog tr', { hasText: 'Find and replace' });
  await line.locator('button').click();
  await page.keyboard.press('Alt+g');
  expect(await line.locator('kbd').first().innerText()).toBe('Alt+g');
  await page.locator('dialog input[type=checkbox]').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  expect(await page.locator('dialog').count()).toBe(0);
  await page.keyboard.press('Alt+g');
  await page.locator('dialog h2', { hasText: 'Find and replace' }).waitFor();
});

test('keys that come while the page is busy are heard in their order', async () => {
  const path = (): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('.item')?.querySelector('.path')?.textContent ?? null);
  await page.waitForFunction(() => document.activeElement?.matches('.item.active a'));
  const first = await path();
  await pressWhileBusy('End', 'ArrowUp', 'End', 'Home');
  expect(await path()).toBe(first);
  await pressWhileBusy('e', 'Escape', 'i');
  expect(await page.locator('dialog input[type=file]').count()).toBe(1);
  await pressWhileBusy('Escape', 'i');
  await pressWhileBusy('Escape', '?', 'Escape', 'i');
  expect(await page.locator('dialog input[type=file]').count()).toBe(1);
  await pressWhileBusy('Escape', 'ArrowDown', 'ArrowUp', 'ArrowDown');
  expect(await path()).not.toBe(first);
  await open('mail.md', '102');
  await page.keyboard.press('End');
  // What is typed after Enter belongs to the next segment, whatever its letters would do elsewhere.
  await pressWhileBusy('!', 'Enter', 'a', 'f', '!');
  await row('102').locator('.saved-mark').waitFor();
  expect(await field().innerText()).toMatch(/^Öffnen Sie das .*af!$/);
  await pressWhileBusy('Escape', 'Escape');
  // Made again what is only being taken back.
  await page.keyboard.down('Control');
  await pressWhileBusy('z', 'y');
  await page.keyboard.up('Control');
  await page.locator('.said [role=status]', { hasText: 'Segment 102: done again' }).waitFor();
  await pressWhileBusy('q', 'e');
  await page.locator('dialog h2', { hasText: 'Export' }).waitFor();
  expect(JSON.parse(server.read('de-de/mail.md.review.jsonl'))).toMatchObject({ ordinal: '102', state: 'translated' });
  expect(server.read('de-de/mail.md')).toBe(FILES['de-de/mail.md'].replace('E-Mail<', 'E-Mail!<'));
});

test('concordance from the selected words, and one segment in all languages', async () => {
  await open('mail.md', '103');
  await page.evaluate(() => {
    const node = document.querySelector('.row.active .source')?.firstChild;
    if (node) getSelection()?.setBaseAndExtent(node, 0, node, 4);
  });
  await page.keyboard.press('Alt+k');
  await page.locator('.concordance mark').first().waitFor();
  expect(await page.locator('.concordance mark').first().innerText()).toBe('Open');
  await page.keyboard.press('Alt+3');
  await page.locator('.languages dd[lang="vi-VN"]').waitFor();
  expect(await page.locator('.languages dd[lang="vi-VN"]').innerText()).toContain('hộp thư');
});

const DAY = Number(process.env['INTERLINEAR_DESK_EDITS'] ?? '24');

test(`${DAY} edits by keyboard, none lost`, async () => {
  const wanted = new Map<string, string>();
  await open('mail.md', '102');
  for (let edit = 0; edit < DAY; edit++) {
    const ordinal = String(102 + (edit % TARGETS.length));
    await focusIn(ordinal);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(`${edit}`);
    wanted.set(ordinal, `${edit}${wanted.get(ordinal) ?? TARGETS[edit % TARGETS.length] ?? ''}`);
    await page.keyboard.press(edit % 2 === 0 ? 'Enter' : 'Control+Enter');
    if (edit % TARGETS.length !== TARGETS.length - 1) continue;
    await saved();
    for (let up = 1; up < TARGETS.length; up++) await page.keyboard.press('Alt+ArrowUp');
  }
  await saved();
  for (const text of wanted.values()) expect(server.read('de-de/mail.md')).toContain(`>${text}<`);
  expect(await page.locator('.session').innerText()).toContain(`${DAY} saved`);
}, 600_000);

function row(ordinal: string) {
  return page.locator(`[data-ordinal="${ordinal}"]`);
}

/** Every row is saved, and none has anything to say against it. */
async function saved(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.row-head .unsaved') === null);
  expect(await page.locator('.row .trouble, .row .refusal, .row .conflict').allInnerTexts()).toEqual([]);
}

async function fieldText(): Promise<string> {
  return (await field().textContent()) ?? '';
}

function field() {
  return page.locator('.row.active .field');
}

/** All keys are there before the page gets to the first. */
async function pressWhileBusy(...keys: readonly string[]): Promise<void> {
  const busy = page.evaluate(() => {
    const end = performance.now() + 300;
    while (performance.now() < end) document.body.getAttribute('class');
  });
  await Promise.all([busy, ...keys.map((key) => page.keyboard.press(key))]);
}

async function focusIn(ordinal: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.closest('.row')?.getAttribute('data-ordinal') === wanted && document.activeElement.matches('.field'), ordinal);
}

async function open(path: string, ordinal: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/de-de/${path}?s=${ordinal}`);
  await focusIn(ordinal);
}

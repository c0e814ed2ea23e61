import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { overflow, violations, useBrowser } from '../support/visit.ts';

const visit = useBrowser();
const pageAt = (path: string): string => `${inject('joined').origin}/${path}`;

describe('the notice of a machine translation', () => {
  test.each([true, false])('switches to the original beside it, JavaScript %s', async (javaScriptEnabled) => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'), { javaScriptEnabled });
    const source = page.locator('#article [data-s="s103"]');
    expect(await page.locator('.notice-machine').innerText()).toContain('١١ مارس ٢٠٢٤');
    expect(await source.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true }))).toBe(false);
    await page.locator('.to-facing').click();
    expect(await page.locator('#x-both').isChecked()).toBe(true);
    expect(await source.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
    await close();
  });

  test('is operated with the keyboard', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'));
    const button = page.getByRole('button', { name: 'Đọc song song với bản gốc' });
    await button.press('Enter');
    expect(await page.locator('#x-both').isChecked()).toBe(true);
    // The name of the mode is its own, not that of the button as well.
    expect(await page.getByRole('radio', { name: 'Song song', exact: true }).count()).toBe(1);
    await close();
  });

  test('offers to propose another translation, for the page, without JavaScript', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'Đề xuất bản dịch tốt hơn' }).getAttribute('href'))
      .toBe('https://git.example/issues/new?title=mail.md%20&body=%0A%0Ahttps%3A//help.example/docs/vi-vn/mail/%20vi-vn%20vi-vn/mail.md:10');
    await close();
  });

  test.each(['fr-fr/mail/', 'en-us/mail/', 'sr-cyrl-rs/mail/'])('is not on %s', async (path) => {
    const { page, close } = await visit(pageAt(path));
    expect(await page.locator('.notice-machine').count()).toBe(0);
    await close();
  });
});

describe('a stale article', () => {
  test('tells which sentences changed, and leads to them, without JavaScript', async () => {
    const { page, close } = await visit(pageAt('sr-latn-rs/mail/'), { javaScriptEnabled: false });
    const list = page.locator('.change');
    expect(await list.first().isVisible()).toBe(false);
    await page.locator('.changes summary').click();
    expect(await list.allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()))).toEqual([
      'Izmenjeno Izaberite Opcije, pa Pošta. Choose OptionsSettings and then Mail.',
      'Uklonjeno Ponovo pokrenite telefon. Restart your phone.',
      'Novo Wait a moment.',
      'Novo You can change this.',
    ]);
    expect(await page.locator('.change del').allInnerTexts()).toEqual(['Options', 'Restart your phone.']);
    expect(await page.locator('.change ins').allInnerTexts()).toEqual(['Settings', 'Wait a moment.', 'You can change this.']);
    await list.first().getByRole('link').click();
    expect(await page.locator('#s103').evaluate((node) => node.matches(':target'))).toBe(true);
    await close();
  });

  test('marks those sentences and no others', async () => {
    const { page, close } = await visit(pageAt('sr-latn-rs/mail/'));
    expect(await page.locator('#article [data-stale]').evaluateAll((nodes) => nodes.map(({ id }) => id))).toEqual(['s103', 's108']);
    await close();
  });

  test('every link of the list finds its sentence', async () => {
    const { page, close } = await visit(pageAt('sr-latn-rs/mail/'));
    const missing = await page.locator('.change a').evaluateAll((links) => links.filter((link) => document.querySelector(link.getAttribute('href') ?? 'none') === null).length);
    expect(missing).toBe(0);
    await close();
  });
});

describe('the menu of a sentence', () => {
  test('is offered for a selection, with ready links', async () => {
    const { page, problems, close } = await visit(pageAt('vi-vn/mail/'));
    await page.locator('#s107').selectText();
    const menu = page.locator('.segment-menu');
    await menu.waitFor();
    const links = await menu.getByRole('link').evaluateAll((nodes) => nodes.map((node) => [node.textContent, node.getAttribute('href')]));
    expect(links).toEqual([
      ['Sao chép liên kết đến câu này', '#s107'],
      ['Đề xuất bản dịch tốt hơn', `https://git.example/issues/new?title=mail.md%20107&body=Tap%20Add%20account.%0A${encodeURIComponent('Nhấn Thêm tài khoản.')}%0Ahttps%3A//help.example/docs/vi-vn/mail/%23s107%20vi-vn%20vi-vn/mail.md:16`],
      ['Sửa câu này', 'https://git.example/edit/main/vi-vn/mail.md#L16'],
    ]);
    expect(problems).toEqual([]);
    await close();
  });

  test('its line is that of the file', async () => {
    const { page, close } = await visit(pageAt('ja-jp/mail/'));
    await page.locator('#s111').selectText();
    const edit = await page.locator('.segment-menu a', { hasText: 'この文を編集' }).getAttribute('href');
    const { readFileSync } = await import('node:fs');
    const line = Number(edit?.split('#L')[1]);
    expect(readFileSync('tests/fixtures/joined/ja-jp/mail.md', 'utf8').split('\n')[line - 1]).toContain('-111"');
    await close();
  });

  test('copies the address of the sentence', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#s104').selectText();
    await page.locator('.segment-menu a').first().click();
    await page.locator('#status', { hasText: 'Đã sao chép liên kết' }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(pageAt('vi-vn/mail/#s104'));
    await close();
  });

  test('is reached from a focused sentence of the original, and closed by Escape', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'));
    await page.getByRole('radio', { name: 'Song song' }).press('Space');
    const sentence = page.locator('[data-s="s110"]');
    await page.locator('[data-s="s109"]').focus();
    const menu = page.locator('.segment-menu');
    await menu.waitFor();
    // One stop for the menu, then the next original.
    await page.keyboard.press('Tab');
    expect(await menu.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(() => sentence.evaluate((node) => node === document.activeElement && node.nextElementSibling?.matches('.segment-menu:popover-open')), { timeout: 20_000 }).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đề xuất bản dịch tốt hơn');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    expect(await menu.count()).toBe(0);
    // The key has closed the menu alone.
    expect(await page.locator('#x-both').isChecked()).toBe(true);
    expect(await sentence.evaluate((node) => node === document.activeElement)).toBe(true);
    await close();
  });

  test('is not copied with the text', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#article p').nth(1).selectText();
    await page.locator('.segment-menu').waitFor();
    await page.keyboard.press('Control+c');
    expect((await page.evaluate(() => navigator.clipboard.readText())).replace(/\s+/g, ' ').trim()).toBe('Mở ứng dụng. Nhấn Thêm tài khoản. Chờ một lát.');
    await close();
  });

  test('shows what changed in the original of a stale sentence', async () => {
    const { page, close } = await visit(pageAt('sr-latn-rs/mail/'));
    await page.locator('#s103').selectText();
    expect(await page.locator('.segment-menu ins').innerText()).toBe('Settings');
    await close();
  });
});

const CASES = ['ar-sa/mail/', 'sr-latn-rs/mail/', 'vi-vn/mail/'].flatMap((path) => [[path, 1280, 'light'], [path, 320, 'dark']] as const);

test.each(CASES)('%s at %i px, %s: accessible and no wider than the screen, with all of it open', async (path, width, colorScheme) => {
  const { page, problems, close } = await visit(pageAt(path), { viewport: { width, height: 700 }, colorScheme });
  await openAll(page);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

async function openAll(page: Page): Promise<void> {
  const changes = page.locator('.changes summary');
  if ((await changes.count()) > 0) await changes.click();
  await page.locator('#s107').selectText();
  await page.locator('.segment-menu').waitFor();
}

import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { overflow, violations, useBrowser } from '../support/visit.ts';

const visit = useBrowser();
const pageAt = (path: string): string => `${inject('joined').origin}/${path}`;

test.each([
  ['vi-vn/mail/', ['', 'ar-SA', 'fr-FR', 'ja-JP']],
  ['fr-fr/mail/', ['', 'vi-VN', 'ar-SA', 'ja-JP']],
  ['vi-vn/only/', ['', 'sr-Cyrl-RS']],
])('%s can be compared with the translations of its version', async (path, expected) => {
  const { page, close } = await visit(pageAt(path));
  expect(await page.locator('#compare option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))).toEqual(expected);
  await close();
});

test.each(['sr-latn-rs/mail/', 'fr-fr/only/', 'en-us/mail/', 'sr-cyrl-rs/mail/'])('%s has nothing to be compared with', async (path) => {
  const { page, close } = await visit(pageAt(path));
  expect(await page.locator('#compare').isVisible()).toBe(false);
  await close();
});

test('nothing is offered without JavaScript', async () => {
  const { page, close } = await visit(pageAt('vi-vn/mail/'), { javaScriptEnabled: false });
  expect(await page.locator('#compare').isVisible()).toBe(false);
  await close();
});

describe('Arabic with French', () => {
  test('stands side by side, sentence by sentence', async () => {
    const { page, problems, close } = await visit(pageAt('ar-sa/mail/'));
    await choose(page, 'fr-FR');
    expect(await sentence(page, 's103')).toBe('Choisissez <strong>Réglages</strong>, puis <em>Mail</em>.');
    expect(await sentence(page, 's108')).toBe('Patientez un instant.');
    expect(await page.locator('[data-s]').evaluateAll((nodes) => nodes.filter((node) => node.textContent.trim() === '').length)).toBe(0);
    expect(await page.locator('#article .o').evaluateAll((nodes) => [...new Set(nodes.map((node) => `${node.getAttribute('lang')} ${node.getAttribute('dir')} ${getComputedStyle(node).direction}`))])).toEqual(['fr-FR ltr ltr']);
    // The choice opens the side that it fills.
    expect(await page.locator('#x-both').isChecked()).toBe(true);
    const [left, right] = await Promise.all(['#article h2 .o', '#article h2 .t'].map((selector) => page.locator(selector).first().boundingBox()));
    expect(left && right && left.x + left.width <= right.x && Math.abs(left.y - right.y) < 30).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  test('the list of contents follows', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'));
    await choose(page, 'fr-FR');
    await page.locator('#x-original').check({ force: true });
    expect(await page.locator('.contents li').allInnerTexts()).toEqual(['Ajouter un compte', 'Supprimer un compte', 'Bon à savoir']);
    await close();
  });

  test('leads to the other language’s pages', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'));
    await choose(page, 'fr-FR');
    expect(await page.locator('[data-s="s107"] a').getAttribute('href')).toBe(new URL('/docs/fr-fr/only/', pageAt('')).href);
    await close();
  });

  test('the original comes back as it was', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'));
    await page.locator('#x-both').check({ force: true });
    const before = await page.locator('#article').evaluate((node) => node.outerHTML);
    await choose(page, 'fr-FR');
    expect(await page.locator('#article').evaluate((node) => node.outerHTML)).not.toBe(before);
    await page.selectOption('#compare', '');
    await expect.poll(() => page.locator('#article').evaluate((node) => node.outerHTML), { timeout: 20_000 }).toBe(before);
    await close();
  });

  test('stays for the next page of the tab, and does not change how it is read', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'));
    await choose(page, 'fr-FR');
    await page.locator('#x-translation').check({ force: true });
    await page.reload();
    await page.locator('[data-compare="fr-FR"]').waitFor();
    expect(await page.inputValue('#compare')).toBe('fr-FR');
    expect(await page.locator('#x-both').isChecked()).toBe(false);
    await page.goto(pageAt('fr-fr/mail/'));
    expect(await page.inputValue('#compare')).toBe('');
    await close();
  });

  test('another translation is still proposed with the original', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'));
    await choose(page, 'fr-FR');
    await page.locator('#s104').selectText();
    expect(await page.locator('.segment-menu a').nth(1).getAttribute('href')).toContain('body=Enter%20your%20password.%0A');
    await close();
  });
});

test('what is one sentence there stands once beside all that it answers', async () => {
  const { page, close } = await visit(pageAt('vi-vn/mail/'));
  await choose(page, 'ja-JP');
  expect(await page.locator('[data-s="s106"]').textContent()).toBe('アプリを開き、アカウントを追加をタップして、少し待ちます。');
  expect(await page.locator('[data-s="s107"], [data-s="s108"]').allTextContents()).toEqual(['', '']);
  await close();
});

test('what is one sentence here stands beside all that it answers', async () => {
  const { page, close } = await visit(pageAt('ja-jp/mail/'));
  await choose(page, 'vi-VN');
  expect(await page.locator('[data-s="s106"]').textContent()).toBe('Mở ứng dụng. Nhấn Thêm tài khoản. Chờ một lát.');
  await close();
});

describe('what cannot be joined', () => {
  test.each<[string, (body: string) => { status: number; body: string }, string]>([
    ['another version of the source', (body) => ({ status: 200, body: body.replace('data-version="dddddddddd"', 'data-version="other"') }), 'phiên bản khác'],
    ['no article', () => ({ status: 200, body: '<p>Sign in</p>' }), 'phiên bản khác'],
    ['an error of the server', () => ({ status: 500, body: '' }), 'kết nối'],
  ])('%s is said, and the original stays', async (_, answer, message) => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'));
    const before = await page.locator('#article').evaluate((node) => node.textContent);
    await page.route('**/fr-fr/mail/', async (route) => route.fulfill({ contentType: 'text/html', ...answer(await (await route.fetch()).text()) }));
    await page.selectOption('#compare', 'fr-FR');
    await page.locator('.compare-note', { hasText: message }).waitFor();
    expect(await page.inputValue('#compare')).toBe('');
    expect(await page.locator('#article').evaluate((node) => node.textContent)).toBe(before);
    await close();
  });

  test('nothing of another page acts on this one', async () => {
    const { page, problems, close } = await visit(pageAt('vi-vn/mail/'));
    const hostile = '<img src=x onerror="window.hit=1" id="s999"><a href="javascript:window.hit=2" onclick="window.hit=3" style="color:red">b</a><script>window.hit=4</script><iframe srcdoc="x"></iframe><b onmouseover="window.hit=5">c</b>';
    await page.route('**/fr-fr/mail/', async (route) => route.fulfill({ contentType: 'text/html', body: (await (await route.fetch()).text()).replace('>Entrez votre mot de passe.<', `>${hostile}<`) }));
    await page.route('**/x', (route) => route.fulfill({ status: 204 }));
    await choose(page, 'fr-FR');
    const made = page.locator('[data-s="s104"]');
    await made.locator('b').hover();
    await made.locator('a').click();
    expect(await made.evaluate((node) => [...node.querySelectorAll('*')].flatMap((child) => [child.tagName, ...[...child.attributes].map(({ name }) => name)]))).toEqual(['IMG', 'src', 'A', 'hreflang', 'B']);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(problems.filter((problem) => !problem.includes('Content Security Policy'))).toEqual([]);
    await close();
  });
});

test.each([['ar-sa/mail/', 'fr-FR', 1280, 'light'], ['ar-sa/mail/', 'ja-JP', 320, 'dark'], ['fr-fr/mail/', 'ar-SA', 1280, 'dark'], ['fr-fr/mail/', 'ar-SA', 320, 'light']] as const)('%s with %s at %i px, %s: accessible and no wider than the screen', async (path, other, width, colorScheme) => {
  const { page, close } = await visit(pageAt(path), { viewport: { width, height: 700 }, colorScheme });
  await choose(page, other);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await close();
});

async function choose(page: Page, tag: string): Promise<void> {
  await page.selectOption('#compare', tag);
  await page.locator(`#article[data-compare="${tag}"]`).waitFor();
}

function sentence(page: Page, id: string): Promise<string> {
  return page.locator(`[data-s="${id}"]`).innerHTML();
}

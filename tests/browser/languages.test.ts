import { describe, expect, inject, test } from 'vitest';
import { overflow, violations, useBrowser } from '../support/visit.ts';

const visit = useBrowser();
const pageAt = (path: string): string => `${inject('joined').origin}/${path}`;

test('the language menu names every language in itself and says what is there, without JavaScript', async () => {
  const { page, close } = await visit(pageAt('fr-fr/mail/'), { javaScriptEnabled: false });
  await page.locator('[popovertarget="site-languages"]').press('Enter');
  const links = await page.locator('#site-languages a').evaluateAll((nodes) => nodes.map((node) => [node.getAttribute('hreflang'), node.querySelector('span')?.lang, (node as HTMLElement).innerText.replace(/\s+/g, ' ').trim(), node.getAttribute('aria-current')]));
  expect(links).toEqual([
    ['en-US', 'en-US', 'English', null],
    ['vi-VN', 'vi-VN', 'Tiếng Việt traduction automatique', null],
    ['ar-SA', 'ar-SA', 'العربية traduction automatique', null],
    ['fr-FR', 'fr-FR', 'Français', 'true'],
    ['ja-JP', 'ja-JP', '日本語', null],
    ['sr-Latn-RS', 'sr-Latn-RS', 'Srpski (latinica) traduction automatique version plus ancienne', null],
    ['sr-Cyrl-RS', 'sr-Cyrl-RS', 'Српски (ћирилица) non traduit', null],
  ]);
  await close();
});

describe('the offer of a better language', () => {
  test.each([
    ['in the reader’s language', 'ar-sa/mail/', ['vi-VN'], 'Trang này có bằng ngôn ngữ của bạn:', '/docs/vi-vn/mail/'],
    ['for any region', 'ar-sa/mail/', ['fr-CA'], 'Cette page existe dans votre langue :', '/docs/fr-fr/mail/'],
    ['from right to left', 'vi-vn/mail/', ['ar-EG', 'en'], 'هذه الصفحة متوفرة بلغتك:', '/docs/ar-sa/mail/'],
    ['the second language where the first has no page', 'fr-fr/mail/', ['fi-FI', 'ja'], 'このページはあなたの言語でも読めます:', '/docs/ja-jp/mail/'],
    ['the second language where the first shows the original', 'sr-cyrl-rs/mail/', ['sr-Cyrl-RS', 'vi'], 'Trang này có bằng ngôn ngữ của bạn:', '/docs/vi-vn/mail/'],
    ['the script that the reader reads', 'sr-cyrl-rs/', ['sr-Latn'], 'Ova stranica postoji na vašem jeziku:', '/docs/sr-latn-rs/'],
    ['the original', 'ar-sa/mail/', ['en-US'], 'This page is available in your language:', '/docs/en-us/mail/'],
  ])('is made %s', async (_, path, languages, text, href) => {
    const { page, problems, close } = await visit('about:blank');
    await speak(page, languages);
    await page.goto(pageAt(path));
    const offer = page.getByRole('complementary');
    await offer.waitFor();
    expect(await offer.locator('p').innerText()).toContain(text);
    expect(await offer.getByRole('link').getAttribute('href')).toMatch(new RegExp(`${href}$`));
    expect(page.url()).toBe(pageAt(path));
    expect(problems).toEqual([]);
    await close();
  });

  test.each([
    ['to who reads the language that is shown', 'vi-vn/mail/', ['vi', 'fr']],
    ['of a page that is not translated', 'vi-vn/only/', ['ja-JP']],
    ['to who reads the original that stands in', 'sr-latn-rs/only/', ['en-GB', 'vi']],
    ['in no language of the site', 'vi-vn/mail/', ['fi-FI', 'ko']],
  ])('is not made %s', async (_, path, languages) => {
    const { page, close } = await visit('about:blank');
    await speak(page, languages);
    await page.goto(pageAt(path), { waitUntil: 'networkidle' });
    expect(await page.locator('.offer-banner').count()).toBe(0);
    await close();
  });

  test('is dismissed once and for all', async () => {
    const { page, close } = await visit(pageAt('ar-sa/mail/'), { locale: 'vi-VN' });
    await page.getByRole('button', { name: 'Đóng' }).click();
    expect(await page.locator('.offer-banner').count()).toBe(0);
    for (const path of ['ar-sa/mail/', 'fr-fr/']) {
      await page.goto(pageAt(path), { waitUntil: 'networkidle' });
      expect(await page.locator('.offer-banner').count()).toBe(0);
    }
    await close();
  });

  test('is not made to who has chosen a language', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'));
    await page.locator('[popovertarget="site-languages"]').click();
    await page.locator('#site-languages a[hreflang="ar-SA"]').evaluate((link) => new Promise<void>((resolve) => {
      const wait = (): unknown => ((link as HTMLElement).onclick ? resolve() : requestAnimationFrame(wait));
      wait();
    }));
    await page.locator('#site-languages a[hreflang="ar-SA"]').click();
    await page.waitForURL(pageAt('ar-sa/mail/'));
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.offer-banner').count()).toBe(0);
    await close();
  });

  test.each([['ar-sa/mail/', 'vi-VN', 1280, 'light'], ['vi-vn/mail/', 'ar-SA', 320, 'dark'], ['ja-jp/', 'fr-FR', 320, 'light']] as const)('%s in %s at %i px, %s: moves nothing, is accessible', async (path, locale, width, colorScheme) => {
    const { page, close } = await visit(pageAt(path), { locale, viewport: { width, height: 640 }, colorScheme });
    const offer = page.locator('.offer-banner');
    await offer.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const before = await page.locator('main').boundingBox();
    await offer.locator('button').press('Enter');
    expect(await page.locator('main').boundingBox()).toEqual(before);
    await close();
  });
});

/** Sets the languages that the browser tells of. */
async function speak(page: import('playwright-core').Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((list) => Object.defineProperty(navigator, 'languages', { get: () => list }), languages);
}

import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/visit.ts';

const LOCALES = ['vi-vn', 'ar-sa', 'fr-fr', 'ja-jp', 'en-us', 'sr-cyrl-rs'] as const;
/** A machine with other work to do. */
const SLOW = { timeout: 20_000 };
const SMALL = { width: 390, height: 420 };

const visit = useBrowser();
const pageAt = (path: string): string => `${inject('joined').origin}/${path}`;

describe.each(LOCALES)('%s', (locale) => {
  test.each([true, false])('#s108 is on the screen and marked, JavaScript %s', async (javaScriptEnabled) => {
    const { page, close } = await visit(pageAt(`${locale}/mail/#s108`), { viewport: SMALL, javaScriptEnabled });
    const sentence = page.locator('#s108');
    await expect.poll(() => isOnScreen(page, '#s108'), SLOW).toBe(true);
    // In a merged sentence the anchor is an empty element inside it; the sentence as a whole is marked.
    const marked = await sentence.evaluate((node) => getComputedStyle(node.childNodes.length === 0 && node.parentElement ? node.parentElement : node).backgroundColor);
    expect(marked).not.toBe('rgba(0, 0, 0, 0)');
    await close();
  });

  test('has the headings’ anchors of the source', async () => {
    const { page, close } = await visit(pageAt(`${locale}/mail/#remove-an-account`), { viewport: SMALL });
    expect(await page.locator('#article :is(h1, h2)').evaluateAll((nodes) => nodes.map(({ id }) => id))).toEqual(['mail-on-your-phone', 'add-an-account', 'remove-an-account', 'good-to-know']);
    await expect.poll(() => isOnScreen(page, '#remove-an-account'), SLOW).toBe(true);
    await close();
  });
});

describe('a language switch', () => {
  test.each([
    ['the sentence at the top of the screen', '', '#s109', 's109', 'remove-an-account'],
    ['a part of a list', '', '#s111', 's111', 'remove-an-account'],
    ['what the address names', '#s111', '', 's111', 'remove-an-account'],
    ['a heading that the address names', '#good-to-know', '', 'good-to-know', 'good-to-know'],
  ])('keeps %s', async (_, hash, scrollTo, segment, heading) => {
    const { page, close } = await visit(pageAt(`vi-vn/mail/${hash}`), { viewport: SMALL });
    if (scrollTo !== '') await page.locator(scrollTo).evaluate((node) => window.scrollBy({ top: node.getBoundingClientRect().top - 60, behavior: 'instant' }));
    await openMenu(page);
    const at = (locale: string) => page.locator(`#site-languages a[hreflang="${locale}"]`).getAttribute('href');
    await expect.poll(() => at('ar-SA'), SLOW).toBe(`/docs/ar-sa/mail/#${segment}`);
    expect(await at('ja-JP')).toBe(`/docs/ja-jp/mail/#${segment}`);
    expect(await at('en-US')).toBe(`/docs/en-us/mail/#${segment}`);
    // Translated from an older source: its ordinals are others.
    expect(await at('sr-Latn-RS')).toBe(`/docs/sr-latn-rs/mail/#${heading}`);
    await page.locator('#site-languages a[hreflang="ja-JP"]').click();
    await page.waitForURL(pageAt(`ja-jp/mail/#${segment}`));
    await expect.poll(() => isOnScreen(page, `#${segment}`), SLOW).toBe(true);
    await close();
  });

  test('from the top of a page leads to the top', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { viewport: SMALL });
    await openMenu(page);
    await page.waitForTimeout(300);
    expect(await page.locator('#site-languages a').evaluateAll((links) => links.filter((link) => link.getAttribute('href')?.includes('#')).length)).toBe(0);
    await close();
  });

  test('does not move the text when its button gets the focus', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { viewport: SMALL });
    await page.evaluate(() => window.scrollTo({ top: 600, behavior: 'instant' }));
    await page.locator('[popovertarget="site-languages"]').focus();
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => scrollY)).toBe(600);
    await close();
  });

  test('keeps the place while only the original is shown', async () => {
    const { page, close } = await visit(pageAt('vi-vn/mail/'), { viewport: SMALL });
    await page.locator('#x-original').check({ force: true });
    await page.locator('[data-s="s111"]').evaluate((node) => window.scrollBy({ top: node.getBoundingClientRect().top - 60, behavior: 'instant' }));
    await openMenu(page);
    await expect.poll(() => page.locator('#site-languages a[hreflang="fr-FR"]').getAttribute('href'), SLOW).toBe('/docs/fr-fr/mail/#s111');
    await close();
  });
});

async function openMenu(page: Page): Promise<void> {
  // Not `click()`, which scrolls the page for a button of the sticky header.
  await page.locator('[popovertarget="site-languages"]').evaluate((button) => (button as HTMLElement).click());
  await page.locator('#site-languages').waitFor();
}

/** Below the header and above the end of the screen. */
function isOnScreen(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
    return bottom > header && top < innerHeight;
  });
}

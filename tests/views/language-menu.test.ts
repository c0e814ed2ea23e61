import { expect, test } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { render } from '../../src/views/html.ts';
import { languageMenu } from '../../src/views/language-menu.ts';
import type { LanguageLink } from '../../src/views/shell.ts';
import { uiFor } from '../../src/views/ui.ts';

const arabic: Locale = { tag: 'ar-SA', id: 'ar-sa', dir: 'rtl', script: 'Arab', label: 'العربية', folder: 'ar-sa' };
const link: LanguageLink = { locale: arabic, url: '/ar-sa/a/', current: false, marks: [] };

function shown(links: readonly LanguageLink[], tag = 'vi-VN'): string {
  return render(languageMenu(links, uiFor({ tag })));
}

test.each<[string, Partial<LanguageLink>, string]>([
  ['a link in its own language', {}, '<a href="/ar-sa/a/" hreflang="ar-SA"><span lang="ar-SA" dir="rtl">العربية</span></a>'],
  ['the current one', { current: true }, '<a href="/ar-sa/a/" hreflang="ar-SA" aria-current="true">'],
  ['machine-translated and older', { marks: ['machine', 'stale'] }, '</span> <small class="mark mark-machine">dịch máy</small> <small class="mark mark-stale">bản cũ hơn</small></a>'],
  ['missing', { marks: ['missing'] }, '</span> <small class="mark mark-missing">chưa dịch</small></a>'],
  ['keeps the sentence', { keeps: 'segment', pivot: true }, '<a href="/ar-sa/a/" hreflang="ar-SA" data-keeps="segment" data-pivot>'],
  ['keeps the heading', { keeps: 'heading', pivot: false }, '<a href="/ar-sa/a/" hreflang="ar-SA" data-keeps="heading">'],
])('%s', (_, changes, expected) => {
  expect(shown([{ ...link, ...changes }])).toContain(expected);
});

test('marks in another language than the page’s say so', () => {
  expect(shown([{ ...link, marks: ['stale'] }], 'fi-FI')).toContain('<small class="mark mark-stale" lang="en" dir="ltr">older version</small>');
});

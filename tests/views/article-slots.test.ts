import { expect, test } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import type { ArticlePage } from '../../src/views/article-page.ts';
import { articleSlots } from '../../src/views/article-slots.ts';
import { ARTICLE_SLOTS } from '../../src/views/page-slots.ts';
import { uiFor } from '../../src/views/ui.ts';
import { plainFrame } from '../support/plain-frame.ts';

const english: Locale = { tag: 'en-US', id: 'en-us', dir: 'ltr', script: 'Latn', label: 'English', folder: 'en-us' };
const arabic: Locale = { tag: 'ar-SA', id: 'ar-sa', dir: 'rtl', script: 'Arab', label: 'العربية', folder: 'ar-sa' };

function slots(changes: Partial<ArticlePage> = {}, locale = arabic): ReturnType<typeof articleSlots> {
  const page: ArticlePage = {
    shell: { locale, siteTitle: 'Help', homeUrl: '/ar-sa/', multilingual: true, ...plainFrame('ar-sa') },
    title: 'T', description: undefined, canonical: undefined, alternates: [], robots: undefined, languages: [],
    url: '/ar-sa/a/', content: { locale, side: 'target' }, breadcrumbs: [], sidebar: [], notices: [], headings: [{ depth: 1, id: 't', html: 'T' }],
    articleHtml: '<h1>T</h1>', previous: undefined, next: undefined, editUrl: undefined, updated: undefined, ...changes,
  };
  return articleSlots(page, uiFor(locale));
}

test('every slot is filled', () => {
  expect(Object.keys(slots())).toEqual([...ARTICLE_SLOTS]);
});

const HOSTILE = '"><script>alert(1)</script>';

test('words of the content stay words', () => {
  const all = Object.values(slots({
    title: HOSTILE, description: HOSTILE, robots: HOSTILE, canonical: HOSTILE, updated: HOSTILE,
    editUrl: 'javascript:alert(1)',
    alternates: [{ hreflang: 'de-DE', href: HOSTILE }],
    languages: [{ locale: { ...english, label: HOSTILE }, url: HOSTILE, current: false, marks: ['machine'] }],
    breadcrumbs: [{ title: HOSTILE, url: 'javascript:alert(1)' }],
    sidebar: [{ kind: 'node', title: HOSTILE, url: HOSTILE, current: true, open: true, branch: false, items: [] }],
    headings: [{ depth: 2, id: HOSTILE, html: 'a' }, { depth: 2, id: 'b', html: 'b' }],
    previous: { title: HOSTILE, url: HOSTILE },
    notices: [{ kind: 'machine', date: HOSTILE, sourceUrl: HOSTILE }],
  })).join('\n');
  expect(all).not.toMatch(/<script|javascript:/i);
});

test('the article is in its own language, not in the reader’s', () => {
  expect(slots().article).toBe('<article id="article" lang="ar-SA" dir="rtl" data-script="Arab" data-side="target"><h1>T</h1></article>');
  const fallback = slots({ content: { locale: english, side: 'source' }, notices: [{ kind: 'fallback' }] });
  expect(fallback.article).toContain('<article id="article" lang="en-US" dir="ltr" data-script="Latn" data-side="source">');
  expect(fallback.notices).toContain('لم تُترجم بعد');
});

test('an article without a first-level heading is titled by the interface', () => {
  expect(slots({ title: 'A < B', headings: [], articleHtml: '<p>C</p>' }).article).toContain('data-side="target"><h1 data-ui>A &lt; B</h1><p>C</p></article>');
});

test('reading modes where the source stands beside the text, in the language of the reader', () => {
  expect(slots().modes).toBe('');
  const { modes, article, contents } = slots({ facing: english, headings: [
    { depth: 2, id: 'a', html: 'ا', source: 'A' }, { depth: 2, id: 'b', html: 'SMTP', source: 'SMTP' },
  ] });
  expect(modes.match(/type="radio"/g)).toHaveLength(4);
  expect(modes).toContain('<fieldset class="modes" data-ui><legend class="visually-hidden">طريقة القراءة</legend>');
  expect(modes).toContain('value="translation" checked');
  expect(modes).toContain('<span id="x-show" hidden>إظهار الأصل</span>');
  expect(article).toContain('data-side="target" data-facing="ltr"');
  expect(contents).toContain('<a href="#a"><span class="t">ا</span><span class="o" data-side="source" lang="en-US" dir="ltr" data-script="Latn" hidden>A</span></a>');
  expect(contents).toContain('<a href="#b">SMTP</a>');
});

test('head says what search engines need', () => {
  const { head } = slots({ description: 'D', canonical: 'https://h.example/ar-sa/a/', robots: 'NOINDEX', alternates: [{ hreflang: 'x-default', href: 'https://h.example/en-us/a/' }] });
  expect(head).toContain('<title>T – Help</title>');
  expect(head).toContain('<link rel="canonical" href="https://h.example/ar-sa/a/">');
  expect(head).toContain('<link rel="alternate" hreflang="x-default" href="https://h.example/en-us/a/">');
  expect(head).toContain('<meta name="robots" content="noindex">');
  expect(slots().head).not.toMatch(/canonical|robots|description/);
});

test('the language menu says what its reader will find', () => {
  const { languages } = slots({ languages: [
    { locale: arabic, url: '/ar-sa/a/', current: true, marks: [] },
    { locale: english, url: '/en-us/a/', current: false, marks: ['missing'] },
  ] });
  expect(languages).toContain('<a href="/ar-sa/a/" hreflang="ar-SA" aria-current="true"><span lang="ar-SA" dir="rtl">العربية</span></a>');
  expect(languages).toContain('<span lang="en-US" dir="ltr">English</span> <small class="mark mark-missing">غير مترجمة</small>');
});

test('interface texts in another language say so', () => {
  const finnish: Locale = { tag: 'fi-FI', id: 'fi-fi', dir: 'ltr', script: 'Latn', label: 'Suomi', folder: 'fi-fi' };
  expect(slots({ notices: [{ kind: 'fallback' }] }, finnish).notices).toContain('data-ui lang="en" dir="ltr"');
  expect(slots({ notices: [{ kind: 'fallback' }] }).notices).toContain('data-ui>');
});

test('notices count and link once', () => {
  const { notices } = slots({ notices: [{ kind: 'machine', date: '2021-03-12', sourceUrl: '/en-us/a/' }, { kind: 'stale', sentences: 3, sourceUrl: '/en-us/a/' }] });
  expect(notices).toContain('١٢ مارس ٢٠٢١');
  expect(notices).toContain('٣ جمل');
  expect(notices.match(/<a /g)).toHaveLength(1);
});

test.each([
  ['nothing for one heading', [2], 0],
  ['second and third level only', [1, 2, 3, 4, 2], 3],
])('on this page: %s', (_, depths, count) => {
  const { contents } = slots({ headings: depths.map((depth, index) => ({ depth, id: `h${index}`, html: `H <code>${index}</code>` })) });
  expect(contents.match(/<li/g)?.length ?? 0).toBe(count);
});

test('updated and edit', () => {
  expect(slots().meta).toBe('');
  expect(slots({ updated: '2021-03-12', editUrl: 'https://h.example/e' }).meta).toContain('<time datetime="2021-03-12">١٢ مارس ٢٠٢١</time>');
});

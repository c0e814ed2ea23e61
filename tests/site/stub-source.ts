import type { Locale } from '../../src/model/locale.ts';
import type { NavNode } from '../../src/model/site.ts';
import { alternates } from '../../src/views/alternates.ts';
import type { ArticlePage, Notice } from '../../src/views/article-page.ts';
import { homeSections } from '../../src/views/home-page.ts';
import { ancestorsAt, indexNavigation, neighboursAt, sidebarAt } from '../../src/views/navigation.ts';
import type { LanguageLink, PageBase, Shell } from '../../src/views/shell.ts';
import type { SiteSource } from '../../src/views/site-source.ts';
import { plainFrame } from '../support/plain-frame.ts';
import { samples } from './samples.ts';

const english: Locale = { tag: 'en-US', id: 'en-us', dir: 'ltr', script: 'Latn', label: 'English', folder: 'en-us' };
const locales: readonly Locale[] = [
  { tag: 'vi-VN', id: 'vi-vn', dir: 'ltr', script: 'Latn', label: 'Tiếng Việt', folder: 'vi-vn' },
  { tag: 'ar-SA', id: 'ar-sa', dir: 'rtl', script: 'Arab', label: 'العربية', folder: 'ar-sa' },
  { tag: 'ja-JP', id: 'ja-jp', dir: 'ltr', script: 'Jpan', label: '日本語', folder: 'ja-jp' },
  { tag: 'de-DE', id: 'de-de', dir: 'ltr', script: 'Latn', label: 'Deutsch', folder: 'de-de' },
  english,
];
const byId = (id: string): Locale => locales.find((locale) => locale.id === id) ?? english;

/** A small site made by hand: five locales, three articles, one of them untranslated. */
const stub: SiteSource = {
  templatePaths: () => locales.flatMap(({ id }) => [{ layout: 'article', locale: id }, { layout: 'section', locale: id }] as const),
  shell: (locale) => shellOf(byId(locale)),
  hasSearch: () => true,
  pagePaths: () => Promise.resolve(locales.flatMap(({ id }) => ['mail/', 'mail/sign-in/', 'mail/no-words/'].map((slug) => ({ locale: id, slug })))),
  page: (locale, slug) => Promise.resolve(slug === 'mail/' ? { kind: 'section', page: sectionPage(byId(locale)) } : { kind: 'article', page: articlePage(byId(locale), slug), mdx: undefined }),
  homePaths: () => locales.map(({ id }) => id),
  homeArticle: () => Promise.resolve(undefined),
  homePage: (locale) => Promise.resolve({ mdx: undefined, page: { ...base(byId(locale), '', samples[locale]?.siteTitle ?? ''), description: samples[locale]?.lead, body: undefined, sections: homeSections(navigation(byId(locale)), new Set([`/${locale}/mail/no-words/`])) } }),
  mdxKeys: () => [],
  mdxFacing: () => ({ side: 'source', lang: 'en-US', dir: 'ltr' }),
  mdxCode: () => '',
  finishMdx: () => articlePage(english, 'mail/sign-in/'),
  notFoundPaths: () => locales.map(({ id }) => id),
  notFoundPage: (locale) => base(byId(locale), '', ''),
  searchPaths: () => locales.map(({ id }) => id),
  searchPage: (locale) => Promise.resolve({ ...base(byId(locale), '', 'Search'), preloads: { data: [], modules: [] } }),
  rootPage: () => Promise.resolve({
    ...base(english, '', 'Facing Pages Help'),
    shell: { ...shellOf(english), homeUrl: '/' },
    languages: locales.map((locale) => ({ locale, url: `/${locale.id}/`, current: false, marks: [], siteTitle: samples[locale.id]?.siteTitle ?? '' })),
  }),
  rootNotFoundPage: () => base(english, '', ''),
  hasReview: () => false,
  checkPaths: () => ['unbalanced-span'],
  checkPage: (id) => ({
    ...base(english, `checks/${id}/`, id),
    languages: [],
    listUrl: '/checks/',
    check: {
      id, category: 'structure', severity: 'error', summary: 'Every pair is closed.',
      why: 'A pair that is never closed takes the rest of the article with it.\n\nThe text after `</span>` is then read as **source**.',
      message: 'The pair `3a85d-104` is not closed. Add `</span>` after the target.',
      examples: [
        { name: 'a closed pair', inputs: [{ label: 'vi-vn/a.md', text: '<span data-ttu-id="3a85d-102">Xin chào.</span>' }], findings: [] },
        { name: 'an open pair', inputs: [{ label: 'vi-vn/a.md', text: '<span data-ttu-id="3a85d-104">Xin chào.' }], findings: ['The pair `3a85d-104` is not closed.'] },
      ],
    },
  }),
  checkListPage: () => ({
    ...base(english, 'checks/', 'Checks'),
    languages: [],
    description: 'What Interlinear looks at in every article.',
    schemaUrl: '/checks/findings.schema.json',
    checks: [
      { id: 'unbalanced-span', category: 'structure', severity: 'error', summary: 'Every pair is closed.', url: '/checks/unbalanced-span/' },
      { id: 'stale-translation', category: 'alignment', severity: 'warning', summary: 'The translation follows the newest source.', url: '/checks/unbalanced-span/' },
    ],
  }),
};

export default stub;

function shellOf(locale: Locale): Shell {
  return { locale, siteTitle: samples[locale.id]?.siteTitle ?? 'Help', homeUrl: `/${locale.id}/`, multilingual: true, ...plainFrame(locale.id) };
}

function base(locale: Locale, slug: string, title: string): PageBase {
  const pages = locales.map(({ id, tag }) => ({
    locale: id, tag, url: `/${id}/${slug}`, robots: undefined,
    kind: slug === 'mail/no-words/' && id !== 'en-us' ? 'fallback' as const : 'own' as const,
  }));
  const languages: LanguageLink[] = locales.map((each) => ({
    locale: each, url: `/${each.id}/${slug}`, current: each === locale,
    marks: pages.find((page) => page.locale === each.id)?.kind === 'fallback' ? ['missing'] : each.id === 'ar-sa' && slug !== '' ? ['machine', 'stale'] : [],
  }));
  const fallback = pages.some((page) => page.locale === locale.id && page.kind === 'fallback');
  return {
    shell: shellOf(locale), title, description: samples[locale.id]?.lead, robots: undefined, languages,
    canonical: `https://help.example/${fallback ? 'en-us' : locale.id}/${slug}`,
    alternates: fallback ? [] : alternates(pages, { origin: 'https://help.example', sourceLocale: 'en-us' }),
  };
}

function navigation(locale: Locale): readonly NavNode[] {
  const words = samples[locale.id]?.navigation ?? [];
  return words.map(([title, ...items], index) => ({
    title, url: index === 0 ? `/${locale.id}/mail/` : undefined, path: undefined,
    items: items.map((item, at) => ({
      title: item, items: [], path: 'mail/sign-in.md',
      url: `/${locale.id}/mail/${index === 0 && at === 0 ? 'sign-in/' : index === 0 && at === 1 ? 'no-words/' : `?${index}-${at}`}`,
    })),
  }));
}

function articlePage(locale: Locale, slug: string): ArticlePage {
  const url = `/${locale.id}/${slug}`;
  const index = indexNavigation(navigation(locale));
  const content = slug === 'mail/no-words/' ? english : locale;
  const sample = samples[content.id];
  const sourceUrl = `/en-us/${slug}`;
  const notices: Notice[] = content !== locale ? [{ kind: 'fallback' }]
    : locale.id === 'ar-sa' ? [{ kind: 'machine', date: '2021-03-12', sourceUrl }, { kind: 'stale', sentences: 3, sourceUrl }] : [];
  return {
    ...base(locale, slug, sample?.title ?? ''),
    url, content: { locale: content, side: content === english ? 'source' : 'target' }, notices,
    breadcrumbs: ancestorsAt(index, url), sidebar: sidebarAt(index, url, `/${locale.id}/`), ...neighboursAt(index, url),
    headings: sample?.headings ?? [], articleHtml: sample?.html ?? '',
    editUrl: 'https://host.example/edit', updated: '2021-03-12',
  };
}

function sectionPage(locale: Locale): Extract<Awaited<ReturnType<SiteSource['page']>>, { kind: 'section' }>['page'] {
  const url = `/${locale.id}/mail/`;
  const index = indexNavigation(navigation(locale));
  const [first] = navigation(locale);
  return {
    ...base(locale, 'mail/', first?.title ?? ''),
    url, breadcrumbs: [], sidebar: sidebarAt(index, url, `/${locale.id}/`),
    items: (first?.items ?? []).map((item, at) => ({ title: item.title, url: item.url, description: at === 0 ? samples[locale.id]?.lead : undefined, articles: 0, missing: at === 1 })),
  };
}

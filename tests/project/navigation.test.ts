import { expect, test } from 'vitest';
import { parseToc } from '../../src/ingest/parse-toc.ts';
import type { NavNode, PageEntry } from '../../src/model/site.ts';
import { navigation } from '../../src/project/navigation.ts';
import { pageSlug } from '../../src/project/page-slug.ts';
import { pageUrl } from '../../src/project/resolve-link.ts';
import { openSite } from './open-site.ts';

const PAGES = ['index.md', 'a.md', 'guides/index.md', 'guides/b.md', 'guides/c.md', 'list/d.md', 'includes/note.md'];

/** Navigation of de-de as lines: indentation, title, URL. `tocs`: by locale and folder. */
function lines(tocs: Record<string, string>, uids: Record<string, string> = {}, fallback: readonly string[] = []): string[] {
  const map = openSite(Object.fromEntries(PAGES.map((path) => [`de-de/${path}`, ''])));
  const pages = PAGES.map((path): PageEntry => ({
    locale: 'de-de', path, slug: pageSlug(path), url: pageUrl(map.config, 'de-de', pageSlug(path)), title: path, description: undefined, kind: fallback.includes(path) ? 'fallback' : 'own',
    provenance: undefined, stale: 0, version: undefined, date: undefined, robots: undefined, mdx: false,
  }));
  const of = (locale: string) => new Map(Object.entries(tocs).flatMap(([key, text]) => (key.startsWith(`${locale}:`) ? [[key.slice(locale.length + 1), parseToc(text).nodes] as const] : [])));
  const nodes = navigation({ config: map.config, locale: 'de-de', pages, tocs: of('de-de'), sourceTocs: of('en-us'), uids, sections: map.sections });
  const show = (items: readonly NavNode[], depth: number): string[] => items.flatMap((node) => [`${'  '.repeat(depth)}${node.title} ${node.url ?? '-'}`, ...show(node.items, depth + 1)]);
  return show(nodes, 0);
}

test.each<[string, Record<string, string>, string[]]>([
  ['derived from folders, includes hidden', {}, ['a.md /de-de/a/', 'guides/index.md /de-de/guides/', '  guides/b.md /de-de/guides/b/', '  guides/c.md /de-de/guides/c/', 'List /de-de/list/', '  list/d.md /de-de/list/d/']],
  ['localized', { 'de-de:': '- name: Eins\n  href: a.md' }, ['Eins /de-de/a/']],
  ['the source’s, with the titles of the pages', { 'en-us:': '- name: One\n  href: a.md' }, ['a.md /de-de/a/']],
  ['missing nodes from the source’s, at their place', { 'de-de:': '- name: Drei\n  href: guides/c.md', 'en-us:': '- name: One\n  href: a.md\n- name: Two\n  href: guides/b.md\n- name: Three\n  href: guides/c.md' }, ['a.md /de-de/a/', 'guides/b.md /de-de/guides/b/', 'Drei /de-de/guides/c/']],
  ['nested file', { 'de-de:': '- name: Hilfe\n  href: guides/toc.yml', 'de-de:guides/': '- name: B\n  href: b.md' }, ['Hilfe -', '  B /de-de/guides/b/']],
  ['nested file of the older form', { 'de-de:': '- name: Hilfe\n  href: guides/TOC.md', 'de-de:guides/': '- name: B\n  href: b.md' }, ['Hilfe -', '  B /de-de/guides/b/']],
  ['files that name each other', { 'de-de:': '- name: Hilfe\n  href: guides/toc.yml', 'de-de:guides/': '- name: B\n  href: b.md\n- name: Zurück\n  href: ../toc.yml' }, ['Hilfe -', '  B /de-de/guides/b/', '  Zurück -']],
  ['folder', { 'de-de:': '- name: Liste\n  href: list/' }, ['Liste /de-de/list/']],
  ['page that does not exist', { 'de-de:': '- name: Weg\n  href: gone.md\n- name: A\n  href: a.md' }, ['A /de-de/a/']],
  ['out of the content', { 'de-de:': '- name: Weg\n  href: ../../../etc/passwd\n- name: A\n  href: a.md' }, ['A /de-de/a/']],
  ['written otherwise', { 'de-de:guides/': '- href: B%2Emd\n- href: .\\c.md\n- href: b\n- href: ~/a.md\n- href: ~/c.md\n- href: ../list\n  name: Liste' }, ['a.md /de-de/a/', 'guides/index.md /de-de/guides/', '  guides/b.md /de-de/guides/b/', '  guides/c.md /de-de/guides/c/', '  guides/b.md /de-de/guides/b/', '  a.md /de-de/a/', '  guides/c.md /de-de/guides/c/', '  Liste /de-de/list/', 'List /de-de/list/', '  list/d.md /de-de/list/d/']],
  ['script', { 'de-de:': '- name: Weg\n  href: "javascript:alert(1)"\n- name: Weg\n  href: "java\\nscript:alert(1)"\n- name: A\n  href: a.md' }, ['A /de-de/a/']],
  ['other site', { 'de-de:': '- name: Außen\n  href: https://example.com/' }, ['Außen https://example.com/']],
  ['uid that every object has', { 'de-de:': '- name: A\n  href: a.md\n- name: X\n  uid: constructor' }, ['A /de-de/a/', 'X -']],
])('%s', (_, tocs, expected) => {
  expect(lines(tocs)).toEqual(expected);
});

test('a uid', () => {
  expect(lines({ 'de-de:': '- uid: my.uid\n  name: A' }, { 'my.uid': 'a.md' })).toEqual(['A /de-de/a/']);
});

test('a page without a translation keeps the source’s title', () => {
  expect(lines({ 'en-us:': '- name: One\n  href: a.md' }, {}, ['a.md'])).toEqual(['One /de-de/a/']);
});

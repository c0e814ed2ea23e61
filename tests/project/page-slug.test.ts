import { expect, test } from 'vitest';
import { pageSlug, pageSlugs } from '../../src/project/page-slug.ts';

test.each([
  ['index.md', ''],
  ['guides/index.mdx', 'guides/'],
  ['guides/Set up SPF.md', 'guides/set-up-spf/'],
  ['A&B (C).md', 'a-b-c/'],
  ['gui\u200Bde\uFEFF.md', 'guide/'],
  ['heart\uFE0F.md', 'heart/'],
  ["don't.md", 'dont/'],
  ['don’t.md', 'dont/'],
  ['Über uns.md', 'über-uns/'],
  ['U\u0308ber.md', 'über/'],
  ['設定/始める.md', '設定/始める/'],
  ['الدليل.md', 'الدليل/'],
  ['v2.1_notes.md', 'v2.1_notes/'],
  ['..md', 'page/'],
  ['../x.md', 'page/x/'],
  ['a/???.md', 'a/page/'],
  ['-a-.md', 'a/'],
  ['a.md/b.md', 'a.md/b/'],
  ['MIXED/Index.MD', 'mixed/'],
])('%s', (path, slug) => {
  expect(pageSlug(path)).toBe(slug);
});

test.each([
  ['no collision', ['a.md', 'b.md'], { 'a.md': 'a/', 'b.md': 'b/' }],
  ['letter case', ['setup.md', 'Setup.md'], { 'Setup.md': 'setup/', 'setup.md': 'setup-810117/' }],
  ['file and folder', ['a/index.md', 'a.md'], { 'a.md': 'a/', 'a/index.md': 'a-742e97/' }],
  ['two endings', ['a.mdx', 'a.md'], { 'a.md': 'a/', 'a.mdx': 'a-ba710f/' }],
  ['two homes', ['index.mdx', 'index.md'], { 'index.md': '', 'index.mdx': 'index-230861/' }],
  ['the address of the 404 page', ['404.md'], { '404.md': '404-ecd98a/' }],
  ['a name that is another one’s suffixed address', ['Setup.md', 'setup.md', 'setup-810117.md'], { 'Setup.md': 'setup/', 'setup-810117.md': 'setup-810117/', 'setup.md': 'setup-8101172/' }],
])('%s', (_, paths, expected) => {
  const { slugs } = pageSlugs(paths);
  expect(Object.fromEntries(slugs)).toEqual(expected);
  expect(new Set(slugs.values()).size).toBe(slugs.size);
  expect([...slugs.keys()]).toEqual([...slugs.keys()].sort());
});

test('an unrelated article moves no page', () => {
  const before = pageSlugs(['Setup.md', 'setup.md']).slugs;
  const after = pageSlugs(['Setup.md', 'setup.md', 'SETUP.md', 'zebra.md', 'a.md']).slugs;
  expect(after.get('setup.md')).toBe(before.get('setup.md'));
});

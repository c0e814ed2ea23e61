import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { missingTocTarget } from '../../src/project/missing-toc-target.ts';
import { openContent } from '../../src/project/open-content.ts';
import { joinReports } from '../../src/project/scan-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { readTocs } from '../../src/project/site-index.ts';
import { memoryHost } from './memory-host.ts';
import { openSite } from './open-site.ts';

const FILES = ['de-de/a.md', 'de-de/guides/B b.md', 'de-de/guides/index.md', 'de-de/page.mdx', 'de-de/list/d.md', 'de-de/data/e.yml', 'vi-vn/only.md', 'fr-fr/guide.pdf', 'de-de/docs/toc.yml', 'de-de/docs/x/y.md', 'de-de/set/docfx.json', 'de-de/set/in/toc.yml', 'de-de/tables/TOC.md'];

test.each<[string, string, boolean]>([
  ['toc.yml', 'a.md', false],
  ['toc.yml', 'A.MD?view=x#y', false],
  ['toc.yml', 'gone.md', true],
  ['toc.yml', 'guides/b%20b.md', false],
  ['toc.yml', 'guides\\b b', false],
  ['toc.yml', 'page.md', false],
  ['toc.yml', 'guides', false],
  ['toc.yml', 'list/', false],
  ['toc.yml', 'list/index.yml', false],
  ['toc.yml', 'lists/', true],
  ['toc.yml', 'lists/toc.yml', true],
  ['toc.yml', 'tables/toc.yml', false],
  ['toc.yml', 'data/e.yml', false],
  ['toc.yml', 'data/', false],
  ['toc.yml', 'data/f.yml', true],
  ['toc.yml', 'only.md', false],
  ['toc.yml', 'guide.pdf', false],
  ['toc.yml', './', false],
  ['toc.yml', 'toc.yml', false],
  ['toc.yml', 'index.yml', false],
  ['toc.yml', '../en-us/gone.md', false],
  ['toc.yml', '/gone', false],
  ['toc.yml', '~/gone.md', false],
  ['toc.yml', '?gone', false],
  ['toc.yml', '#gone', false],
  ['toc.yml', '//a.example/gone.md', false],
  ['toc.yml', 'xref:gone', false],
  ['toc.yml', '%gone.md', true],
  ['docs/toc.yml', 'x/y.md', false],
  ['docs/toc.yml', 'x/z.md', true],
  ['docs/toc.yml', '../other/z.md', false],
  ['set/in/toc.yml', '../z.md', true],
  ['set/in/toc.yml', '../../z.md', false],
])('%s: %s', (path, href, missing) => {
  const map = openSite(Object.fromEntries(FILES.map((file) => [file, ''])));
  expect(missingTocTarget(map)({ locale: 'de-de', path }, href)).toBe(missing);
});

test('a site of one language, some of whose folders are called like languages', () => {
  const map = openSite({ 'site.yml': 'sourceLocale: de-de\nlocales: [{ tag: de-de, dir: . }]\n', 'a.md': '', 'it/b.yml': '' });
  expect(['it/b.yml', 'it/', 'it/c.yml'].map((href) => missingTocTarget(map)({ locale: 'de-de', path: 'toc.yml' }, href))).toEqual([false, false, true]);
});

test('the finding says where the entry stands', () => {
  const host = memoryHost({ '/content/de-de/toc.yml': '- name: A\n  href: a.md\n- name: Weg\n  href: gone.md\n', '/content/de-de/a.md': 'A', '/content/de-de/more/TOC.md': '# [A](../a.md)\n\n# [Weg](gone.md)\n' });
  const map = openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const shard = createShard({ host, map, writeAsset: () => {} });
  const { findings } = joinReports([shard.scan(map.paths, false)], map, readTocs(host, map));
  expect(findings.flatMap(({ rule, file, line, column }) => (rule === 'toc-target-missing' ? [`${file}:${line}:${column}`] : []))).toEqual(['de-de/more/TOC.md:3:1', 'de-de/toc.yml:4:9']);
});

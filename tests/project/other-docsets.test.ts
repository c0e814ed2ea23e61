import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { createShard } from '../../src/project/shard.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { pair } from '../ingest/pair.ts';
import { memoryHost } from './memory-host.ts';
import { openContent } from '../../src/project/open-content.ts';

/** Content as other document sets have it, read and ready to render. */
function open(files: Readonly<Record<string, string>>) {
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/content/${path}`, text])));
  const map = openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const shard = createShard({ host, map, writeAsset: () => {} });
  const { pages, findings } = shard.scan(map.paths, true);
  const index = siteIndex(map, pages, readTocs(host, map));
  shard.setIndex(index);
  return { index, findings, html: async (path: string) => (await shard.pages(path, 'de-de'))[0]?.articleHtml ?? '' };
}

test('names of an interface that the site does not have, and names of products that are included from elsewhere', async () => {
  const { html } = open({ 'de-de/a.md': `${pair('102', 'Nutzt <xref:Lib.Box%601.Load%2A?displayProperty=nameWithType> in [!INCLUDE[prodName](../inc/p.md)].', 'Uses <xref:Lib.Box%601.Load%2A?displayProperty=nameWithType> in [!INCLUDE[prodName](../inc/p.md)].')}\n` });
  const page = await html('a.md');
  expect(page).toContain('Nutzt <code>Lib.Box.Load</code> in <code class="missing" title="Ein Teil dieses Artikels wurde nicht gefunden." data-ui>prodName</code>.');
  expect(page).toContain('Uses <code>Lib.Box.Load</code> in <code class="missing"');
});

test('an original that is empty has no control to show it', async () => {
  const { html, findings } = open({ 'de-de/a.md': `${pair('102', '<a name="top"> </a>', '')}\n` });
  expect(await html('a.md')).not.toMatch(/data-side="source"|class="k"/);
  expect(findings.map(({ rule }) => rule)).not.toContain('empty-segment');
});

test('code of a file that was made a pair', async () => {
  const { html } = open({ 'de-de/a.md': `${pair('102', 'Siehe:', 'See:')}\n\n${pair('103', '[!code-cs[Haupt&#1;](a.cs#1)]', '[!code-cs[Main#1](a.cs#1)]')}\n`, 'de-de/a.cs': '// <1>\nint x;\n// </1>\n' });
  const page = await html('a.md');
  expect(page).toMatch(/<pre[^>]*><code[^>]*>(?:<[^>]*>)*int(?:<[^>]*>)* x;/);
  expect(page).not.toContain('[!code');
});

test('a TOC.md is the navigation and no article', () => {
  const { index, findings } = open({ 'docs.de-de/TOC.md': '# [Eins](a.md)\n# Mehr\n## [Zwei](more\\b.md)\n', 'docs.de-de/a.md': '# A\n', 'docs.de-de/more/b.md': '# B\n' });
  expect(index.navigation['de-de']).toMatchObject([{ title: 'Eins', url: '/de-de/a/' }, { title: 'Mehr', items: [{ title: 'Zwei', url: '/de-de/more/b/' }] }]);
  expect(index.pages['de-de']?.map(({ path }) => path)).toEqual(['a.md', 'more/b.md']);
  expect(findings.filter(({ path }) => path === 'TOC.md')).toEqual([]);
});

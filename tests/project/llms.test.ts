import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { llmsFiles } from '../../src/project/llms.ts';
import { openContent } from '../../src/project/open-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { siteLookup } from '../../src/project/site-lookup.ts';
import { memoryHost } from './memory-host.ts';

test('titles and descriptions are text, whatever Markdown would make of them', () => {
  const article = (title: string, description: string): string => `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\nText\n`;
  const host = memoryHost({
    '/content/site.yml': 'title: "Hilfe [1] *neu* #"\ndescription: "1. <script> lesen"\nsourceLocale: de-de\nlocales: [de-de]\n',
    '/content/de-de/toc.yml': '- name: "<b>Fett</b> ##"\n  items:\n  - name: X\n    href: a.md\n',
    '/content/de-de/a.md': article('List<T> & [a](b) &amp;lt;', 'Siehe [dort](/gone/), `Code`\nund <img src=x>.'),
    '/content/de-de/b.md': article('C:\\', '- _x_'),
  });
  const map = openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: checks.map(({ id }) => id) });
  const { pages } = createShard({ host, map, writeAsset: () => {} }).scan(map.paths, true);
  const files = llmsFiles(siteLookup(siteIndex(map, pages, readTocs(host, map))));
  expect(files.map(({ text }) => text)).toMatchInlineSnapshot(`
    [
      "# Hilfe \\[1\\] \\*neu\\* \\#

    > 1\\. &lt;script> lesen

    ## Sprache

    - [Deutsch](/de-de/llms.txt): Hilfe \\[1\\] \\*neu\\* # (de-DE)
    ",
      "# Hilfe \\[1\\] \\*neu\\* \\#

    > 1\\. &lt;script> lesen

    ## &lt;b>Fett&lt;/b> \\##

    - [List&lt;T> & \\[a\\](b) &amp;lt;](/de-de/a/): Siehe \\[dort\\](/gone/), \\\`Code\\\` und &lt;img src=x>.

    ## Artikel

    - [C:\\\\](/de-de/b/): - \\_x\\_
    ",
    ]
  `);
});

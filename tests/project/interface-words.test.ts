import { expect, test } from 'vitest';
import { openContent } from '../../src/project/open-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { pair } from '../ingest/pair.ts';
import { memoryHost } from './memory-host.ts';

const ARTICLE = [
  `> [!TIP]\n> ${pair('102', 'Een.', 'One.')}`,
  `| a |\n|---|\n| b <br/> [!NOTE] ${pair('103', 'Twee.', 'Two.')} |`,
  '> [!VIDEO https://a.example/v]',
  '<p><iframe src="https://a.example/w"></iframe></p>',
  pair('104', 'Drie [!VIDEO https://a.example/x] vier.', 'Three [!VIDEO https://a.example/x] four.'),
  '[!INCLUDE [part](../inc/p.md)]',
  `${pair('105', 'In [!INCLUDE[name](../inc/n.md)].', 'In [!INCLUDE[name](../inc/n.md)].')}`,
  '[!code-js[](a.js)]',
  '::: moniker range="app-2"\n\nx\n\n::: moniker-end',
].join('\n\n');

/** The elements with interface words in an article of a language, each with its words. */
async function interfaceWords(locale: string): Promise<string[]> {
  const host = memoryHost({ [`/content/${locale}/a.md`]: `${ARTICLE}\n` });
  const map = openContent(host, { root: '/content', configFile: undefined, base: undefined, locales: [], checkIds: [] });
  const shard = createShard({ host, map, writeAsset: () => {} });
  const { pages } = shard.scan(map.paths, true);
  shard.setIndex(siteIndex(map, pages, readTocs(host, map)));
  const html = (await shard.pages('a.md', locale))[0]?.articleHtml ?? '';
  return [...new Set([...html.matchAll(/<(?!input)[a-z]+[^>]* data-ui[^>]*>[^<]*/g)].map(([element]) => element))];
}

test('interface words in an article say that they are in another language', async () => {
  expect(await interfaceWords('nl-nl')).toEqual([
    '<p class="alert-title" data-ui="" lang="en" dir="ltr">Tip',
    '<strong class="alert-title" data-ui="" lang="en" dir="ltr">Note',
    '<span data-ui="" lang="en" dir="ltr">Watch the video',
    '<span class="missing" data-ui lang="en" dir="ltr">A part of this article could not be found.',
    // What a title says has no language of its own; the label is the author's.
    '<code class="missing" title="A part of this article could not be found." data-ui>name',
    '<span class="missing" data-ui lang="en" dir="ltr">This code sample could not be found.',
    '<p class="range-name" data-ui="">app-2',
  ]);
});

test('and nothing where they are in the language of the page', async () => {
  const words = await interfaceWords('de-de');
  expect(words.length).toBe(7);
  expect(words.join('')).not.toMatch(/ (?:lang|dir)=/);
});

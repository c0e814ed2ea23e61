import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { MarkdownCache } from '../../src/markdown/markdown-cache.ts';
import type { PageEntry } from '../../src/model/site.ts';
import type { BodyText } from '../../src/project/article-body.ts';
import { searchRecord } from '../../src/project/search-records.ts';
import { placeOfWord } from '../../src/text/search-places.ts';

const pair = (target: string, source: string, ordinal: number): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;

const LOCALE = { tag: 'de-DE', id: 'de-de', dir: 'ltr', script: 'Latn', label: 'Deutsch', folder: 'de-de' } as const;
const ENTRY: PageEntry = {
  locale: 'de-de', path: 'a.md', slug: 'a/', url: '/de-de/a/', title: 'Post & "Brief"', description: undefined, kind: 'own', provenance: undefined, stale: 0, version: undefined, date: undefined, robots: undefined, mdx: false,
};

/** What the record says, line by line: `[id]` is a place, `n(` and `)` stand around a heading that weighs n times as much. */
function recorded(text: string, { headings = [], included, side = 'target', cache = new MarkdownCache() }: { readonly headings?: readonly string[]; readonly included?: string; readonly side?: BodyText['side']; readonly cache?: MarkdownCache } = {}): readonly string[] {
  const textOf = (path: string, written: string): BodyText => ({ article: ingest({ locale: 'de-de', path, file: `de-de/${path}`, text: written }), side, covers: () => [] });
  const record = searchRecord(ENTRY, textOf('a.md', text), { cache, locale: LOCALE, parts: 1, headings, include: () => (included === undefined ? undefined : textOf('b.md', included)), words: () => new Set() });
  return record.text
    .replace(/^___PAGEFIND_WEIGHT___1\.05 /, '')
    .replace(/\uE007\S*/g, (word) => `[${placeOfWord(word) ?? ''}]`)
    .replace(/ *___PAGEFIND_WEIGHT___([\d.]+) */g, (_, weight: string) => `${Math.floor(Number(weight) * 24 / 25)}(`)
    .replace(/ *___END_PAGEFIND_WEIGHT___ */g, ')\n')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');
}

test('sentences have their places, headings their ids, and each block a line of its own', () => {
  const text = `# ${pair('Anfang', 'Start', 101)}\n\n${pair('Eins.', 'One.', 102)} ${pair('Zwei.', 'Two.', 103)}\n\n## ${pair('Mehr', 'More', 104)}\n\n- ${pair('Drei', 'Three', 105)}\n- ${pair('Vier', 'Four', 106)}\n\n### ${pair('Ende', 'End', 107)}\n`;
  expect(recorded(text, { headings: ['start', 'more', 'own-id'] })).toEqual([
    '7(Post & "Brief".)', '[start]7([s101] Anfang.)', '[s102] Eins. [s103] Zwei.', '[more]6([s104] Mehr.)', '[s105] Drei', '[s106] Vier', '[own-id]5([s107] Ende.)',
  ]);
});

test('both sides of a text are read from the same skeleton', () => {
  const cache = new MarkdownCache();
  const text = `${pair('Eins.', 'One.', 101)}\n\n${pair('Zwei.', 'Two.', 102)}\n`;
  expect(recorded(text, { cache })).toEqual(['7(Post & "Brief".)', '[s101] Eins.', '[s102] Zwei.']);
  expect(recorded(text, { cache, side: 'source' })).toEqual(['7(Post & "Brief".)', '[s101] One.', '[s102] Two.']);
});

test('signs of HTML are words, tags and what they say of themselves are none', () => {
  const text = `${pair('Tippe `a < b` &amp; &lt;c&gt;.', 'Type.', 101)} ![${pair('Ein Bild', 'A picture', 102)}](x.png "Titel > Text")\n\n\`\`\`html\n<p class="x">&amp;</p>\n\`\`\`\n\nDies <kbd>F1</kbd> & das.\n`;
  expect(recorded(text)).toEqual(['7(Post & "Brief".)', '[s101] Tippe a < b & <c>.', '<p class="x">&amp;</p>', 'Dies F1 & das.']);
});

test('an author cannot write marks', () => {
  const text = `${pair('Ein\uE001s9\uE002 \uE007\uE173.', 'One.', 101)}\n\n\uE0041x\uE005y\uE0061 \uE0070\uE007\n\n    \uE0072\uE007\n`;
  expect(recorded(text)).toEqual(['7(Post & "Brief".)', '[s101] Ein\uFFFDs9\uFFFD \uFFFD\uE173.', '\uFFFD1x\uFFFDy\uFFFD1 \uFFFD0\uFFFD', '\uFFFD2\uFFFD']);
});

test('what is included has no places of its own', () => {
  const included = `## ${pair('Innen', 'Inside', 101)}\n\n${pair('Satz.', 'Sentence.', 102)}\n`;
  expect(recorded(`${pair('Vorher.', 'Before.', 101)}\n\n[!INCLUDE [b](b.md)]\n\n${pair('Nachher.', 'After.', 102)}\n`, { included })).toEqual(['7(Post & "Brief".)', '[s101] Vorher.', '6(Innen.)', 'Satz.', '[s102] Nachher.']);
});

test('a first heading that says the title again is left out', () => {
  expect(recorded(`# ${pair('Post &amp; "Brief"', 'Mail', 101)}\n\n${pair('Eins.', 'One.', 102)}\n`, { headings: ['mail'] })).toEqual(['7(Post & "Brief".)', '[s102] Eins.']);
});

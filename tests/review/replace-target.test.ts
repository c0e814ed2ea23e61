import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { MarkdownCache } from '../../src/markdown/markdown-cache.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Article } from '../../src/model/article.ts';
import type { SegmentContext } from '../../src/model/markup.ts';
import { replaceTargets, type TargetPlace } from '../../src/review/replace-target.ts';
import { plainMarkdown } from '../../src/text/plain-markdown.ts';
import { corpusFolder } from '../support/corpus.ts';

const MARKDOWN: SegmentContext = { syntax: 'markdown', inLink: false, flow: false };
const INLINE: TargetPlace = { context: MARKDOWN, blockStart: false };
const BLOCK: TargetPlace = { context: MARKDOWN, blockStart: true };
const CELL: TargetPlace = { context: { ...MARKDOWN, cell: true }, blockStart: false };

function article(body: string): Article {
  return ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text: `---\ntitle: A\n---\n${body}` });
}

/** One change, with the text that the file gets. */
function replaceTarget(before: Article, index: number, markdown: string, place: TargetPlace, read = ingest) {
  const { text, results } = replaceTargets(before, [{ index, markdown, place }], read);
  return { ...results[0], text };
}

const pair = (target: string, source: string, ordinal = '102'): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;

describe('a target in its place', () => {
  test.each([
    ['as it is', 'Alt.', 'Neu.', INLINE, 'Neu.'],
    ['line end', 'Alt.', 'Neu\n  und', INLINE, 'Neu und'],
    ['end of a span', 'Alt.', 'a</span>b', INLINE, 'a&lt;/span>b'],
    ['span', 'Alt.', 'a <span data-ttu-id="0-1">b', INLINE, 'a &lt;span data-ttu-id="0-1">b'],
    ['bar in a cell', 'Alt.', 'a|b \\| c \\\\| d', CELL, 'a\\|b \\| c \\\\\\| d'],
    ['bar elsewhere', 'Alt.', 'a|b', INLINE, 'a|b'],
    ['number at the start of a block', 'Alt.', '1. Neu', BLOCK, '1\\. Neu'],
    ['heading at the start of a block', 'Alt.', '# Neu', BLOCK, '\\# Neu'],
    ['quote at the start of a block', 'Alt.', '> Neu', BLOCK, '\\> Neu'],
    ['code block', 'Alt.', '     Neu', BLOCK, 'Neu'],
    ['element at the start of a block', 'Alt.', '<div>Neu', BLOCK, '&lt;div>Neu'],
    ['number in the middle', 'Alt.', '1. Neu', INLINE, '1. Neu'],
  ])('%s', (_, old, typed, place, expected) => {
    const before = article(`Text ${pair(old, 'Old.')} more ${pair('B', 'B', '103')}\n`);
    const result = replaceTarget(before, 0, typed, place, ingest);
    expect(result).toMatchObject({ kind: 'replaced', target: expected });
    expect(result.text).toBe(before.text.replace(`>${old}<`, () => `>${expected}<`));
  });

  test('a number stays one where the source has one', () => {
    expect(replaceTarget(article(pair('1. Alt', '1. Old')), 0, '1. Neu', BLOCK, ingest)).toMatchObject({ kind: 'replaced', target: '1. Neu' });
  });

  test('an empty target is refused', () => {
    expect(replaceTarget(article(pair('A', 'A')), 0, ' \n ', INLINE)).toMatchObject({ kind: 'refused', reason: 'empty' });
  });

  test('what the file would be read as other segments with is refused', () => {
    const before = article(`${pair('A', 'A')} ${pair('B', 'B', '103')}`);
    expect(replaceTarget(before, 0, 'C', INLINE, (file) => ({ ...ingest(file), segments: [] }))).toEqual({ kind: 'refused', reason: 'breaks-pairs', text: before.text });
  });

  test('many changes are made at once; one that cannot be made does not stop the others', () => {
    const before = article(`${pair('A', 'A')} ${pair('B', 'B', '103')} ${pair('C', 'C', '104')}\n`);
    const read: typeof ingest = (file) => (file.text.includes('BAD') ? { ...ingest(file), segments: [] } : ingest(file));
    const { text, results } = replaceTargets(before, [{ index: 0, markdown: 'a</span>', place: INLINE }, { index: 1, markdown: 'BAD', place: INLINE }, { index: 2, markdown: 'C', place: INLINE }, { index: 7, markdown: 'x', place: INLINE }], read);
    expect(results.map((result) => ('reason' in result ? result.reason : result.kind))).toEqual(['replaced', 'breaks-pairs', 'unchanged', 'gone']);
    expect(text).toBe(before.text.replace('>A</span><span c', '>a&lt;/span></span><span c'));
  });

  test('a byte order mark, CRLF and everything else of the file stay', () => {
    const text = `\uFEFF---\r\ntitle: A\r\n---\r\n\r\n${pair('Alt', 'Old')}\r\n\u0000 end without line end`;
    const before = ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text });
    const result = replaceTarget(before, 0, 'Neu', INLINE, ingest);
    expect(result.text).toBe(text.replace('>Alt<', '>Neu<'));
  });
});

/** Typed by a person who knows no Markdown, or who wants to break the file. */
const typed = fc
  .array(fc.oneof(fc.constantFrom('</span>', '<span>', '*', '**', '`', '``', '[l](u)', '\\', '&amp;', '&', '|', '\n', '1. ', '# ', '> ', '- ', '\u200F', '\u202E', '👩‍💻', '~~~', '<div>', '<!--', '-->', '{{', ' ', 'x', 'ä', '日本'), fc.string({ unit: 'grapheme', maxLength: 5 })), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

function tryEdits(articles: readonly Article[], runs: number): { replaced: number; refused: number } {
  const cache = new MarkdownCache();
  const counts = { replaced: 0, refused: 0 };
  fc.assert(
    fc.property(fc.nat(), fc.nat(), typed, (which, at, words) => {
      const before = articles[which % articles.length];
      if (!before || before.segments.length === 0) return;
      const index = at % before.segments.length;
      const segment = before.segments[index];
      const context = contextOf(cache, before, index);
      if (!segment || context?.syntax !== 'markdown') return;
      const line = words.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ');
      const markdown = plainMarkdown([line], (raw) => inlineText(raw).plain === line && inlineText(raw).tokens.every(({ kind }) => kind === 'text' || kind === 'escape' || kind === 'entity'));
      expect(markdown, JSON.stringify(line)).toBeDefined();
      const result = replaceTarget(before, index, markdown ?? '', { context, blockStart: /(?:^|\n)[\s>\-*+\d.]*$/.test(before.text.slice(0, segment.start)) }, ingest);
      counts.refused += Number('reason' in result);
      if (!('target' in result)) return;
      counts.replaced += 1;
      expect(result.text.slice(0, segment.targetRange.start)).toBe(before.text.slice(0, segment.targetRange.start));
      expect(result.text.slice(result.edit.start + result.target.length)).toBe(before.text.slice(segment.targetRange.end));
      const after = ingest({ ...before, text: result.text });
      expect(after.segments.map(({ ordinal, source, target }) => [ordinal, source, target])).toEqual(before.segments.map((each, n) => [each.ordinal, each.source, n === index ? result.target : each.target]));
      // The page shows what was typed.
      const shown = cache.inline(result.target, context, '').plain;
      expect(shown.trim().replace(/\s+/g, ' ')).toBe(line.trim().replace(/\s+/g, ' '));
    }),
    { numRuns: runs },
  );
  return counts;
}

function contextOf(cache: MarkdownCache, { skeleton }: Article, index: number): SegmentContext | undefined {
  for (const part of cache.skeleton(skeleton).parts) if (typeof part !== 'string' && part.kind === 'segment' && part.index === index) return part.context;
  return undefined;
}

test('hostile texts in an article with every kind of block change one range and read as typed', () => {
  const everything = article(
    `# ${pair('Titel', 'Title')}\n\n${pair('Erster **Satz**.', 'First **sentence**.', '103')} ${pair('Zweiter `x`.', 'Second `x`.', '104')}\n\n1. ${pair('Punkt', 'Item', '105')}\n   > ${pair('Zitat', 'Quote', '106')}\n\n| ${pair('A', 'A', '107')} | ${pair('B', 'B', '108')} |\n| --- | --- |\n| ${pair('C', 'C', '109')} | ${pair('D', 'D', '110')} |\n\n\`\`\`\ncode\n\`\`\`\n\n${pair('Ende', 'End', '111')}\n`,
  );
  const { replaced, refused } = tryEdits([everything], 1500);
  expect(replaced).toBeGreaterThan(1000);
  expect(refused).toBeLessThan(replaced / 20);
});

const corpus = corpusFolder('alchemy');
describe.skipIf(!existsSync(corpus))(existsSync(corpus) ? 'the corpus' : `the corpus (skipped: ${corpus} is absent; set INTERLINEAR_CORPUS)`, () => {
  test('takes 10,000 hostile edits', () => {
    const articles = ['vi-vn', 'ar-sa', 'ja-jp', 'de-de'].flatMap((locale) =>
      globSync('**/*.md', { cwd: join(corpus, locale) }).sort().filter((_, at) => at % 40 === 0).map((path) => ingest({ locale, path, file: `${locale}/${path}`, text: readFileSync(join(corpus, locale, path), 'utf8') })));
    const { replaced, refused } = tryEdits(articles, 10_000);
    expect(replaced).toBeGreaterThan(9_000);
    expect(refused).toBeLessThan(500);
  }, 300_000);
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { MarkdownCache } from '../../src/markdown/markdown-cache.ts';
import type { Article } from '../../src/model/article.ts';
import type { DeskEdit } from '../../src/model/desk.ts';
import type { InlineText } from '../../src/model/inline.ts';
import { readEdit } from '../../src/project/desk-edit.ts';
import { segmentReaders } from '../../src/project/segment-readers.ts';
import { targetPlaces } from '../../src/project/target-places.ts';
import { replaceTargets } from '../../src/review/replace-target.ts';
import { corpusFolder } from '../support/corpus.ts';
import { LONG_RUN } from '../support/long-run.ts';

type Piece = Extract<DeskEdit, { kind: 'pieces' }>['pieces'][number];

const HOSTILE = ['</span>', '<span>', '*', '**', '`', '``', '[l](u)', '\\', '&amp;', '&', '|', '\n', '1. ', '# ', '> ', '- ', '\u200F', '\u202E', '👩‍💻', '~~~', '<div>', '<b>', '<!--', '-->', '{{', '</td>', ' ', 'x', 'ä', '日本', 'https://example.com/', '](', '![', '_a_'];
const typed = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 4 }).map((parts) => parts.join(''));

/** The target as the desk edits it: codes as they are, words as strings. A pair without content is one code. */
function piecesOf({ tokens }: InlineText): Piece[] {
  return tokens.flatMap((token, index): Piece[] => {
    if ('text' in token && token.kind !== 'break') return [token.text];
    const before = tokens[index - 1];
    if (token.kind === 'close' && before?.kind === 'open' && before.pair === token.pair) return [];
    return [{ side: 'target', token: index }];
  });
}

/** Whether two pieces belong to one pair of codes that may not be torn apart. */
function isWhole(piece: Piece | undefined, { tokens }: InlineText): boolean {
  if (piece === undefined || typeof piece === 'string') return true;
  const token = tokens[piece.token];
  const next = tokens[piece.token + 1];
  return token?.kind !== 'open' && token?.kind !== 'close' ? true : token.kind === 'open' && next?.kind === 'close' && next.pair === token.pair;
}

interface Counts {
  saved: number;
  refused: number;
  moved: number;
}

/** Random edits by pieces: a whole code moves, words are put in and taken out. */
function tryEdits(articles: readonly Article[], runs: number): Counts {
  const cache = new MarkdownCache();
  const inlineText = cache.text.bind(cache);
  const counts: Counts = { saved: 0, refused: 0, moved: 0 };
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), typed, (which, at, from, to, words) => {
      const article = articles[which % articles.length];
      const segment = article?.segments[at % Math.max(1, article.segments.length)];
      if (!article || !segment || segment.repaired !== undefined) return;
      const place = targetPlaces(article, cache.skeleton(article.skeleton))(segment.index);
      const reader = segmentReaders(article, inlineText, cache.skeleton.bind(cache))(segment.index);
      const target = reader(segment.target);
      const pieces = piecesOf(target);
      const moving = pieces.flatMap((piece, index) => (typeof piece !== 'string' && isWhole(piece, target) ? [index] : []));
      const chosen = moving[from % Math.max(1, moving.length)];
      if (chosen !== undefined) {
        const [code] = pieces.splice(chosen, 1);
        if (code !== undefined) pieces.splice(to % (pieces.length + 1), 0, code);
        counts.moved += 1;
      }
      pieces.splice(from % (pieces.length + 1), 0, words);
      const rebuilt = readEdit(reader(segment.source), target, { kind: 'pieces', pieces }, reader);
      if (rebuilt.kind !== 'changed') {
        counts.refused += Number(rebuilt.kind === 'refused');
        return;
      }
      const { text, results } = replaceTargets(article, [{ index: segment.index, markdown: rebuilt.text, place }], ingest);
      const [result] = results;
      if (result?.kind !== 'replaced') {
        counts.refused += Number(result?.kind === 'refused');
        expect(text).toBe(article.text);
        return;
      }
      counts.saved += 1;
      expect(text).toBe(article.text.slice(0, segment.targetRange.start) + result.target + article.text.slice(segment.targetRange.end));
      const after = ingest({ ...article, text });
      expect(after.skeleton).toBe(article.skeleton);
      expect(after.segments.map(({ ordinal, source, target: own }) => [ordinal, source, own])).toEqual(article.segments.map((each) => [each.ordinal, each.source, each.index === segment.index ? result.target : each.target]));
      // What is read again has the words as typed and the codes as they were. In a cell, `\|` is a bar.
      const written = place.context.cell ? result.target.replace(/\\([\\|])/g, (escaped, character) => (character === '|' ? '|' : escaped)) : result.target;
      expect(shapeOf(piecesOf(reader(written)), reader(written))).toBe(shapeOf(pieces, target));
    }),
    // Alone it reads as the start of code, in which nothing is markup.
    { numRuns: runs, examples: [[0, 1, 0, 0, '~~~_a_👩‍💻']] },
  );
  return counts;
}

/** Words and codes in a row, blanks folded. */
function shapeOf(pieces: readonly Piece[], { raw, tokens }: InlineText): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const token = tokens[piece.token];
      if (!token || token.kind === 'break') return ' ';
      const next = tokens[piece.token + 1];
      const end = token.kind === 'open' && next?.kind === 'close' && next.pair === token.pair ? next.end : token.end;
      return `\0${raw.slice(token.start, end).replaceAll('\\|', '|')}\0`;
    })
    .join('')
    .replaceAll('\0\0', '\0')
    .replace(/\s+/g, ' ')
    .trim();
}

const pair = (target: string, source: string, ordinal: number): string =>
  `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;

test('codes move and words are typed in every kind of block: one range changes, and reads as it was meant', () => {
  const body = [
    `# ${pair('Titel', 'Title', 102)}`,
    `${pair('Der **fette** [Link](https://example.com/ "T").', 'The **bold** [link](https://example.com/ "T").', 103)} ${pair('Zweiter `x` &amp; <br> \\* ![a](b.png).', 'Second `x` &amp; <br> \\* ![a](b.png).', 104)}`,
    `1. ${pair('Punkt *eins*', 'Item *one*', 105)}\n   > ${pair('Zitat', 'Quote', 106)}`,
    `| ${pair('A `a`', 'A `a`', 107)} | ${pair('**B**', '**B**', 108)} |\n| --- | --- |\n| ${pair('C', 'C', 109)} | ${pair('D [d](e)', 'D [d](e)', 110)} |`,
    `<table><tr><td>${pair('Eins <b>zwei</b> &lt;', 'One <b>two</b> &lt;', 111)}</td><td>${pair('*kein* Markdown', '*no* Markdown', 112)}</td></tr></table>`,
    `![${pair('Bild', 'Picture', 113)}](c.png)`,
    pair('Ende', 'End', 114),
  ].join('\n\n');
  const files = [body, body.replaceAll('\n', '\r\n')].map((text) => ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text: `---\ntitle: A\n---\n${text}\n` }));
  const { saved, refused, moved } = tryEdits(files, 2000);
  expect(saved).toBeGreaterThan(1200);
  expect(moved).toBeGreaterThan(200);
  expect(refused).toBeLessThan(saved / 5);
});

const corpus = corpusFolder('alchemy');
const RUNS = LONG_RUN ? 10_000 : 2_500;
describe.skipIf(!existsSync(corpus))(existsSync(corpus) ? 'the corpus' : `the corpus (skipped: ${corpus} is absent; set INTERLINEAR_CORPUS)`, () => {
  test(`takes ${RUNS} edits by pieces`, () => {
    const articles = ['vi-vn', 'ar-sa', 'ja-jp', 'de-de'].flatMap((locale) =>
      globSync('**/*.md', { cwd: join(corpus, locale) }).sort().filter((_, at) => at % 60 === 0).map((path) => ingest({ locale, path, file: `${locale}/${path}`, text: readFileSync(join(corpus, locale, path), 'utf8') })));
    const { saved, refused } = tryEdits(articles, RUNS);
    expect(saved).toBeGreaterThan(RUNS * 0.7);
    expect(refused).toBeLessThan(RUNS * 0.15);
  }, 300_000);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Article } from '../../src/model/article.ts';
import type { TextEdit } from '../../src/model/finding.ts';
import { sameMarkup } from '../../src/project/same-markup.ts';
import { applyEdits, type Applied } from '../../src/review/apply-edits.ts';
import { expandPairs } from '../checks/expand-pairs.ts';

const read = (text: string): Article => ingest({ locale: 'de-de', path: 'a.md', file: 'de-de/a.md', text });
const apply = (text: string, edits: readonly TextEdit[]): Applied => applyEdits(read(text), edits, { ingest, sameMarkup: (before, after) => sameMarkup(before, after, inlineText) });

/** An edit that puts `text` in place of `old`, in the first target that has it. */
function edit(file: string, old: string, text: string): TextEdit {
  const segment = read(file).segments.find(({ target }) => target.includes(old));
  if (!segment) throw new Error(`No target has ${old}`);
  const start = segment.targetRange.start + segment.target.indexOf(old);
  return { start, end: start + old.length, text };
}

describe('what is changed', () => {
  test.each([
    ['one target', '⟦Eins , zwei⟧⟪One, two⟫', [[' ,', ',']], '⟦Eins, zwei⟧⟪One, two⟫'],
    ['two places of one target', '⟦Eins , zwei .⟧⟪One, two.⟫', [[' .', '.'], [' ,', ',']], '⟦Eins, zwei.⟧⟪One, two.⟫'],
    ['two targets, the rest as it is', '\uFEFF# ⟦Eins .⟧⟪One .⟫\r\n\r\n- ⟦Zwei .⟧⟪Two .⟫\t\r\n', [['Eins .', 'Eins.'], ['Zwei .', 'Zwei.']], '\uFEFF# ⟦Eins.⟧⟪One .⟫\r\n\r\n- ⟦Zwei.⟧⟪Two .⟫\t\r\n'],
    ['right to left, beside a link', '⟦انظر [هنا](x.md) ، ثم⟧⟪See [here](x.md), then⟫', [[' ،', '،']], '⟦انظر [هنا](x.md)، ثم⟧⟪See [here](x.md), then⟫'],
    ['something put in', '⟦Oui!⟧⟪Yes!⟫', [['!', '\u202F!']], '⟦Oui\u202F!⟧⟪Yes!⟫'],
  ])('%s', (_, before, edits, after) => {
    const file = expandPairs(before);
    expect(apply(file, edits.map(([old = '', text = '']) => edit(file, old, text)))).toMatchObject({ text: expandPairs(after) });
  });
});

describe('what is refused', () => {
  test.each([
    ['the source', '⟦Eins⟧⟪One⟫', 'One', '1', 'outside'],
    ['the skeleton', '# ⟦Eins⟧⟪One⟫', '# ', '## ', 'outside'],
    ['the tag of a pair', '⟦Eins⟧⟪One⟫', 'Eins</span>', 'Eins', 'outside'],
    ['more than a target', '⟦Eins⟧⟪One⟫ ⟦Zwei⟧⟪Two⟫', 'Eins</span><span class="sxs-lookup"><span data-stu-id="0a1b2-102">One</span></span> <span data-ttu-id="0a1b2-103">Zwei', 'x', 'outside'],
    ['a tag that would end the pair', '⟦Eins⟧⟪One⟫', 'Eins', 'Eins</span>', 'structure'],
    ['a pair inside the pair', '⟦Eins⟧⟪One⟫', 'Eins', '<span data-ttu-id="0a1b2-109">x</span>', 'structure'],
    ['a list mark', '⟦1 . Schritt⟧⟪1 . Step⟫', ' .', '.', 'markup'],
    ['bold words', '⟦**Eins** zwei⟧⟪**One** two⟫', '**Eins**', 'Eins', 'markup'],
    ['a link target', '⟦[Eins](a.md)⟧⟪[One](a.md)⟫', 'a.md', 'b.md', 'markup'],
    ['code', '⟦`eins  zwei`⟧⟪`one`⟫', '  ', ' ', 'markup'],
    ['a line end', '⟦eins zwei⟧⟪one⟫', 'eins zwei', 'eins\nzwei', 'markup'],
    ['a bar, which a table would take', '⟦eins zwei⟧⟪one⟫', 'eins zwei', 'eins|zwei', 'markup'],
    ['half of a character', '⟦eins😀⟧⟪one⟫', '\uDE00', '', 'not-text'],
  ])('%s', (_, before, old, text, refused) => {
    const file = expandPairs(before);
    const start = file.indexOf(old);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(apply(file, [{ start, end: start + old.length, text }])).toEqual({ refused });
  });

  test.each([
    ['edits of the same text', 'abc', 'b', 'bc'],
    ['two at the same place', 'abc', 'b', 'b'],
  ])('%s', (_, target, first, second) => {
    const file = expandPairs(`⟦${target}⟧⟪x⟫`);
    expect(apply(file, [edit(file, first, '1'), edit(file, second, '2')])).toEqual({ refused: 'overlap' });
  });
});

const HOSTILE = fc.string({ unit: fc.constantFrom('a', ' ', '  ', ' .', ',', '*', '**', '_', '`', '[', '](x)', '<b>', '</b>', '</span>', '<span data-ttu-id="0a1b2-103">', '\\', '&amp;', '\n', '\r\n', '|', '#', '1. ', '- ', '،', 'ש', '字', '😀', '\uD83D', '\u202E', '\uFEFF', '\0'), maxLength: 12 });
const FILE = fc.array(fc.tuple(fc.constantFrom('', '# ', '- ', '| ', '> ', '```\n', '\r\n\r\n', 'text '), HOSTILE, HOSTILE), { minLength: 1, maxLength: 5 }).map((parts) => parts.map(([lead, target, source], index) => `${lead}<span data-ttu-id="0a1b2-${102 + index}">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${102 + index}">${source}</span></span>\n`).join(''));

test('whatever is edited, an accepted file differs in the edited targets and nowhere else', () => {
  let accepted = 0;
  fc.assert(
    fc.property(FILE, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.oneof(HOSTILE, fc.constantFrom('', ' ', 'a', '،', '\u00A0'))), { minLength: 1, maxLength: 4 }), (text, wishes) => {
      const article = read(text);
      const edits = wishes.flatMap(([which, from, length, replacement]) => {
        const segment = article.segments[which % Math.max(1, article.segments.length)];
        if (!segment) return [];
        const start = segment.targetRange.start + (from % (segment.target.length + 1));
        return [{ start, end: Math.min(segment.targetRange.end, start + (length % 4)), text: replacement }];
      });
      const applied = apply(text, edits);
      if (!('text' in applied)) return;
      accepted++;
      const after = read(applied.text);
      expect(after.skeleton).toBe(article.skeleton);
      expect(after.segments.map(({ ordinal, source, sourceId }) => [ordinal, source, sourceId])).toEqual(article.segments.map(({ ordinal, source, sourceId }) => [ordinal, source, sourceId]));
      const outside = ({ text: whole, segments }: Article): string[] => [0, ...segments.map(({ targetRange }) => targetRange.end)].map((start, index) => whole.slice(start, segments[index]?.targetRange.start));
      expect(outside(after)).toEqual(outside(article));
      const codes = (one: Article): unknown[] => one.segments.map(({ target }) => inlineText(target).tokens.flatMap((token) => (token.kind === 'text' ? [] : [{ ...token, start: 0, end: 0 }])));
      expect(codes(after)).toEqual(codes(article));
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(accepted).toBeGreaterThan(40);
});

test('many edits of a large file take time with its size only', () => {
  const file = expandPairs('⟦a .⟧⟪a.⟫ '.repeat(4_000));
  const edits = read(file).segments.map(({ targetRange }) => ({ start: targetRange.start + 1, end: targetRange.start + 2, text: '' }));
  expect(apply(file, edits)).toMatchObject({ text: file.replaceAll('">a .<', '">a.<') });
});

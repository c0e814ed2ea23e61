import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeRanges } from '../../src/text/code-ranges.ts';
import { findReferences } from '../../src/text/find-references.ts';

const found = (text: string): string[] => findReferences(text, codeRanges(text)).map(({ kind, form, url }) => `${kind} ${form} ${url}`);

describe('what points elsewhere', () => {
  test.each([
    ['[a](b.md)', ['link inline b.md']],
    ['[a](b.md "t") and [c](<d e.md> \'t\')', ['link inline b.md', 'link inline d e.md']],
    ['[a](b_(c).md)', ['link inline b_(c).md']],
    ['[a](  b.md\n  "t"  )', ['link inline b.md']],
    ['[a [b] c](d.md)', ['link inline d.md']],
    ['![a](b.png)', ['image inline b.png']],
    ['[![a](b.png)](c.md)', ['image inline b.png', 'link inline c.md']],
    ['[日本語](ガイド.md#節)', ['link inline ガイド.md#節']],
    ['[a](b.md?x=1&amp;y=2)', ['link inline b.md?x=1&y=2']],
    ['[a](b\\_c.md)', ['link inline b_c.md']],
    ['[a]: b.md\n[c]: <d.md> "t"', ['link definition b.md', 'link definition d.md']],
    ['<a class="x" href="b.md">c</a>', ['link html b.md']],
    ["<img alt='x' src='b.png'/>", ['image html b.png']],
    ['<IMG SRC=b.png>', ['image html b.png']],
    [':::image type="content" source="b.png" alt-text="c":::', ['image html b.png']],
    ['| :::image source="b.png"::: |', ['image html b.png']],
    ['[!INCLUDE [a](b.md)]', ['include inline b.md']],
    ['[!include[a](b.md)]', ['include inline b.md']],
    ['[!code-csharp[a](b.cs#c)]', ['code inline b.cs#c']],
    ['[!code[a](b.cs)]', ['code inline b.cs']],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('what only looks like it', () => {
  test.each([
    ['`[a](b.md)`'],
    ['```\n[a](b.md)\n```'],
    ['\\[a](b.md)'],
    ['[a\\](b.md)'],
    ['a](b.md)'],
    ['[a] (b.md)'],
    ['[a](b c.md)'],
    ['[a](b.md "t)'],
    ['[a](b(c.md)'],
    ['[a]()'],
    ['[^1]: note'],
    ['[Note]: these are words'],
    ['x [a]: b.md'],
    ['<!-- [a](b.md) -->'],
    ['<abbr href="b.md">'],
    ['<a name="b"></a>'],
    ['<a href="b.md"'],
    [':::imagesource="b.png":::'],
  ])('%j', (text) => expect(found(text)).toEqual([]));
});

test('offsets are those of the address and of the text in brackets', () => {
  const text = 'See ![the **map**](<a b.png> "t").';
  const [image] = findReferences(text, []);
  expect(text.slice(image?.start, image?.end)).toBe('a b.png');
  expect(text.slice(image?.labelStart, image?.labelEnd)).toBe('the **map**');
});

test('hidden ranges are passed over, brackets around them are kept', () => {
  const text = '[a[x](y.md)](b.md)';
  expect(findReferences(text, [{ start: 2, end: 11 }]).map(({ url }) => url)).toEqual(['b.md']);
});

test.each([
  ['brackets', '['],
  ['closed brackets', '[]('],
  ['images', '![a]('],
  ['destinations without end', '[](a'],
  ['parentheses', '[]((((('],
  ['titles without end', '[](a "'],
  ['titles in parentheses', '[](a ('],
  ['tags without end', '<a b="'],
  ['attributes', '<a b '],
  ['comments without end', '<!--'],
  ['directives', ':::image a="'],
  ['definitions', '\n[a]: '],
  ['directive links', '[!include['],
])('is linear in %s', (_, piece) => {
  expect(findReferences(piece.repeat(1_000_000 / piece.length), [])).toBeInstanceOf(Array);
});

test('any text is read, and every address lies where it says', () => {
  const piece = fc.constantFrom('[', ']', '(', ')', '<', '>', '!', '\\', '"', "'", ' ', '\n', 'a', 'href=', '<a ', '<img ', 'src=', ':::image ', '`', '](b)', ':');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, labelStart, labelEnd } of findReferences(text, codeRanges(text))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toContain('\n');
        expect(labelEnd).toBeGreaterThanOrEqual(labelStart);
        last = start;
      }
    }),
  );
});

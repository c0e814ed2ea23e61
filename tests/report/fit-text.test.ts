import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLine, fitText } from '../../src/report/fit-text.ts';
import { displayWidth } from '../../src/text/display-width.ts';

describe('a line around its marker', () => {
  test.each([
    ['abcdef', 2, 4, 20, ['ab', 'cd', 'ef']],
    ['abcdef', 3, 3, 20, ['abc', '', 'def']],
    ['', 0, 0, 20, ['', '', '']],
    ['日本語x', 1, 2, 20, ['日', '本', '語x']],
    ['a\tb\u200Bc', 2, 3, 20, ['a  ', 'b', '‹U+200B›c']],
    [`${'a'.repeat(50)}XY${'b'.repeat(50)}`, 50, 52, 12, ['…aa', 'XY', 'bbbbbb…']],
    [`${'あ'.repeat(50)}XY${'い'.repeat(50)}`, 50, 52, 12, ['…あ', 'XY', 'いいい…']],
    ['abcdefghijklmnopqrst', 18, 20, 12, ['…klmnopqr', 'st', '']],
    ['abcdefghijklmnopqrst', 0, 20, 12, ['', 'abcdefghij', '…']],
  ])('%j %i-%i in %i', (line, start, end, width, [before, marked, after]) => {
    expect(fitLine(line, start, end, width)).toEqual({ before, marked, after });
  });

  test('fits, shows the marked text, and holds nothing that moves the cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(100), fc.nat(20), (line, start, length) => {
        const { before, marked, after } = fitLine(line, Math.min(start, line.length), Math.min(start + length, line.length), 40);
        expect(displayWidth(before) + displayWidth(marked) + displayWidth(after)).toBeLessThanOrEqual(42);
        expect(before + marked + after).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 40 },
    );
  });

  test('does not read a line of 50 MB', () => {
    const { before, marked, after } = fitLine('a'.repeat(50_000_000), 25_000_000, 50_000_000, 20);
    expect(before.length + marked.length + after.length).toBe(20);
  });
});

test('the beginning of a text, on one line', () => {
  expect(fitText('\n  One.\n\nTwo.', 40)).toBe('↵ One. ↵ Two.');
  expect(fitText('abcdefghijklmnop', 10)).toBe('abcdefgh…');
});

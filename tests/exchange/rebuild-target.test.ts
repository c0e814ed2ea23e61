import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeUnit } from '../../src/exchange/coded-side.ts';
import { rebuildTarget, type Rebuilt } from '../../src/exchange/rebuild-target.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { ExchangeUnit, ReturnedPiece } from '../../src/model/exchange.ts';
import { unit } from './unit.ts';

/** `⟦1⟧` opens code 1, `⟦/1⟧` closes it, `⟦2/⟧` stands for itself. */
function coded(text: string): { kind: 'coded'; pieces: ReturnedPiece[] } {
  return {
    kind: 'coded',
    pieces: text.split(/(⟦[^⟧]*⟧)/).filter((part) => part !== '').map((part): ReturnedPiece => {
      const code = /^⟦(\/?)(.*?)(\/?)⟧$/.exec(part);
      return code ? { kind: code[1] ? 'end' : code[3] ? 'place' : 'start', id: code[2] ?? '' } : part;
    }),
  };
}

function rebuild(sent: ExchangeUnit, target: string, source?: string): Rebuilt {
  return rebuildTarget(sent, { target: coded(target), source: source === undefined ? undefined : coded(source) }, { inlineText });
}

test.each([
  ['text changed around codes', 'Choose **File**.', 'Wähle **Datei**.', 'Bitte ⟦1⟧Datei⟦/1⟧ wählen.', 'Bitte **Datei** wählen.'],
  ['codes in another order', '`a` and `b`', '`a` und `b`', '⟦2/⟧ und ⟦1/⟧', '`b` und `a`'],
  ['typed characters read as typed', 'a', 'b', '*b* `c` [d](e) <f>', '\\*b\\* \\`c\\` \\[d\\](e) &lt;f>'],
  ['typed entity', 'a', 'b', 'b &amp; c', 'b &amp;amp; c'],
  ['lone ampersand', 'a', 'b', 'b & c', 'b & c'],
  ['typed end of a pair', 'a', 'b', 'b</span>', 'b&lt;/span>'],
  ['typed line end', 'a', 'b', 'b\n   c', 'b c'],
  ['bold lost', '**a** b', '**c** d', 'c d', 'c d'],
])('%s', (_, source, target, returned, expected) => {
  expect(rebuild(unit(source, target), returned)).toMatchObject({ kind: 'changed', text: expected });
});

test.each([
  ['link lost', '[a](b)', '[c](b)', 'c', 'lost-code'],
  ['code lost', '`a`', '`a`', 'x', 'lost-code'],
  ['bold lost and its marks left as text', '**a** b', '**c** d', '**c d', 'leftover-markup'],
  ['code that nobody sent', 'a', 'b', '⟦9/⟧', 'unknown-code'],
  ['pair torn apart', '**a**', '**b**', '⟦1⟧b', 'broken-pair'],
  ['pairs crossed', '**a** *b*', '**c** *d*', '⟦1⟧c⟦2⟧d⟦/1⟧⟦/2⟧', 'broken-pair'],
  ['bold that Markdown cannot close', '**a** b', '**あ** b', '⟦1⟧あ。⟦/1⟧い', 'not-as-typed'],
])('%s is refused', (_, source, target, returned, reason) => {
  expect(rebuild(unit(source, target), returned)).toMatchObject({ kind: 'refused', reason });
});

test('codes that a tool has numbered anew are found through the source', () => {
  expect(rebuild(unit('**a** `b`', '**c** `b`'), '⟦x2/⟧ ⟦x1⟧neu⟦/x1⟧', '⟦x1⟧a⟦/x1⟧ ⟦x2/⟧')).toEqual({ kind: 'changed', text: '`b` **neu**' });
});

test('white space of a tool that indents is no change', () => {
  expect(rebuild(unit('a b', 'c **d** e'), '\n   c ⟦1⟧d⟦/1⟧\n   e\n')).toEqual({ kind: 'unchanged', note: 'white-space' });
});

test('a target that came back as its source is not taken for a translation, unless the user insists', () => {
  const sent = unit('Choose **File**.', 'Wähle **Datei**.');
  expect(rebuild(sent, 'Choose ⟦1⟧File⟦/1⟧.')).toEqual({ kind: 'untranslated' });
  expect(rebuildTarget(sent, { target: coded('Choose ⟦1⟧File⟦/1⟧.'), source: undefined }, { inlineText, acceptSource: true })).toEqual({ kind: 'changed', text: 'Choose **File**.' });
});

test('Markdown from a tool without codes is taken when it has the same codes', () => {
  const sent = unit('Choose **File** in `x`.', 'Wähle **Datei** in `x`.');
  expect(rebuild(sent, 'Bitte **Datei** in `x` wählen.')).toEqual({ kind: 'changed', text: 'Bitte **Datei** in `x` wählen.' });
});

test('what was escaped once reads as typed when it comes back again', () => {
  expect(rebuild(unit('a', 'b \\*c\\*'), 'b *c*')).toEqual({ kind: 'unchanged' });
  expect(rebuild(unit('a', 'b \\*c\\*'), 'd *c*')).toEqual({ kind: 'changed', text: 'd \\*c\\*' });
});

test.each([
  ['Neu **fett**', { kind: 'changed', text: 'Neu **fett**' }],
  ['Neu\nfett', { kind: 'changed', text: 'Neu fett', note: 'lost-emphasis' }],
  ['Neu **fett** [x](javascript:alert(1))', { kind: 'refused', reason: 'new-code' }],
  ['Neu **fett** <script>', { kind: 'refused', reason: 'new-code' }],
])('raw Markdown %s', (text, expected) => {
  expect(rebuildTarget(unit('New **bold**', 'Alt **fett**'), { target: { kind: 'raw', text }, source: undefined }, { inlineText })).toMatchObject(expected);
});

test('whatever is typed between codes reads back as typed, or is refused', () => {
  const sent = unit('A **b** `c` [d](e) f', 'G **h** `c` [i](e) j');
  const hostile = fc.array(fc.oneof(fc.constantFrom('*', '**', '_', '`', '[', ']', '](x)', '<b>', '</span>', '\\', '&amp;', '&', '\u200F', '👩‍💻', '~~', '。', 'x', ' ', '!'), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 5 }).map((parts) => parts.join(''));
  let taken = 0;
  fc.assert(
    fc.property(hostile, hostile, hostile, (a, b, c) => {
      const typed = coded(`${a.replaceAll(/[⟦⟧]/g, '')}⟦1⟧${b.replaceAll(/[⟦⟧]/g, '')}⟦/1⟧ ⟦2/⟧ ⟦3⟧i⟦/3⟧${c.replaceAll(/[⟦⟧]/g, '')}`);
      const result = rebuildTarget(sent, { target: typed, source: undefined }, { inlineText });
      if (result.kind !== 'changed') return;
      taken += 1;
      const { plain } = inlineText(result.text);
      const expected = typed.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.kind === 'place' ? 'c' : '')).join('').replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
      expect(plain).toBe(expected);
      const codes = codeUnit(inlineText(result.text), inlineText('')).source.filter((piece) => typeof piece !== 'string' && (piece.kind === 'start' || piece.type === 'code'));
      expect(codes).toHaveLength(3);
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(500);
});

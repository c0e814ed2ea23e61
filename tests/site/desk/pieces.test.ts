import { describe, expect, test } from 'vitest';
import { MarkdownCache } from '../../../src/markdown/markdown-cache.ts';
import type { DeskSide } from '../../../src/model/desk.ts';
import { draftText, editOf, isSameDraft, missingChips, piecesOf, slice, spansOf, withCodesOf, type Piece } from '../../../src/site/desk/pieces.ts';

const cache = new MarkdownCache();

function side(raw: string): DeskSide {
  return { raw, hash: raw, tokens: cache.text(raw).tokens };
}

function shown(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.kind === 'close' ? '/' : ''}${piece.label}}`)).join('');
}

test.each([
  ['plain', 'plain'],
  ['a **b** c', 'a {b}b{/b} c'],
  ['[x](/a) and [y](/b)', '{link1}x{/link1} and {link2}y{/link2}'],
  ['`a*b` <br> \\* &amp;', '{a*b} {<br>} * &'],
  ['<https://example.com/>', '{https://example.com/}'],
])('%s is shown as %s', (raw, expected) => {
  expect(shown(piecesOf(side(raw), 'target'))).toBe(expected);
});

test('the spans of a side stand without gaps', () => {
  const raw = 'a **b *c*** `d` &amp; \\* [e](/f) <br>g';
  expect(spansOf(side(raw), 'target').map(({ start, end }) => raw.slice(start, end)).join('')).toBe(raw);
});

test('codes are sent by side and token, text as typed', () => {
  expect(editOf({ kind: 'pieces', pieces: piecesOf(side('a **b**'), 'target') })).toEqual({ kind: 'pieces', pieces: ['a ', { side: 'target', token: 1 }, 'b', { side: 'target', token: 3 }] });
});

describe('missing codes', () => {
  const row = { source: side('See [help](/en) in `x`'), target: side('Siehe [Hilfe](/de)') };

  test('what the stored target had and what only the source has, in this order', () => {
    expect(missingChips(['Siehe'], row).map(({ native }) => native)).toEqual(['[', '](/de)', '`x`']);
  });

  test('a link with an address of its own stands for the one of the source', () => {
    expect(missingChips(piecesOf(row.target, 'target'), row).map(({ native }) => native)).toEqual(['`x`']);
  });
});

test('pieces of another text take the codes of the row, or are refused', () => {
  const row = { source: side('Open **it**'), target: side('Öffnen') };
  const pieces = withCodesOf(piecesOf(side('**Es** öffnen'), 'target'), row);
  expect(pieces && editOf({ kind: 'pieces', pieces })).toEqual({ kind: 'pieces', pieces: [{ side: 'source', token: 1 }, 'Es', { side: 'source', token: 3 }, ' öffnen'] });
  expect(withCodesOf(piecesOf(side('`x`'), 'target'), row)).toBeUndefined();
});

test('pieces are cut where a code counts as one character', () => {
  const pieces = piecesOf(side('ab`c`de'), 'target');
  expect(shown(slice(pieces, 1, 4))).toBe('b{c}d');
  expect(draftText({ kind: 'pieces', pieces: [...slice(pieces, 0, 2), ...slice(pieces, 2)] })).toBe('ab`c`de');
  expect(isSameDraft({ kind: 'pieces', pieces: ['a', 'b', ...slice(pieces, 2)] }, { kind: 'pieces', pieces })).toBe(true);
});

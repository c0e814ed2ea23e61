import type { InlineText, InlineToken } from '../model/inline.ts';
import { blockMarker } from '../text/block-marker.ts';

/**
 * Whether two texts of one target are read as the same markup: the same pairs, codes and line ends in the same order, the
 * same bars, and the same kind of block where they begin one.
 */
export function sameMarkup(before: string, after: string, inlineText: (raw: string) => InlineText): boolean {
  if (blockMarker(before) !== blockMarker(after) || marksOf(before) !== marksOf(after)) return false;
  const [old, now] = [before, after].map((raw) => inlineText(raw).tokens.filter(isMarkup));
  return old !== undefined && now !== undefined && old.length === now.length && old.every((token, index) => isSame(token, now[index]));
}

/** Line ends and bars, which a table or a list may take for its own. */
function marksOf(text: string): string {
  return (text.match(/[\r\n|]/g) ?? []).join('');
}

function isMarkup({ kind }: InlineToken): boolean {
  return kind !== 'text';
}

function isSame(a: InlineToken, b: InlineToken | undefined): boolean {
  return b !== undefined && JSON.stringify({ ...a, start: 0, end: 0 }) === JSON.stringify({ ...b, start: 0, end: 0 });
}

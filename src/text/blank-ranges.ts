/**
 * A text of the same length in which the ranges (half-open, ascending, not overlapping; UTF-16 code units) are blanked,
 * so that offsets found in it are offsets of the original. Filled with U+0000, which starts no Markdown
 * construct, where a space could make an indented code block of what follows.
 * blankRanges('a<b>c', [{ start: 1, end: 4 }]) // => 'a\0\0\0c'
 */
export function blankRanges(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), '\0'.repeat(end - from));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

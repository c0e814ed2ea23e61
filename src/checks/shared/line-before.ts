/** UTF-16 code units. */
const REACH = 400;

/**
 * Text between the start of the line and an offset, or undefined when the line starts too far back to tell:
 * what is looked at is bounded, so that a line of 50 MB with a million pairs stays linear.
 */
export function lineBefore(text: string, offset: number): string | undefined {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return lineStart === 0 && from > 0 ? undefined : before.slice(lineStart);
}

/** True when nothing but indentation, quote and list markers stands before: what follows may open a block. */
export function isBlockStart(before: string | undefined): boolean {
  return before !== undefined && /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)*$/.test(before);
}

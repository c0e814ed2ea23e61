import type { Article, Segment } from '../model/article.ts';

/**
 * The file again, from its pieces: what stands between the pairs as it was, and every pair from its ids and halves.
 * Byte for byte the file that was ingested. With changed targets in `segments`, only these stretches differ:
 * serialise({ ...article, segments }) writes an edit back.
 */
export function serialise(article: Article): string {
  const { text, segments } = article;
  const pieces: string[] = [];
  let at = 0;
  for (const segment of segments) {
    pieces.push(text.slice(at, segment.start), pairText(segment, text));
    at = segment.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function pairText(segment: Segment, text: string): string {
  const { start, end, targetRange, sourceRange, target, source } = segment;
  const id = segment.prefix === '' ? segment.ordinal : `${segment.prefix}-${segment.ordinal}`;
  const [open, between] = [`<span data-ttu-id="${id}">`, `</span><span class="sxs-lookup"><span data-stu-id="${segment.sourceId}">`];
  // Other spellings of the tags (`&quot;`, a line break between two of them) are longer than the tags themselves.
  const asWritten = targetRange.start - start > open.length || sourceRange.start - targetRange.end > between.length || end - sourceRange.end > CLOSE.length;
  return asWritten
    ? text.slice(start, targetRange.start) + target + text.slice(targetRange.end, sourceRange.start) + source + text.slice(sourceRange.end, end)
    : open + target + between + source + CLOSE;
}

const CLOSE = '</span></span>';

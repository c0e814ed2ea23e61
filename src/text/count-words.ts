/** Markup of Markdown and HTML that is no word of the text. */
const MARKUP = /<[^<>]{0,2000}>|\]\([^()\s]{0,2000}\)?|&[a-z]{1,30};|&#\w{1,8};/gi;

/**
 * Counts the words of inline Markdown or of a Markdown body, as the language tells them apart. `words`: an
 * Intl.Segmenter of granularity `word`. countWords('See **the** [page](a.md).', …) // => 3
 */
export function countWords(text: string, words: Intl.Segmenter): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text.replace(MARKUP, ' '))) if (isWordLike) count += 1;
  return count;
}

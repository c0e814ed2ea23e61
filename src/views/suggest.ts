import type { SentenceLinks } from './article-page.ts';
import { html, type Html } from './html.ts';

/** Attributes of the article that its scripts read; see {@link SentenceLinks}. */
export function sentenceAttributes(sentences: SentenceLinks | undefined): Html | undefined {
  if (sentences === undefined) return undefined;
  const { version, lines, editPattern, suggestPattern } = sentences;
  return html` data-version="${version}"${lines !== undefined && html` data-lines="${lines}"`}${editPattern !== undefined && html` data-edit="${editPattern}"`}${suggestPattern !== undefined && html` data-suggest="${suggestPattern}"`}`;
}

import type { Article } from '../model/article.ts';
import { metadataText } from '../text/metadata-text.ts';
import { fileNameWords } from './file-name-words.ts';
import { headingTitle } from './heading-title.ts';

/**
 * The title of the article that a bitext was translated from, plain text, never empty: the source of `title`, which is in
 * few files (FORMAT.md §3), else the first level-one heading with the sources, else the words of the file's name.
 */
export function sourceTitle(article: Article): string {
  return metadataText(article.frontmatter.sources?.['title']) || headingTitle(article, (segment) => segment.source) || fileNameWords(article.path);
}

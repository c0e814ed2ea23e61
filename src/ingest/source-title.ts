import type { Article } from '../model/article.ts';
import { fileNameWords } from './file-name-words.ts';
import { headingTitle } from './heading-title.ts';

/**
 * The title of the article that a bitext was translated from, plain text, never empty: its first level-one
 * heading with the sources, else the words of the file's name. The source of `title` is not in the file (FORMAT.md §3).
 */
export function sourceTitle(article: Article): string {
  return headingTitle(article, (segment) => segment.source) || fileNameWords(article.path);
}

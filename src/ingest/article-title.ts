import type { Article } from '../model/article.ts';
import { metadataText } from '../text/metadata-text.ts';
import { fileNameWords } from './file-name-words.ts';
import { headingTitle } from './heading-title.ts';

/**
 * The title of an article in its own language, plain text, never empty: `title` of the frontmatter,
 * else the first level-one heading with its targets, else the words of the file's name.
 */
export function articleTitle(article: Article): string {
  return metadataText(article.frontmatter.data['title']) || headingTitle(article) || fileNameWords(article.path);
}

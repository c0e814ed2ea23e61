import type { Article } from '../model/article.ts';
import { fileNameWords } from './file-name-words.ts';
import { headingTitle } from './heading-title.ts';

/**
 * The title of an article in its own language, plain text, never empty: `title` of the frontmatter,
 * else the first level-one heading with its targets, else the words of the file's name.
 */
export function articleTitle(article: Article): string {
  const { title } = article.frontmatter.data;
  const written = typeof title === 'number' ? String(title) : typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : '';
  return written || headingTitle(article, (segment) => segment.target) || fileNameWords(article.path);
}

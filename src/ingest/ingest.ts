import type { Article, SourceFile } from '../model/article.ts';
import { readFrontmatter } from './frontmatter.ts';
import { tokenise } from './tokenise.ts';

/**
 * Takes one file apart: frontmatter, skeleton, bitext. Never throws on content; trouble is in
 * `frontmatter.problem`, `damage` and `repaired` for the checks to report.
 * Loses nothing: serialise(ingest(file)) === file.text.
 */
export function ingest(file: SourceFile): Article {
  const { locale, path, text } = file;
  const { frontmatter, bodyStart } = readFrontmatter(text);
  const { segments, damage, skeleton } = tokenise(text, bodyStart);
  return {
    locale,
    path,
    file: file.file,
    format: path.toLowerCase().endsWith('.mdx') ? 'mdx' : 'md',
    text,
    frontmatter,
    bodyStart,
    skeleton,
    segments,
    damage,
  };
}

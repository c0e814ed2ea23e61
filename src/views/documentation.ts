import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { trusted, type Html } from './html.ts';

const processor = unified().use(remarkParse).use(remarkRehype).use(rehypeSanitize).use(rehypeStringify).freeze();

/** Markdown of our own documentation as HTML. Not for articles, which are compiled once and filled. */
export function documentation(markdown: string): Html {
  return trusted(String(processor.processSync(markdown)));
}

import { isMap, isScalar, parseDocument, Scalar, stringify } from 'yaml';
import type { Article, SourceFile } from '../model/article.ts';
import type { TextEdit } from '../model/finding.ts';

/**
 * The edit that gives a key of the frontmatter another text, in the same quoting where that holds it; offsets into the
 * file. Undefined when the key has no text of its own or the result would be read as something else.
 */
export function replaceScalar(article: Article, key: string, value: string, ingest: (file: SourceFile) => Article): TextEdit | undefined {
  const { frontmatter, text, locale, path, file } = article;
  if (frontmatter.state !== 'valid') return undefined;
  const written = text.slice(frontmatter.start, frontmatter.end);
  const from = /^\uFEFF?---[^\n]*\n/.exec(written)?.[0].length ?? 0;
  const until = written.lastIndexOf('\n---');
  const document = parseDocument(written.slice(from, until === -1 ? undefined : until), { schema: 'core' });
  const pair = isMap(document.contents) ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const scalar = pair?.value;
  if (document.errors.length > 0 || !isScalar(scalar) || typeof scalar.value !== 'string' || !scalar.range) return undefined;
  const [start, end] = scalar.range;
  const edit = { start: frontmatter.start + from + start, end: frontmatter.start + from + end, text: quoted(value.replace(/\s*[\r\n]+\s*/g, ' '), scalar.type) };
  const after = ingest({ locale, path, file, text: text.slice(0, edit.start) + edit.text + text.slice(edit.end) });
  const same = after.skeleton === article.skeleton && after.frontmatter.state === 'valid' && Object.keys(after.frontmatter.data).join('\n') === Object.keys(frontmatter.data).join('\n') && after.frontmatter.data[key] === value.replace(/\s*[\r\n]+\s*/g, ' ');
  return same ? edit : undefined;
}

function quoted(value: string, type: Scalar['type']): string {
  const style = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE ? type : Scalar.PLAIN;
  return stringify(value, { defaultStringType: style, lineWidth: 0 }).trimEnd();
}

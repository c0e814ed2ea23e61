import { isMap, isScalar, parseDocument } from 'yaml';
import type { Article, SourceFile } from '../model/article.ts';
import type { TextEdit } from '../model/finding.ts';
import { oneLine, yamlSpellings } from './yaml-scalar.ts';

/**
 * The edit that gives a key of the frontmatter another text, in the same quoting where that holds it; offsets into the
 * file. Of a value that is written as a pair the target is replaced. Undefined when the key has no text of its own or
 * the result would be read as something else.
 */
export function replaceScalar(article: Article, key: string, value: string, ingest: (file: SourceFile) => Article): TextEdit | undefined {
  const { frontmatter, text, locale, path, file } = article;
  if (frontmatter.state !== 'valid') return undefined;
  const written = text.slice(frontmatter.start, frontmatter.end);
  const from = /^\uFEFF?---[^\r\n]*(?:\r\n|\r|\n)/.exec(written)?.[0].length ?? 0;
  const until = Math.max(written.lastIndexOf('\n---'), written.lastIndexOf('\r---'));
  const document = parseDocument(written.slice(from, until === -1 ? undefined : until), { schema: 'core' });
  const pair = isMap(document.contents) ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const scalar = pair?.value;
  if (document.errors.length > 0 || !isScalar(scalar) || typeof scalar.value !== 'string' || !scalar.range) return undefined;
  const [start, end] = scalar.range;
  const wanted = oneLine(value);
  const current = frontmatter.data[key];
  const inPair = frontmatter.sources?.[key] !== undefined && typeof current === 'string';
  const whole = inPair ? scalar.value.replace(`>${current}<`, () => `>${wanted}<`) : wanted;
  const others = ({ data, sources }: Article['frontmatter']): string => JSON.stringify([{ ...data, [key]: '' }, sources]);
  const before = others(frontmatter);
  for (const spelling of yamlSpellings(whole, scalar)) {
    const edit = { start: frontmatter.start + from + start, end: frontmatter.start + from + end, text: spelling };
    const after = ingest({ locale, path, file, text: text.slice(0, edit.start) + edit.text + text.slice(edit.end) });
    if (after.skeleton === article.skeleton && after.frontmatter.state === 'valid' && after.frontmatter.data[key] === wanted && others(after.frontmatter) === before) return edit;
  }
  return undefined;
}

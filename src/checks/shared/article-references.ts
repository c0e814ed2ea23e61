import type { Article } from '../../model/article.ts';
import { codeRanges, mayHoldCode } from '../../text/code-ranges.ts';
import type { Reference } from '../../text/find-references.ts';
import { findReferences } from '../../text/find-references.ts';
import { hiddenRanges, targetText } from './article-text.ts';

/** What a translation points to, outside code; the source halves of its pairs are not looked at. Offsets into `article.text`. */
export function articleReferences(article: Article): Reference[] {
  const { text } = article;
  if (!MARKS.some((mark) => text.includes(mark, article.bodyStart))) return [];
  if (!mayHoldCode(text)) return findReferences(text, hiddenRanges(article));
  const visible = targetText(article);
  return findReferences(visible, codeRanges(visible));
}

/** Without one of these, nothing points anywhere. Ordered by frequency. */
const MARKS = ['](', 'src', 'href', ']:', ':::', 'SRC', 'HREF'];

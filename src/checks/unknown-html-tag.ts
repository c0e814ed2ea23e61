import type { Article } from '../model/article.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { isHtmlElement } from '../text/html-elements.ts';
import { readAttributes } from '../text/read-attributes.ts';
import type { Hit } from './define-check.ts';
import { defineCheck } from './define-check.ts';
import { outsideText } from './shared/article-text.ts';
import { excerpt } from './shared/excerpt.ts';
import { lineBefore } from './shared/line-before.ts';

type Args = { readonly tag: string; readonly count: number };

export default defineCheck<Args>({
  id: 'unknown-html-tag',
  category: 'structure',
  scope: 'article',
  severity: 'info',
  summary: 'Every tag is one that HTML knows.',
  why: 'A placeholder such as `<app>` looks like a tag: browsers and most tools swallow it, and the reader misses a word. This site shows it as text.',
  whatToDo: 'Write a placeholder as `\\<app\\>` or `` `<app>` ``, in the original too; correct a mistyped tag.',
  message: ({ tag, count }) => `\`<${tag}>\` is no HTML tag${count > 1 ? ` (${count} times in this article, first here)` : ''}; it is shown as text. Write a placeholder as \`\\<${tag}\\>\` or as code.`,
  examples: [
    { name: 'tags of HTML', content: 'Text<br/>\n\n⟦Drücken Sie <kbd>F1</kbd>.⟧⟪Press <kbd>F1</kbd>.⟫', expected: [] },
    { name: 'escaped, in code, an address', content: '⟦\\<app\\> `<app>` <https://a.example> <xref:b.c>⟧⟪\\<app\\>⟫', expected: [] },
    { name: 'not a tag at all', content: '⟦a <b und c <7⟧⟪a <b and c <7⟫', expected: [] },
    { name: 'an indented code block', content: '⟦Schreiben Sie:⟧⟪Write:⟫\n\n    git clone <repo>', expected: [] },
    { name: 'a placeholder, twice', content: '⟦Starten Sie <app>, dann <app>.⟧⟪Start <app>, then <app>.⟫', expected: [{ tag: 'app', count: 2 }] },
    { name: 'outside the pairs', content: '| <Role Name> | ⟦Rolle⟧⟪Role⟫ |', expected: [{ tag: 'Role Name', count: 1 }] },
  ],
  *run({ article }) {
    if (article.format === 'mdx') return;
    const byTag = new Map<string, Hit<Args>>();
    for (const { tag, ...place } of unknownTags(article)) {
      const first = byTag.get(tag.toLowerCase());
      byTag.set(tag.toLowerCase(), first ? { ...first, args: { ...first.args, count: first.args.count + 1 } } : { ...place, args: { tag, count: 1 } });
    }
    yield* byTag.values();
  },
});

interface UnknownTag {
  /** What stands between the angle brackets. */
  readonly tag: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly segment?: string;
}

function* unknownTags(article: Article): Iterable<UnknownTag> {
  if (mayHoldUnknown(article.skeleton)) yield* tagsOf(outsideText(article), 0).filter(({ at }) => !isIndentedCode(article.text, at.start));
  for (const { target, targetRange, ordinal } of article.segments) {
    if (!target.includes('<') || !mayHoldUnknown(target)) continue;
    for (const found of tagsOf(target, targetRange.start)) yield { ...found, segment: ordinal };
  }
}

/** A name and what must follow it; addresses (`<https:`, `<a@b`) do not match. */
const TAG = /<\/?([a-z][a-z\d-]*)(?=[\s/>])/gi;

/** As TAG, without the tags that almost all are. */
const RARE_TAG = /<\/?(?!(?:a|br|img|span|p|b|i|em|strong|sub|sup|table|thead|tbody|tr|td|th|ul|ol|li|div|code|pre)[\s/>])[a-z][a-z\d-]*[\s/>]/i;

function mayHoldUnknown(text: string): boolean {
  if (!RARE_TAG.test(text)) return false;
  for (const [, name = ''] of text.matchAll(TAG)) if (!isHtmlElement(name)) return true;
  return false;
}

/** Tags in the sense of CommonMark §6.6, outside code. What is no complete tag is text for every reader. */
function tagsOf(text: string, offset: number): UnknownTag[] {
  const code = codeRanges(text);
  let next = 0;
  const found: UnknownTag[] = [];
  for (const match of text.matchAll(TAG)) {
    const [whole, name = ''] = match;
    while ((code[next]?.end ?? Infinity) <= match.index) next++;
    if (isHtmlElement(name) || (code[next]?.start ?? Infinity) <= match.index || whole.startsWith('</') || isEscaped(text, match.index)) continue;
    const attributes = readAttributes(text, match.index + whole.length, '>');
    if (attributes) found.push({ tag: excerpt(text.slice(match.index + 1, Math.min(attributes.end - 1, match.index + 500))), at: { start: offset + match.index, end: offset + attributes.end } });
  }
  return found;
}

/** Four spaces make a code block or lie in a list item; on a line without a pair the former is meant. */
function isIndentedCode(text: string, at: number): boolean {
  const before = lineBefore(text, at);
  return before !== undefined && /^(?: {4}|\t)/.test(before) && !before.includes('</span>') && !before.includes('|');
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

import { blankRanges } from '../text/blank-ranges.ts';
import { codeRanges } from '../text/code-ranges.ts';
import { defineCheck } from './define-check.ts';

type Args = Record<never, never>;

/** Fewer letters than this are a heading or a label, not prose. */
const PROSE_LETTERS = 30;
/** UTF-16 code units to look at: an article without a word in them is not prose, however long. */
const READ = 50_000;

export default defineCheck<Args>({
  id: 'untagged-article',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'An article of a translated locale has pairs.',
  why: 'Without pairs nobody knows the original of a sentence: the article is published, but cannot be compared, reviewed, kept up to date or rebuilt.',
  whatToDo: 'Hand the article off again, so that it comes back with its pairs.',
  message: () => 'The article has text, but not one pair: its sentences are not aligned with an original. Hand it off again.',
  examples: [
    { name: 'pairs', content: '⟦Hallo Welt, wie geht es dir heute Abend?⟧⟪Hello world, how are you tonight?⟫', expected: [] },
    { name: 'only code', content: '```\nGet-Mailbox -Identity somebody | Format-List -Property everything\n```', expected: [] },
    { name: 'an original', content: { 'en-us/guide.md': 'Hello world, this is a text in the source language.' }, expected: [] },
    { name: 'text without pairs', content: 'Hallo Welt, das hier ist ein Text ganz ohne Original.', expected: [{}] },
  ],
  *run({ article, isSource }) {
    if (isSource || article.segments.length > 0 || article.damage.length > 0 || article.frontmatter.state === 'bilingual') return;
    const text = article.text.slice(article.bodyStart, article.bodyStart + READ);
    const prose = blankRanges(text, codeRanges(text)).replace(/\]\([^\s()]*|<[^<>]*>|\[![^[\]]*|https?:\S+/g, ' ');
    const letters = prose.match(/\p{L}/gu)?.length ?? 0;
    if (letters >= PROSE_LETTERS) yield { args: {} };
  },
});

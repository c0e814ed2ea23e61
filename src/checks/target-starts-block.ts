import { defineCheck } from './define-check.ts';
import { blockMarker } from '../text/block-marker.ts';
import { excerpt } from './shared/excerpt.ts';
import { isBlockStart, lineBefore } from './shared/line-before.ts';

type Args = { readonly block: string; readonly start: string };

export default defineCheck<Args>({
  id: 'target-starts-block',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'A target does not begin like a block of Markdown when its source does not.',
  why: 'As soon as the translation stands alone, without the tags of the pair before it, `1. ` opens a list, `# ` a heading, `>` a quotation. This site shows it as the text it is; other tools do not.',
  whatToDo: 'Write the first character with a backslash (`1\\. `, `\\# `, `\\> `), or as the source writes it.',
  message: ({ block, start }) => `The target begins like a ${block} (“${start}”), its source does not. Put a backslash before the mark, or write it as the source does.`,
  examples: [
    { name: 'escaped', content: '⟦1\\. Melden Sie sich an⟧⟪1.Sign in⟫', expected: [] },
    { name: 'the source begins likewise', content: '⟦1. Melden Sie sich an⟧⟪1. Sign in⟫', expected: [] },
    { name: 'not at the start of a block', content: 'Text ⟦1. Melden Sie sich an⟧⟪1.Sign in⟫', expected: [] },
    { name: 'a number, not a list', content: '⟦1.5 GB frei⟧⟪1.5 GB free⟫', expected: [] },
    { name: 'a number becomes a list', content: '⟦1. Melden Sie sich an⟧⟪1.Sign in⟫', expected: [{ block: 'numbered list', start: '1. Melden Sie sich an' }] },
    { name: 'a hash becomes a heading, in a list item', content: '- ⟦# Melden Sie sich an⟧⟪#Sign in⟫', expected: [{ block: 'heading', start: '# Melden Sie sich an' }] },
  ],
  *run({ article }) {
    for (const segment of article.segments) {
      const first = segment.target.charCodeAt(0);
      if (first > 0x7e || (first > 0x40 && first < 0x5b) || (first > 0x60 && first < 0x7b)) continue;
      const block = blockMarker(firstLine(segment.target));
      if (!block || block === blockMarker(firstLine(segment.source)) || !isBlockStart(lineBefore(article.text, segment.start))) continue;
      const start = excerpt(firstLine(segment.target));
      yield { args: { block, start }, at: segment.targetRange, segment: segment.ordinal };
    }
  },
});

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0]?.slice(0, 400) ?? '';
}

import type { Segment } from '../model/article.ts';
import { defineCheck } from './define-check.ts';
import { blockMarker } from '../text/block-marker.ts';
import { isBlockStart } from './shared/line-before.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'structure-differs',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'Putting a target in place of its source does not change the blocks of the article.',
  why: 'A blank line, a line that looks like a list or code, or a `|` in a table cell breaks the paragraph, list or table around it in every tool that reads the translation alone. This site reads segments apart and is not affected; the next hand-back may be.',
  whatToDo: 'Put the target on one line, and write `|` in a table cell as `\\|`.',
  message: ({ reason }) => `The target would break the structure around it: ${reason}, and its source does not. Write it on one line, with \`\\|\` for a bar in a table.`,
  examples: [
    { name: 'a break in the middle of a paragraph changes nothing', content: '⟦Hallo\nWelt.⟧⟪Hello world.⟫', expected: [] },
    { name: 'an escaped bar in a cell', content: '| ⟦a \\| b⟧⟪a or b⟫ |\n| --- |', expected: [] },
    { name: 'a bar outside a table', content: '⟦a | b⟧⟪a or b⟫', expected: [] },
    { name: 'a blank line', content: '- ⟦Hallo\n\nWelt.⟧⟪Hello world.⟫', expected: [{ reason: 'it has a blank line' }] },
    { name: 'a deep indent after a list marker', content: '7. ⟦\n            Hallo Welt.⟧⟪Hello world.⟫', expected: [{ reason: 'it begins on a new line and becomes a code block' }] },
    { name: 'a line that opens a list', content: '⟦Hallo:\n- Welt.⟧⟪Hello: world.⟫', expected: [{ reason: 'a new line in it opens a bullet list' }] },
    { name: 'a bar in a cell', content: '| ⟦a | b⟧⟪a or b⟫ |\n| --- |', expected: [{ reason: 'it has a `|` in a table cell' }] },
  ],
  *run({ article }) {
    const before = lineReader(article.text);
    for (const segment of article.segments) {
      const { target } = segment;
      const reason = (target.includes('\n') && brokenLines(segment, before(segment.start))) || (target.includes('|') && brokenCell(segment, before(segment.start)));
      if (!reason) continue;
      const blank = target.length - target.trimStart().length;
      yield { args: { reason }, at: { start: segment.targetRange.start + blank, end: segment.targetRange.end }, segment: segment.ordinal };
    }
  },
});

function brokenLines({ target, source }: Segment, before: string): string | undefined {
  if (/\n[ \t]*\r?\n/.test(target.trimEnd()) && !/\n[ \t]*\r?\n/.test(source)) return 'it has a blank line';
  const [first = '', ...rest] = target.trimEnd().split(/\r?\n/, 1000);
  if (rest.length === 0) return undefined;
  if (/^[ \t>]*(?:#{1,6}[ \t]|\|)/.test(before) && !source.includes('\n')) return 'it has a line break inside a heading or table row';
  if (first.trim() === '' && source.trimStart() === source) {
    const block = isBlockStart(before) ? blockMarker(relativeTo(before, rest[0] ?? '')) : undefined;
    return block && `it begins on a new line and becomes a ${block}`;
  }
  const known = new Set(source.split(/\r?\n/, 1000).slice(1).map(interruptingBlock));
  const block = rest.map(interruptingBlock).find((kind) => kind !== undefined && !known.has(kind));
  return block && `a new line in it opens a ${block}`;
}

/** The line seen from inside the list item or quote that `before` opens: its own indent is not counted. */
function relativeTo(before: string, line: string): string {
  return line.startsWith(' '.repeat(before.length)) ? line.slice(before.length) : line.trimStart();
}

/** Indented code and link definitions cannot interrupt a paragraph; an underline can turn it into a heading. */
function interruptingBlock(line: string): string | undefined {
  const trimmed = line.trimStart();
  if (line.length - trimmed.length > 3) return undefined;
  if (/^(?:=+|-+)[ \t]*$/.test(trimmed)) return 'heading';
  const block = blockMarker(trimmed);
  return block === 'link definition' ? undefined : block;
}

function brokenCell({ target, source }: Segment, before: string): string | undefined {
  if (bars(target) <= bars(source)) return undefined;
  return /^[ \t>]*\|/.test(before) ? 'it has a `|` in a table cell' : undefined;
}

function bars(text: string): number {
  return text.replace(/\\[\\|]/g, '').split('|').length - 1;
}

/** Gives the text between the start of its line and an offset. Offsets must ascend: the article is read once. */
function lineReader(text: string): (offset: number) => string {
  let start = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    return text.slice(start, offset);
  };
}

import type { Article, Segment, SourceFile } from '../model/article.ts';
import type { TextEdit } from '../model/finding.ts';
import type { SegmentContext } from '../model/markup.ts';
import { blockMarker } from '../text/block-marker.ts';
import { applyEdits } from './apply-edits.ts';

/** Where a segment stands in its article. */
export interface TargetPlace {
  readonly context: SegmentContext;
  /** Whether nothing but markers of lists and quotes stands before it on its line. */
  readonly blockStart: boolean;
}

/** Another target for the segment at `index`. */
export interface TargetChange {
  readonly index: number;
  /** Inline Markdown (or HTML, in a block of HTML); line ends become blanks. */
  readonly markdown: string;
  readonly place: TargetPlace;
}

type Replaced =
  /** `target`: as written into the file, at `edit`, whose offsets count in the old file. */
  | { readonly kind: 'replaced'; readonly edit: TextEdit; readonly target: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: ReplaceRefusal };

/**
 * `empty`: a target must say something. `breaks-pairs`: the file would be read as other segments.
 * `damaged`: the pair was read from damaged markup, which a person has to mend first. `gone`: no such segment.
 */
export type ReplaceRefusal = 'empty' | 'breaks-pairs' | 'damaged' | 'gone';

export interface ReplacedAll {
  /** The whole file. */
  readonly text: string;
  /** As it is read then. */
  readonly article: Article;
  /** In the order of the changes. */
  readonly results: readonly Replaced[];
}

/**
 * Puts other targets into their places in the file: a splice of their ranges, nothing else differs. What only its place
 * would take for markup (a span tag, a bar in a table, `1. ` at the start of a block) is escaped, so that the page shows
 * what the Markdown says. The file is read again; changes after which another segment or the skeleton came out otherwise are
 * refused, and do not stop the others.
 *
 * @param changes at most one for each segment
 * @param ingest reads a file, as ingest/ingest.ts does
 */
export function replaceTargets(article: Article, changes: readonly TargetChange[], ingest: (file: SourceFile) => Article): ReplacedAll {
  const results: Replaced[] = changes.map((change) => fit(article, change));
  const reads = (some: readonly number[]): Article | undefined => {
    if (some.length === 0) return article;
    const applied = applyEdits(article, some.flatMap((at) => editOf(results[at])), { ingest, sameMarkup: () => true });
    return 'text' in applied ? applied.article : undefined;
  };
  const all = changes.flatMap((_, at) => (results[at]?.kind === 'replaced' ? [at] : []));
  const after = reads(all) ?? reads(goodOnes(all)) ?? article;
  return { text: after.text, article: after, results };

  /** Halves what was refused until the bad ones stand alone. */
  function goodOnes(some: readonly number[]): readonly number[] {
    const [first] = some;
    if (first === undefined) return some;
    if (some.length === 1) {
      results[first] = withoutSpans(results[first]);
      if (reads(some) !== undefined) return some;
      results[first] = { kind: 'refused', reason: 'breaks-pairs' };
      return [];
    }
    const half = some.length >> 1;
    return [some.slice(0, half), some.slice(half)].flatMap((part) => (reads(part) === undefined ? goodOnes(part) : part));
  }
}

function fit({ segments, text }: Article, { index, markdown, place }: TargetChange): Replaced {
  const segment = segments[index];
  if (!segment) return { kind: 'refused', reason: 'gone' };
  if (segment.target === markdown) return { kind: 'unchanged' };
  if (markdown.trim() === '') return { kind: 'refused', reason: 'empty' };
  if (text.slice(segment.targetRange.start, segment.targetRange.end) !== segment.target) return { kind: 'refused', reason: 'damaged' };
  const oneLine = markdown.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ');
  const target = fitBlockStart(place.context.cell ? fitCell(oneLine) : oneLine, segment, place);
  return { kind: 'replaced', target, edit: { ...segment.targetRange, text: target } };
}

function editOf(result: Replaced | undefined): readonly TextEdit[] {
  return result?.kind === 'replaced' ? [result.edit] : [];
}

/** A span tag would end the pair or open another. */
function withoutSpans(result: Replaced | undefined): Replaced {
  if (result?.kind !== 'replaced') return { kind: 'unchanged' };
  const target = result.target.replace(/<(?=\/?span\b)/gi, '&lt;');
  return { kind: 'replaced', target, edit: { ...result.edit, text: target } };
}

/** A bar that is not escaped ends the cell. */
function fitCell(text: string): string {
  return text.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));
}

function fitBlockStart(text: string, { source }: Segment, { blockStart, context }: TargetPlace): string {
  if (!blockStart || context.syntax !== 'markdown') return text;
  const block = blockMarker(text);
  if (!block || block === blockMarker(source)) return text;
  switch (block) {
    case 'code block':
      return text.trimStart();
    case 'numbered list':
      return text.replace(/^(\s*\d+)([.)])/, '$1\\$2');
    case 'HTML block':
      return text.replace(/^(\s*)</, '$1&lt;');
    default:
      return text.replace(/^(\s*)(\S)/, '$1\\$2');
  }
}

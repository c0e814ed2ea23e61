import type { Article, Segment } from '../model/article.ts';
import type { JoinedSegment } from '../model/family.ts';
import { countSentences } from './split-sentences.ts';

/** Source texts of one version by numeric ordinal, from all its locales. */
export interface OrdinalTable {
  /** Ascending. */
  readonly ordinals: readonly number[];
  readonly sources: ReadonlyMap<number, string>;
}

/** Numeric value of an ordinal; NaN for a merged segment. ordinalNumber('p104') // => NaN */
function ordinalNumber(ordinal: string): number {
  return /^\d+$/.test(ordinal) ? Number(ordinal) : Number.NaN;
}

/** The first article that has an ordinal gives its source. Articles in the order of preference. */
export function ordinalTable(articles: readonly Article[]): OrdinalTable {
  const sources = new Map<number, string>();
  for (const { segments } of articles) {
    for (const segment of segments) {
      const ordinal = ordinalNumber(segment.ordinal);
      if (!Number.isNaN(ordinal) && !sources.has(ordinal)) sources.set(ordinal, segment.source);
    }
  }
  return { ordinals: [...sources.keys()].sort((a, b) => a - b), sources };
}

/**
 * Joins an article's segments by ordinal. A merged paragraph (`p104`) is expanded to the ordinals it covers:
 * 1. greedily, over the version's other locales (FORMAT.md §1.2): the next sentences are consumed while they
 *    are shorter than the paragraph, and must then equal it, white space and link wrappers apart;
 * 2. failing that, from the numbers that the ordinals before and after leave free, when these are as many as the
 *    paragraphs between them have sentences, or when one paragraph is alone there and no image took a number;
 * 3. else `covers` stays empty.
 */
export function joinOrdinals(article: Article, table: () => OrdinalTable): JoinedSegment[] {
  const joined: Joining[] = article.segments.map((segment) => {
    const ordinal = ordinalNumber(segment.ordinal);
    return { segment, covers: Number.isNaN(ordinal) ? [] : [ordinal] };
  });
  for (let index = 0; index < joined.length; index++) {
    if (joined[index]?.covers.length !== 0) continue;
    const start = index;
    while (index < joined.length && joined[index]?.covers.length === 0) index++;
    const after = joined[start - 1]?.covers.at(-1) ?? firstOrdinal(article) - 1;
    const before = joined[index]?.covers[0];
    expandRun(article, joined, { start, end: index, after, before }, table());
  }
  return joined;
}

interface Joining {
  readonly segment: Segment;
  covers: readonly number[];
}

/** Neighbouring merged segments `start` to `end` (exclusive) and the known ordinals around them. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly before: number | undefined;
}

/** How many sentences that the article lost may stand before a paragraph. */
const START_ATTEMPTS = 16;

function expandRun(article: Article, joined: readonly Joining[], run: Run, table: OrdinalTable): void {
  let after = run.after;
  const open: number[] = [];
  for (let index = run.start; index < run.end; index++) {
    const entry = joined[index];
    if (!entry) continue;
    entry.covers = coveredByText(entry.segment.source, table, after, run.before ?? Number.POSITIVE_INFINITY);
    if (entry.covers.length === 0) open.push(index);
    after = entry.covers.at(-1) ?? after;
  }
  // Each maximal stretch of paragraphs that the text did not place.
  for (let at = 0; at < open.length; ) {
    const start = open[at] ?? 0;
    let end = start;
    while (open[at] === end) {
      at++;
      end++;
    }
    const stretch = { start, end, after: joined[start - 1]?.covers.at(-1) ?? run.after, before: end < run.end ? joined[end]?.covers[0] : run.before };
    coveredByGap(article, stretch).forEach((covers, offset) => {
      const entry = joined[start + offset];
      if (entry) entry.covers = covers;
    });
  }
}

function coveredByText(source: string, table: OrdinalTable, after: number, before: number): readonly number[] {
  const wanted = joinKey(source);
  let start = firstAbove(table.ordinals, after);
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++, start++) {
    const first = table.ordinals[start];
    if (first === undefined || first >= before) return [];
    const covers: number[] = [];
    let found = '';
    for (let at = start; found.length < wanted.length; at++) {
      const ordinal = table.ordinals[at];
      if (ordinal === undefined || ordinal >= before) break;
      covers.push(ordinal);
      found += joinKey(table.sources.get(ordinal) ?? '');
    }
    if (found === wanted) return covers;
  }
  return [];
}

/** Without white space, and without link wrappers: a link is now inside, now outside the span (FORMAT.md §4). */
function joinKey(source: string): string {
  return source.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?\)/g, '$1').replace(/\s+/g, '');
}

function firstAbove(ordinals: readonly number[], bound: number): number {
  let low = 0;
  let high = ordinals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordinals[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

function coveredByGap(article: Article, { start, end, after, before }: Run): readonly (readonly number[])[] {
  // After the last known ordinal only sentences could be counted, which was wrong for a quarter of real paragraphs.
  if (before === undefined) return [];
  const counts: number[] = [];
  for (let index = start; index < end; index++) counts.push(countSentences(article.segments[index]?.source ?? ''));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const free = before - after - 1;
  if (end - start === 1 && free > 0 && free <= total * 4 && !hasOtherNumbered(article, start)) return [range(after + 1, after + 1 + free)];
  if (free !== total) return [];
  let next = after + 1;
  return counts.map((count) => range(next, (next += count)));
}

/** True when something without a segment may have taken an ordinal right before or after a segment: an image, a definition. */
function hasOtherNumbered({ text, segments, bodyStart }: Article, index: number): boolean {
  const segment = segments[index];
  const before = text.slice(segments[index - 1]?.end ?? bodyStart, segment?.start);
  const after = text.slice(segment?.end, segments[index + 1]?.start);
  return /!\[|<img\b|:::image|^ {0,3}\[[^[\]\n]+\]:/m.test(`${before}\n${after}`);
}

/** The frontmatter's title takes 101, its description the next one (FORMAT.md §1.1). */
function firstOrdinal({ frontmatter: { data } }: Article): number {
  const description = data['description'];
  return 101 + ('title' in data ? 1 : 0) + (typeof description === 'string' ? countSentences(description) : 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

import type { Article, Segment } from '../model/article.ts';
import type { Family, JoinedSegment, Translation } from '../model/family.ts';
import { placeholder, placeholderPattern } from '../model/skeleton.ts';
import { normaliseSource } from './normalise-source.ts';

/** The source's own file with its sentences found in it, so that they have the ordinals of its translations. */
export interface SegmentedSource {
  /** Both sides of a segment are the source; its range is that in the body, offset by the frontmatter. */
  readonly article: Article;
  /** In the order of `article.segments`. */
  readonly joined: readonly JoinedSegment[];
}

/**
 * Finds the sentences of a plain source file by a translation of just this version. What stands between two sentences
 * must be what stands between them in the translation, so that no sentence is found where it is not; one that differs
 * in its white space stays without an ordinal. Undefined when there is no such translation or nothing is found.
 * MDX is left alone: its components may hold any text.
 */
export function segmentSource(family: Family): SegmentedSource | undefined {
  const source = family.sourceArticle;
  if (!source || source.format === 'mdx' || source.segments.length > 0) return undefined;
  const reference = referenceOf(family);
  return reference && segmentBy(reference, source);
}

function referenceOf({ translations, mismatches }: Family): Translation | undefined {
  const faithful = translations.filter(({ locale, version, article }) => version === 0 && article.segments.length > 0 && article.format !== 'mdx' && !mismatches.some((mismatch) => mismatch.kind === 'source' && mismatch.locale === locale));
  const merged = ({ joined }: Translation): number => joined.filter(({ covers }) => covers.length !== 1).length;
  return faithful.reduce<Translation | undefined>((best, translation) => (best && merged(best) <= merged(translation) ? best : translation), undefined);
}

/** Characters within which a sentence is looked for. */
const WINDOW = 20_000;
/** Places within it that are looked at: a short sentence may stand in the middle of other text. */
const PLACES = 12;

function segmentBy({ article: { skeleton: pattern, segments }, joined }: Translation, source: Article): SegmentedSource | undefined {
  const found: JoinedSegment[] = [];
  let skeleton = '';
  let cursor = 0;
  let between = '';
  let written = 0;
  for (const match of pattern.matchAll(placeholderPattern())) {
    const index = Number(match[1]);
    const segment = segments[index];
    if (!segment || segment.source === '') return undefined;
    between += pattern.slice(written, match.index);
    written = match.index + match[0].length;
    const at = between.length > WINDOW ? undefined : placeOf(segment.source, source.skeleton, cursor, between);
    if (at === undefined) {
      between += segment.source;
      continue;
    }
    skeleton += source.skeleton.slice(cursor, at) + placeholder(found.length);
    cursor = at + segment.source.length;
    found.push({ segment: sourceSegment(segment, found.length, source.bodyStart + at), covers: joined[index]?.covers ?? [] });
    between = '';
  }
  if (found.length === 0) return undefined;
  return { article: { ...source, skeleton: skeleton + source.skeleton.slice(cursor), segments: found.map(({ segment }) => segment) }, joined: found };
}

/** Where a sentence stands at or after `cursor`, with nothing but `between` before it. */
function placeOf(sentence: string, text: string, cursor: number, between: string): number | undefined {
  const window = text.slice(cursor, cursor + between.length + WINDOW + sentence.length);
  const expected = normaliseSource(between);
  let at = window.indexOf(sentence);
  for (let tried = 0; at >= 0 && tried < PLACES; tried++) {
    if (normaliseSource(window.slice(0, at)) === expected) return cursor + at;
    at = window.indexOf(sentence, at + 1);
  }
  return undefined;
}

function sourceSegment(segment: Segment, index: number, start: number): Segment {
  const range = { start, end: start + segment.source.length };
  return { ...segment, ...range, index, target: segment.source, targetRange: range, sourceRange: range };
}

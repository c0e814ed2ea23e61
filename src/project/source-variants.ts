import type { Article } from '../model/article.ts';
import type { InlineText } from '../model/inline.ts';
import type { SourceVariant } from '../model/repeats.ts';
import { compareText } from '../text/compare-text.ts';
import { LineIndex } from '../text/line-index.ts';
import { shortDigest } from '../text/short-digest.ts';

/** A label of a few words may well be said differently from place to place. */
const MIN_WORDS = 3;

const LONGEST_EXCERPT = 200;

/** How each sentence of an article is translated. Merged paragraphs are left out: their text repeats only as a whole. */
export function sourceVariants({ locale, path, file, text, segments }: Article, inlineText: (raw: string) => InlineText): SourceVariant[] {
  let lines: LineIndex | undefined;
  return segments.flatMap(({ ordinal, source, target, targetRange }) => {
    if (ordinal.startsWith('p')) return [];
    const [from, to] = [plain(inlineText(source)), plain(inlineText(target))];
    if (to === '' || from.split(' ').length < MIN_WORDS) return [];
    lines ??= new LineIndex(text);
    const [start, end] = [lines.pointAt(targetRange.start), lines.pointAt(targetRange.end)];
    return [{ locale, sourceKey: shortDigest(from), targetKey: shortDigest(to), source: from.slice(0, LONGEST_EXCERPT), target: to.slice(0, LONGEST_EXCERPT), count: 1, path, file, segment: ordinal, start, end }];
  });
}

/** The same variants, each once, with the first of its places; the order of the input does not matter. */
export function mergeVariants(variants: Iterable<SourceVariant>): SourceVariant[] {
  const merged = new Map<string, SourceVariant>();
  for (const variant of variants) {
    const key = `${variant.locale} ${variant.sourceKey} ${variant.targetKey}`;
    const known = merged.get(key);
    const first = known && comparePlaces(known, variant) <= 0 ? known : variant;
    merged.set(key, known ? { ...first, count: known.count + variant.count } : variant);
  }
  return [...merged.values()];
}

function comparePlaces(a: SourceVariant, b: SourceVariant): number {
  return compareText(a.path, b.path) || a.start.line - b.start.line || a.start.column - b.start.column;
}

function plain({ plain: text }: InlineText): string {
  return text.replace(/\s+/g, ' ').trim();
}

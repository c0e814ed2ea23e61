import type { Article, Segment, SourceFile } from '../model/article.ts';
import type { TextEdit } from '../model/finding.ts';

export type Applied =
  /** The whole file with the edits made; everything else as it was, code unit for code unit. `article`: as it is read then. */
  | { readonly text: string; readonly article: Article }
  | { readonly refused: EditRefusal };

/**
 * `outside`: an edit touches something else than one target. `overlap`: two edits touch the same text.
 * `not-text`: half a character would be left. `structure`: the file would be read as another skeleton or other segments.
 * `markup`: the target would be read as other markup than before.
 */
export type EditRefusal = 'outside' | 'overlap' | 'not-text' | 'structure' | 'markup';

export interface Readers {
  /** Reads a file, as ingest/ingest.ts does. */
  readonly ingest: (file: SourceFile) => Article;
  /** Whether two texts of one target have the same markup around and between their words. */
  readonly sameMarkup: (before: string, after: string) => boolean;
}

/**
 * Makes edits of targets in an article's file. The result is read again: when anything but the targets concerned came
 * out otherwise, or a target with other markup, all is refused. Edits in any order; offsets into `article.text`.
 */
export function applyEdits(article: Article, edits: readonly TextEdit[], { ingest, sameMarkup }: Readers): Applied {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  if (sorted.some((edit, index) => overlaps(sorted[index - 1], edit))) return { refused: 'overlap' };
  const bySegment = new Map<Segment, TextEdit[]>();
  for (const edit of sorted) {
    const segment = segmentAt(article.segments, edit);
    if (!segment || article.text.slice(segment.targetRange.start, segment.targetRange.end) !== segment.target) return { refused: 'outside' };
    const own = bySegment.get(segment);
    if (own) own.push(edit);
    else bySegment.set(segment, [edit]);
  }
  const targets = new Map([...bySegment].map(([segment, own]) => [segment.index, splice(segment.target, own, segment.targetRange.start)]));
  const text = splice(article.text, sorted, 0);
  if (!text.isWellFormed()) return { refused: 'not-text' };
  const { locale, path, file } = article;
  const after = ingest({ locale, path, file, text });
  if (!isSameBut(targets, article, after)) return { refused: 'structure' };
  return [...bySegment.keys()].every(({ index, target }) => sameMarkup(target, targets.get(index) ?? target)) ? { text, article: after } : { refused: 'markup' };
}

/** True for edits that touch the same text, or put something at the same place: their order would matter. */
export function overlaps(a: TextEdit | undefined, b: TextEdit): boolean {
  return a !== undefined && (a.start === b.start || (a.start < b.end && b.start < a.end));
}

/** The segment whose target holds an edit; segments stand in the order of their places. */
function segmentAt(segments: readonly Segment[], { start, end }: TextEdit): Segment | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.targetRange.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const range = segments[low]?.targetRange;
  return range && start <= end && range.start <= start && end <= range.end ? segments[low] : undefined;
}

function splice(text: string, sorted: readonly TextEdit[], offset: number): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    pieces.push(text.slice(at, edit.start - offset), edit.text);
    at = edit.end - offset;
  }
  return pieces.join('') + text.slice(at);
}

function isSameBut(targets: ReadonlyMap<number, string>, before: Article, after: Article): boolean {
  return (
    after.skeleton === before.skeleton &&
    after.bodyStart === before.bodyStart &&
    after.damage.length === before.damage.length &&
    after.segments.length === before.segments.length &&
    after.segments.every((segment, index) => {
      const old = before.segments[index];
      return (
        old !== undefined &&
        segment.prefix === old.prefix &&
        segment.ordinal === old.ordinal &&
        segment.sourceId === old.sourceId &&
        segment.source === old.source &&
        segment.repaired === old.repaired &&
        segment.target === (targets.get(index) ?? old.target)
      );
    })
  );
}

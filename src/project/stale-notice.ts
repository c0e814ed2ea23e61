import type { DiffPart, Family, SegmentChange, Translation } from '../model/family.ts';
import type { Locale } from '../model/locale.ts';
import { wordDiff } from '../text/word-diff.ts';
import type { SourceChange, StaleNotice } from '../views/article-page.ts';

export interface StaleContext {
  readonly source: Locale;
  readonly target: Locale;
  readonly sourceUrl: string | undefined;
  /** Body of the page, with the ids of its sentences. */
  readonly html: string;
  /** What a reader sees of one side of a segment. */
  readonly plain: (raw: string) => string;
}

/** Says how many and which sentences changed in the source since a translation was made. `sentences`: how many. */
export function staleNotice(family: Family, sentences: number, context: StaleContext): StaleNotice {
  const { source, target, sourceUrl } = context;
  const translation = family.translations.find(({ locale }) => locale === target.id);
  const list = translation === undefined ? [] : sourceChanges(translation, context);
  return { kind: 'stale', sentences, sourceUrl, ...(list.length > 0 && { changes: { source, target, list } }) };
}

/** Characters that tell which sentence is meant. */
const EXCERPT = 90;

function sourceChanges({ joined, changes }: Translation, { html, plain }: StaleContext): SourceChange[] {
  const ids = new Set(Array.from(html.matchAll(/ id="(s\d+)"/g), ([, id]) => id));
  const segments = new Map(joined.map(({ segment, covers }) => [segment.ordinal, { target: segment.target, id: `s${covers[0] ?? ''}` }]));
  const place = (ordinal: string): { readonly id: string | undefined; readonly target: string } => {
    const found = segments.get(ordinal);
    return { id: found && ids.has(found.id) ? found.id : undefined, target: found === undefined ? '' : excerpt(plain(found.target)) };
  };
  return changes.flatMap((change): SourceChange[] => {
    switch (change.kind) {
      case 'same': return [];
      case 'edited': return [{ kind: 'edited', ...place(change.ordinal), diff: plainDiff(change, plain) }];
      case 'removed': return [{ kind: 'removed', ...place(change.ordinal), before: plain(change.before) }];
      case 'new': return [{ kind: 'new', after: plain(change.after) }];
    }
  });
}

/** The difference that a reader sees; of the text as written where only its markup differs, e.g. the address of a link. */
function plainDiff({ before, after, diff }: Extract<SegmentChange, { kind: 'edited' }>, plain: (raw: string) => string): readonly DiffPart[] {
  const [old, current] = [plain(before), plain(after)];
  if (old === current || (old === before && current === after) || old.length + current.length > LONGEST_DIFF) return diff;
  return wordDiff(old, current);
}

/** As in align/segment-changes.ts: longer texts are not compared word by word. */
const LONGEST_DIFF = 20_000;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT) return line;
  const cut = line.slice(0, EXCERPT).toWellFormed().replace(/\uFFFD$/, '');
  const blank = cut.lastIndexOf(' ');
  return `${blank > EXCERPT / 2 ? cut.slice(0, blank) : cut}…`;
}

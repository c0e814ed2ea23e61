import { ingest } from '../ingest/ingest.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { ReturnedUnit } from '../model/exchange.ts';
import type { Host } from '../model/host.ts';
import type { Locale } from '../model/locale.ts';
import type { SegmentReview } from '../model/review.ts';
import { parseSidecar, SIDECAR_ENDING, writeSidecar } from '../review/sidecar.ts';
import { LineIndex } from '../text/line-index.ts';
import type { ContentMap } from './content-map.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { importToc } from './import-toc.ts';
import { importUnits } from './import-units.ts';
import { contentFile } from './inventory.ts';

export interface ImportContentOptions {
  readonly trustStates: boolean;
  readonly acceptSource: boolean;
  readonly now: string;
  /** Writes a file (absolute path) in one step, unless it has another text than `expected` meanwhile; undefined: nothing is written. */
  readonly write: ((file: string, text: string, expected: string | undefined) => 'written' | 'changed') | undefined;
  /** Called for every file of the content that becomes another; paths relative to the content root. */
  readonly onChange?: (file: string, before: string, after: string) => void;
  /** Called for every unit; the path of its file is relative to the content root. */
  readonly onOutcome?: (file: string, outcome: ImportOutcome) => void;
}

/** What became of the units of one imported document. */
export interface ImportReport {
  readonly units: number;
  readonly counts: Readonly<Record<ImportOutcome['kind'], number>>;
  /** Files of the content that became others, or would, in the order of the document. */
  readonly changed: readonly string[];
  /** Segments that are accepted now because the document says so. */
  readonly accepted: number;
  /** Segments of which something is said now: a state, a rejection, a comment. */
  readonly reviewed: number;
  /** What was not taken, and what came back as its source. */
  readonly problems: readonly ImportProblem[];
}

export interface ImportProblem extends ImportOutcome {
  /** Relative to the content root. */
  readonly file: string;
  /** 1-based; undefined where the file has no such place. */
  readonly line?: number;
}

/** Puts documents that come back into the content, article by article as their units arrive. */
export interface ContentImport {
  take(locale: Locale, unit: ReturnedUnit): void;
  /** Ends a document. */
  end(): ImportReport;
}

/** Units that wait for others of their article; a document whose rows were sorted anew may mix articles. */
const MOST_WAITING = 4000;

export function importContent(host: Host, map: ContentMap, options: ImportContentOptions): ContentImport {
  const cache = new MarkdownCache(1_500_000);
  const unitOptions = { trustStates: options.trustStates, acceptSource: options.acceptSource, now: options.now, inlineText: (raw: string) => cache.text(raw), skeleton: (text: string) => cache.skeleton(text) };
  const waiting = new Map<string, { readonly locale: Locale; readonly path: string; readonly units: ReturnedUnit[] }>();
  let count = 0;
  let report = emptyReport();
  return {
    take(locale, unit) {
      const key = `${locale.id}\n${unit.path}`;
      const group = waiting.get(key) ?? { locale, path: unit.path, units: [] };
      group.units.push(unit);
      waiting.set(key, group);
      count += 1;
      if (count < MOST_WAITING) return;
      // The article that is arriving is not yet complete, unless it is a very long one.
      flush(group.units.length < MOST_WAITING ? key : undefined);
    },
    end() {
      flush(undefined);
      const { changed, ...done } = report;
      report = emptyReport();
      return { ...done, changed: [...changed] };
    },
  };

  function flush(kept: string | undefined): void {
    for (const [key, { locale, path, units }] of waiting) {
      if (key === kept) continue;
      waiting.delete(key);
      count -= units.length;
      importFile(locale, path, units);
    }
  }

  function importFile(locale: Locale, path: string, units: readonly ReturnedUnit[]): void {
    const files = map.inventory.locales.get(locale.id);
    const file = contentFile(locale, path);
    const isArticle = files?.byLowerCase.get(path.toLowerCase()) === path;
    const text = isArticle || files?.tocs.includes(path) ? textOf(file) : undefined;
    if (text === undefined) return add(file, units.map(({ id }) => ({ id, kind: 'refused', reason: 'unknown-article' })));
    if (!isArticle) {
      const { text: after, outcomes } = importToc(text, units, unitOptions);
      return add(file, put(file, text, after, outcomes));
    }
    const article = ingest({ locale: locale.id, path, file, text });
    const sidecarFile = `${file}${SIDECAR_ENDING}`;
    const sidecarText = textOf(sidecarFile);
    const sidecar = parseSidecar(sidecarText);
    const { text: after, outcomes, reviews } = importUnits(article, units, sidecar.reviews, unitOptions);
    const known = put(file, text, after, outcomes);
    const lines = new LineIndex(text);
    const places = new Map(article.segments.map(({ ordinal, start }) => [ordinal, start]));
    add(file, known, (id) => {
      const start = places.get(/^p?\d+/.exec(id)?.[0] ?? '');
      return start === undefined ? undefined : lines.pointAt(start).line;
    });
    // A state is said of a text: it is written after it, and a text without its state is only unreviewed.
    if (reviews.length === 0 || known !== outcomes) return;
    report.reviewed += reviews.length;
    report.accepted += reviews.filter(({ state }) => state === 'reviewed' || state === 'final').length;
    options.write?.(place(sidecarFile), writeSidecar({ ...sidecar, reviews: withReviews(sidecar.reviews, reviews) }), sidecarText);
  }

  /** Writes a file; when it was changed since it was read, what was to change is a conflict. */
  function put(file: string, before: string, after: string, outcomes: readonly ImportOutcome[]): readonly ImportOutcome[] {
    if (before === after) return outcomes;
    options.onChange?.(file, before, after);
    if (options.write?.(place(file), after, before) === 'changed') return outcomes.map((outcome) => (outcome.kind === 'changed' ? { ...outcome, kind: 'conflict' } : outcome));
    // A copy, which does not keep the document in memory that the path came with.
    report.changed.add(file.split('/').join('/'));
    return outcomes;
  }

  function add(file: string, outcomes: readonly ImportOutcome[], lineOf: (id: string) => number | undefined = () => undefined): void {
    for (const outcome of outcomes) {
      options.onOutcome?.(file, outcome);
      report.units += 1;
      report.counts[outcome.kind] += 1;
      if (outcome.kind === 'changed' || outcome.kind === 'unchanged') continue;
      const line = lineOf(outcome.id);
      report.problems.push({ ...outcome, file, ...(line !== undefined && { line }) });
    }
  }

  function textOf(file: string): string | undefined {
    const read = host.readText(place(file));
    return read.kind === 'text' ? read.text : undefined;
  }

  function place(file: string): string {
    return `${map.root}/${file}`;
  }
}

function withReviews(before: ReadonlyMap<string, SegmentReview>, added: readonly SegmentReview[]): Map<string, SegmentReview> {
  return new Map([...before, ...added.map((review) => [review.ordinal, review] as const)]);
}

function emptyReport() {
  return { units: 0, accepted: 0, reviewed: 0, counts: { changed: 0, unchanged: 0, untranslated: 0, refused: 0, conflict: 0 }, changed: new Set<string>(), problems: new Array<ImportProblem>() };
}

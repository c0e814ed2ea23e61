import { posix } from 'node:path';
import { checks as allChecks } from '../checks/index.ts';
import { runChecks, runSegmentChecks, selectChecks } from '../checks/run-checks.ts';
import { handOff } from '../ingest/hand-off.ts';
import { ingest } from '../ingest/ingest.ts';
import { htmlText } from '../markdown/html-text.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import { createMemory } from '../memory/memory.ts';
import type { Article, Segment } from '../model/article.ts';
import type { CheckRequest, CheckResponse, ConcordanceResponse, DeskArticle, DeskEdit, DeskInfo, DeskRefusal, DeskRow, QueueItem, ReplaceRequest, ReplaceResponse, SaveChange, SaveResult, SegmentContextResponse } from '../model/desk.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { SegmentReview } from '../model/review.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import { replaceTargets } from '../review/replace-target.ts';
import { reviewOf } from '../review/review-of.ts';
import { SIDECAR_ENDING, writeSidecar, type Sidecar } from '../review/sidecar.ts';
import { contentHash } from '../text/content-hash.ts';
import { countWords } from '../text/count-words.ts';
import { LineIndex } from '../text/line-index.ts';
import { articlePreview, type ArticlePreview } from './article-preview.ts';
import { readReviews, type ArticleReviews } from './article-reviews.ts';
import type { PublishedAsset } from './assets.ts';
import { compareWithBaseline, type BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { deskArticle } from './desk-article.ts';
import { readEdit } from './desk-edit.ts';
import { deskInfo } from './desk-info.ts';
import { queueItem } from './desk-queue.ts';
import { deskFinding, deskRow, deskSide } from './desk-rows.ts';
import { contentFile } from './inventory.ts';
import { outliers } from './outliers.ts';
import { readSuppressions } from './read-suppressions.ts';
import { refusalText } from './refusal-text.ts';
import { replaceInEntries } from './replace-in-entries.ts';
import { segmentReaders } from './segment-readers.ts';
import { createShard } from './shard.ts';
import { suppressFindings } from './suppress.ts';
import { targetPlaces } from './target-places.ts';
import { termsIn } from './terms-in.ts';

export interface DeskOptions {
  readonly host: Host;
  readonly map: ContentMap;
  /** Findings that are known and not shown. */
  readonly baseline: readonly BaselineEntry[];
  /** Writes a file (absolute path) in one step, unless it has another text than `expected` (undefined: there is none) meanwhile. @throws {UserError} when the machine refuses */
  readonly write: (file: string, text: string, expected: string | undefined) => 'written' | 'changed';
  /** ISO date and time. */
  readonly now: () => string;
  readonly history: (file: string, line: { readonly from: number; readonly to: number }) => Promise<SegmentContextResponse['history']>;
  /** Page views by path. */
  readonly views: ReadonlyMap<string, number>;
  /** Called once for every file of the content that a preview shows. */
  readonly writeAsset: (asset: PublishedAsset) => void;
  readonly pageUrl: string | undefined;
}

/** What stands behind the review desk: reads the content as it is on the disk, answers, and writes edits back. */
export interface Desk {
  /** Reads and checks the next articles, in path order; false when all are done. */
  work(families: number): boolean;
  /** Has {@link Desk.work} read articles again that others have changed. */
  reread(paths: Iterable<string>): void;
  info(): DeskInfo;
  queue(locale: string): readonly QueueItem[];
  article(locale: string, path: string): DeskArticle | undefined;
  check(request: CheckRequest): CheckResponse | undefined;
  /** One change. What is on the disk at this moment decides. */
  save(change: SaveChange, by: string): SaveResult;
  /** Without the history, which is asked of another program: see {@link Desk.history}. */
  context(locale: string, path: string, ordinal: string): SegmentContextResponse | undefined;
  history(locale: string, path: string, ordinal: string): Promise<SegmentContextResponse['history']>;
  concordance(query: { readonly words: string; readonly side: 'source' | 'target'; readonly locale: string | undefined }): ConcordanceResponse;
  replace(request: ReplaceRequest): ReplaceResponse;
  preview(locale: string, path: string): Promise<ArticlePreview | undefined>;
  /** An article as it is on the disk, with all that is known of it. */
  open(locale: string, path: string): OpenArticle | undefined;
}

/** An article in one locale as it is on the disk. */
interface OpenArticle {
  readonly family: Family;
  readonly translation: Translation;
  /** Of this locale. */
  readonly findings: readonly Finding[];
  readonly reviews: ArticleReviews;
}

const MOST_HITS = 100;
/** Families that are kept read, for what is typed. */
const KEPT = 8;
/** Times that a review is tried to be written while others write theirs. */
const MOST_TRIES = 20;

export function createDesk(options: DeskOptions): Desk {
  const { host, map } = options;
  const { config } = map;
  const cache = new MarkdownCache();
  const inlineText = cache.text.bind(cache);
  const skeleton = cache.skeleton.bind(cache);
  const memory = createMemory();
  const locales = new Map(config.locales.map((locale) => [locale.id, locale]));
  const ruleIds = allChecks.map(({ id }) => id);
  const checkSet = selectChecks(config.checks);
  const items = new Map<string, Map<string, QueueItem>>(config.locales.map(({ id }) => [id, new Map()]));
  const words = new Map<string, number>();
  const segmenter = new Intl.Segmenter(config.sourceLocale, { granularity: 'word' });
  const shard = createShard({ host, map, writeAsset: options.writeAsset, cache });
  const baseline = Map.groupBy(options.baseline, ({ path }) => path);
  const recent = new Map<string, ReadFamily>();
  const waiting = new Set<string>();
  let done = 0;

  return {
    work(families) {
      for (let left = families; left > 0; left--) {
        const path = waiting.values().next().value ?? map.paths[done];
        if (path === undefined) return false;
        if (!waiting.delete(path)) done += 1;
        readFamily(path);
      }
      return waiting.size > 0 || done < map.paths.length;
    },
    reread(paths) {
      for (const path of paths) if (map.slugs.has(path)) waiting.add(path);
    },
    info: () => ({ ...deskInfo(config, allChecks), canSave: true, checked: Math.max(0, done - waiting.size), articles: map.paths.length, pageUrl: options.pageUrl }),
    queue(locale) {
      const known = items.get(locale);
      return known ? map.paths.flatMap((path) => known.get(path) ?? []) : [];
    },
    article(locale, path) {
      const read = open(locale, path, true);
      return read && deskArticle(read.translation, { title: items.get(locale)?.get(path)?.title ?? path, slug: map.slugs.get(path) ?? '', ...rowContext(read) });
    },
    check({ locale, path, ordinal, edit }) {
      const read = open(locale, path);
      const segment = read?.translation.article.segments.find((candidate) => candidate.ordinal === ordinal);
      if (!read || !segment) return undefined;
      const { article } = read.translation;
      const reader = readersOf(article)(segment.index);
      const planned = targetAfter(article, segment, edit);
      if ('refused' in planned) return { target: deskSide(reader(segment.target)), findings: [], refused: planned.refused };
      return { target: deskSide(reader(planned.segments[segment.index]?.target ?? segment.target)), findings: segmentFindings(planned, segment.index), refused: undefined };
    },
    save,
    context(locale, path, ordinal) {
      const read = open(locale, path);
      const joined = read?.translation.joined.find(({ segment }) => segment.ordinal === ordinal);
      const own = locales.get(locale);
      if (!read || !joined || !own) return undefined;
      const { family, translation } = read;
      const { source, target } = joined.segment;
      const languages = config.locales.flatMap(({ id }) => {
        const other = id === locale ? undefined : family.translations.find((candidate) => candidate.locale === id);
        const same = other?.version === translation.version ? other.joined.filter(({ covers }) => covers.some((number) => joined.covers.includes(number))) : [];
        const [first] = same;
        if (!other || !first) return [];
        const review = reviewOf(first.segment, readReviews(host, placeOf(other.article.file)).reviews);
        return [{ locale: id, target: deskSide(readersOf(other.article)(first.segment.index)(same.map(({ segment }) => segment.target).join(' '))), state: review?.state ?? ('translated' as const) }];
      });
      return {
        matches: memory.similar(source, locale, 8).filter(({ entry }) => entry.path !== path || entry.ordinal !== ordinal),
        repeats: memory.repeats(source, locale).filter((entry) => entry.path !== path || entry.ordinal !== ordinal).slice(0, MOST_HITS),
        languages,
        outliers: outliers(inlineText(target), languages.map((language) => inlineText(language.target.raw))),
        terms: termsIn(source, map.rules.terms, own),
        history: [],
      };
    },
    async history(locale, path, ordinal) {
      const { article } = open(locale, path)?.translation ?? {};
      const segment = article?.segments.find((candidate) => candidate.ordinal === ordinal);
      if (!article || !segment) return [];
      const lines = new LineIndex(article.text);
      return options.history(placeOf(article.file), { from: lines.pointAt(segment.start).line, to: lines.pointAt(segment.end).line });
    },
    concordance: ({ words: query, side, locale }) => memory.concordance({ words: query, side, locale, limit: MOST_HITS }),
    replace: (request) => replaceInEntries(memory.entries(request.locale), request, inlineText),
    async preview(locale, path) {
      if (!map.slugs.has(path) || !locales.has(locale)) return undefined;
      const preview = await articlePreview(map, shard, locale, path);
      shard.forget();
      return preview;
    },
    open: (locale, path) => open(locale, path, true),
  };

  function save(change: SaveChange, by: string): SaveResult {
    const { locale, path, ordinal, edit } = change;
    const read = open(locale, path);
    if (!read) return { kind: 'gone', message: `The article ${path} is not there any more.` };
    const { article } = read.translation;
    const segment = segmentFor(article, change);
    if (!segment) return { kind: 'gone', message: `The article has no segment ${ordinal} any more.` };
    // Saved before, and the answer was lost: nobody else's text.
    const isDone = edit?.kind === 'raw' && segment.target === edit.text;
    if (contentHash(segment.source) !== change.source || (contentHash(segment.target) !== change.target && !isDone)) return { kind: 'conflict', row: rowOf(read, segment) };
    const file = placeOf(article.file);
    if (read.reviews.problem !== undefined) return { kind: 'failed', message: `Nothing was saved: ${article.file}${SIDECAR_ENDING} cannot be read: ${read.reviews.problem}.` };
    const planned = edit && !isDone ? targetAfter(article, segment, edit) : article;
    if ('refused' in planned) return { kind: 'refused', refusal: planned.refused };
    const { text } = planned;
    const now = planned.segments[segment.index];
    if (!now) return { kind: 'gone', message: `The article has no segment ${ordinal} any more.` };
    try {
      if (text !== article.text && options.write(file, text, article.text) === 'changed') return conflict();
    } catch (error) {
      return { kind: 'failed', message: messageOf(error) };
    }
    // A state is said of a text: it is written after it, and a text without its state is only unreviewed.
    const problem = writeReview(file, now, change, by, text !== article.text || isDone);
    const again = open(locale, path, true);
    const after = again && segmentFor(again.translation.article, { ordinal, source: contentHash(now.source), target: contentHash(now.target) });
    if (problem !== undefined) return { kind: 'failed', message: text === article.text ? problem : `The text is saved, its state is not. ${problem}`, ...(again && after && { row: rowOf(again, after) }) };
    return again && after ? { kind: 'saved', row: rowOf(again, after) } : { kind: 'gone', message: `The article ${path} is not there any more.` };

    function conflict(): SaveResult {
      const newer = open(locale, path, true);
      const at = newer && segmentFor(newer.translation.article, change);
      return newer && at ? { kind: 'conflict', row: rowOf(newer, at) } : { kind: 'gone', message: `The segment ${ordinal} is not there any more.` };
    }
  }

  /** The article with another target, or why it is not taken. */
  function targetAfter(article: Article, segment: Segment, edit: DeskEdit): Article | { readonly refused: DeskRefusal } {
    const reader = readersOf(article)(segment.index);
    const rebuilt = readEdit(reader(segment.source), reader(segment.target), edit, reader);
    if (rebuilt.kind === 'refused') return { refused: refusalText(rebuilt.reason, rebuilt.detail) };
    if (rebuilt.kind !== 'changed') return article;
    const place = targetPlaces(article, skeleton(article.skeleton))(segment.index);
    const { article: after, results } = replaceTargets(article, [{ index: segment.index, markdown: rebuilt.text, place }], ingest);
    const [result] = results;
    return result?.kind === 'refused' ? { refused: refusalText(result.reason) } : after;
  }

  /** Says something of a segment beside what others have said meanwhile. @returns what went wrong */
  function writeReview(file: string, segment: Segment, change: SaveChange, by: string, edited: boolean): string | undefined {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const known = readReviews(host, file);
        if (known.problem !== undefined) return `Cannot read ${file}${SIDECAR_ENDING}: ${known.problem}.`;
        const after = writeSidecar(withReview(known, segment, change, by, edited));
        if (after === (known.text ?? '') || options.write(`${file}${SIDECAR_ENDING}`, after, known.text) === 'written') return undefined;
      }
      return `Cannot write ${file}${SIDECAR_ENDING}: another program keeps writing it.`;
    } catch (error) {
      return messageOf(error);
    }
  }

  function withReview({ reviews, damaged }: Sidecar, segment: Segment, change: SaveChange, by: string, edited: boolean): Sidecar {
    const known = reviews.get(segment.ordinal);
    const held = reviewOf(segment, reviews);
    const rejection = change.rejection === null ? undefined : (change.rejection ?? (edited ? undefined : held?.rejection));
    const provenance = edited ? 'edited' : held?.provenance;
    const comments = [...(known?.comments ?? []), ...(change.comment === undefined || change.comment.trim() === '' ? [] : [{ text: change.comment.trim(), ...(by && { by }), at: options.now() }])];
    const review: SegmentReview = {
      ordinal: segment.ordinal,
      source: contentHash(segment.source),
      target: contentHash(segment.target),
      state: change.state ?? (edited ? 'translated' : (held?.state ?? 'translated')),
      ...(provenance && { provenance }),
      ...(rejection && { rejection }),
      ...(comments.length > 0 && { comments }),
      ...(by && { by }),
      at: options.now(),
    };
    return { reviews: new Map([...reviews, [segment.ordinal, review]]), damaged };
  }

  /** @param fresh checks it anew; else what was found before holds while the family's files are the same */
  function open(locale: string, path: string, fresh = false): OpenArticle | undefined {
    if (!map.slugs.has(path) || !locales.has(locale)) return undefined;
    const known = recent.get(path);
    const read = known && !fresh && isUnchanged(known) ? known : readFamily(path);
    recent.delete(path);
    if (!read) return undefined;
    recent.set(path, read);
    for (const oldest of recent.keys()) if (recent.size > KEPT) recent.delete(oldest);
    const translation = read.family.translations.find((candidate) => candidate.locale === locale);
    if (!translation) return undefined;
    return { family: read.family, translation, findings: read.findings.filter((finding) => finding.locale === locale), reviews: readReviews(host, placeOf(translation.article.file)) };
  }

  /** Reads one family and brings queue and memory up to date with it. */
  function readFamily(path: string): ReadFamily | undefined {
    const report = shard.scan([path], true);
    const family = shard.family(path);
    shard.forget(path);
    if (!family) return undefined;
    const findings = fresh(path, report.findings, report.comments);
    for (const locale of config.locales) {
      const translation = family.translations.find((candidate) => candidate.locale === locale.id);
      if (!translation) {
        items.get(locale.id)?.delete(path);
        memory.replace(locale.id, path, []);
        continue;
      }
      const { segments, file } = translation.article;
      const page = report.pages.find((candidate) => candidate.locale === locale.id);
      items.get(locale.id)?.set(path, queueItem(translation, {
        title: page?.title ?? path,
        stale: page?.stale ?? 0,
        findings: findings.filter((finding) => finding.locale === locale.id),
        reviews: readReviews(host, placeOf(file)).reviews,
        views: options.views.get(path),
        wordsIn,
      }));
      const readerOf = readersOf(translation.article);
      memory.replace(locale.id, path, segments.map(({ index, ordinal, source, target }) => ({ locale: locale.id, path, ordinal, source, target, ...(readerOf(index) === htmlText && { inHtml: true as const }) })));
    }
    return { path, family, findings };
  }

  function isUnchanged({ path, family }: ReadFamily): boolean {
    const articles = [...family.translations.map(({ article }) => article), ...(family.sourceArticle ? [family.sourceArticle] : [])];
    return config.locales.every((locale) => {
      if (map.inventory.locales.get(locale.id)?.byLowerCase.get(path.toLowerCase()) !== path) return true;
      const read = host.readText(placeOf(contentFile(locale, path)));
      return (read.kind === 'text' ? read.text : undefined) === articles.find((article) => article.locale === locale.id)?.text;
    });
  }

  /** What is to be shown of findings of one path: nobody has silenced them, and they are not known. */
  function fresh(path: string, found: readonly Finding[], comments: readonly SuppressionComment[]): readonly Finding[] {
    const { findings } = suppressFindings(found, comments, config, ruleIds);
    const known = baseline.get(path);
    return known ? compareWithBaseline(findings, known, () => false).fresh : findings;
  }

  function segmentFindings(article: Article, index: number): DeskRow['findings'] {
    const segment = article.segments[index];
    const locale = locales.get(article.locale);
    const sourceLocale = locales.get(config.sourceLocale);
    if (!segment || !locale || !sourceLocale) return [];
    const lines = new LineIndex(article.text);
    const found = [
      ...runSegmentChecks(checkSet, [{ scope: 'segment', segment, source: inlineText(segment.source), target: inlineText(segment.target), locale, sourceLocale, article, settings: map.rules }]),
      ...runChecks(checkSet, { scope: 'article', article, handOff: handOff(article), locale, isSource: false }),
    ];
    return fresh(article.path, found, readSuppressions(article)).flatMap((finding) => (finding.segment === segment.ordinal ? [deskFinding(finding, segment, article, lines)] : []));
  }

  function rowContext({ translation, findings, reviews }: OpenArticle): Parameters<typeof deskRow>[1] {
    const counts = new Map<string, number>();
    return {
      readerOf: readersOf(translation.article),
      reviews: reviews.reviews,
      findings,
      repeats(source) {
        const known = counts.get(source) ?? Math.max(0, memory.repeats(source, translation.locale).length - 1);
        counts.set(source, known);
        return known;
      },
    };
  }

  function rowOf(read: OpenArticle, segment: Segment): DeskRow {
    return deskRow(read.translation, rowContext(read))(segment);
  }

  function readersOf(article: Article): ReturnType<typeof segmentReaders> {
    return segmentReaders(article, inlineText, skeleton);
  }

  function placeOf(file: string): string {
    return posix.join(map.root, file);
  }

  function wordsIn(source: string): number {
    const known = words.get(source) ?? countWords(inlineText(source).plain, segmenter);
    words.set(source, known);
    return known;
  }
}

interface ReadFamily {
  readonly path: string;
  readonly family: Family;
  /** Of all locales. */
  readonly findings: readonly Finding[];
}

/** The segment that a change was made on; damage may repeat an ordinal, then the texts tell. */
function segmentFor({ segments }: Article, { ordinal, source, target }: Pick<SaveChange, 'ordinal' | 'source' | 'target'>): Segment | undefined {
  const named = segments.filter((candidate) => candidate.ordinal === ordinal);
  return named.length < 2 ? named[0] : (named.find((candidate) => contentHash(candidate.source) === source && contentHash(candidate.target) === target) ?? named[0]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { posix } from 'node:path';
import { checks as allChecks } from '../checks/index.ts';
import { selectChecks } from '../checks/run-checks.ts';
import { ingest } from '../ingest/ingest.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import { createMemory } from '../memory/memory.ts';
import type { Article, Segment } from '../model/article.ts';
import type { CheckRequest, CheckResponse, ConcordanceResponse, DeskArticle, DeskEdit, DeskInfo, DeskRefusal, DeskRow, QueueItem, ReplaceRequest, ReplaceResponse, SaveChange, SaveResult, SegmentContextResponse } from '../model/desk.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding, Point } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { SegmentReview } from '../model/review.ts';
import type { MemoryEntry } from '../model/memory.ts';
import { replaceTargets } from '../review/replace-target.ts';
import { reviewOf } from '../review/review-of.ts';
import { SIDECAR_ENDING, writeSidecar, type Sidecar } from '../review/sidecar.ts';
import { contentHash } from '../text/content-hash.ts';
import { articlePreview, type ArticlePreview } from './article-preview.ts';
import { readReviews, type ArticleReviews } from './article-reviews.ts';
import type { PublishedAsset } from './assets.ts';
import type { BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { deskArticle, deskArticlePieces } from './desk-article.ts';
import { readEdit } from './desk-edit.ts';
import { findingsAfter, moveEdits, type ShownFinding } from './desk-findings.ts';
import { deskInfo } from './desk-info.ts';
import { articlePart } from './desk-part.ts';
import { passageAround, type Passage } from './desk-passage.ts';
import { familyReader, type FamilyReading, type KnownOfPath } from './desk-reading.ts';
import { deskRow, deskSide, type RowContext } from './desk-rows.ts';
import { articleTools, readsHtml, type ArticleTools } from './desk-tools.ts';
import { contentFile } from './inventory.ts';
import { outliers } from './outliers.ts';
import { refusalText } from './refusal-text.ts';
import { replaceInEntries } from './replace-in-entries.ts';
import { createShard } from './shard.ts';
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
  /** Undefined: all are read in this thread, however long they are. */
  readonly long?: LongPaths;
}

/** Paths that are so long that nobody should wait until all of one is read. */
export interface LongPaths {
  includes(path: string): boolean;
  /** What {@link FamilyReader.read} of another thread gives, compiled. */
  read(path: string, known: KnownOfPath): Promise<FamilyReading | undefined>;
  /** Lets others be answered. */
  rest(): Promise<unknown>;
}

/** What stands behind the review desk: reads the content as it is on the disk, answers, and writes edits back. */
export interface Desk {
  /** Reads and checks the next articles, in path order; false when all are done. */
  work(families: number): boolean;
  /** Has {@link Desk.work} read articles again that others have changed. */
  reread(paths: Iterable<string>): void;
  info(): DeskInfo;
  queue(locale: string): readonly QueueItem[];
  /** Has a long path read elsewhere, so that none of the others takes long; `fresh`: as it is on the disk now. */
  ready(path: string, fresh?: boolean): Promise<void>;
  article(locale: string, path: string): DeskArticle | undefined;
  /** The same as JSON, made as it is taken. */
  articlePieces(locale: string, path: string): Iterable<string> | undefined;
  /** Looks at the article as it was when it was opened, and at no more of it than the passage. */
  check(request: CheckRequest): CheckResponse | undefined;
  /** One change. What is on the disk at this moment decides. */
  save(change: SaveChange, by: string): SaveResult;
  /** Without the history, which is asked of another program: see {@link Desk.history}. */
  context(locale: string, path: string, ordinal: string): SegmentContextResponse | undefined;
  history(locale: string, path: string, ordinal: string): Promise<SegmentContextResponse['history']>;
  concordance(query: { readonly words: string; readonly side: 'source' | 'target'; readonly locale: string | undefined }): ConcordanceResponse;
  replace(request: ReplaceRequest): ReplaceResponse;
  /** The article as readers see it; of a long one the part around a segment. */
  preview(locale: string, path: string, ordinal?: string): Promise<(ArticlePreview & { readonly isPart: boolean }) | undefined>;
  /** An article as it is on the disk, with all that is known of it. */
  open(locale: string, path: string): OpenArticle | undefined;
}

/** An article in one locale as it is on the disk. */
interface OpenArticle {
  readonly reading: FamilyReading;
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
  const { host, map, long } = options;
  const { config } = map;
  const cache = new MarkdownCache();
  const inlineText = cache.text.bind(cache);
  const skeleton = cache.skeleton.bind(cache);
  const memory = createMemory();
  const locales = new Map(config.locales.map((locale) => [locale.id, locale]));
  const checkSet = selectChecks(config.checks);
  const items = new Map<string, Map<string, QueueItem>>(config.locales.map(({ id }) => [id, new Map()]));
  const reader = familyReader({ host, map, cache });
  const shard = createShard({ host, map, writeAsset: options.writeAsset, cache });
  const baseline = Map.groupBy(options.baseline, ({ path }) => path);
  const recent = new Map<string, FamilyReading>();
  const tools = new WeakMap<Article, ArticleTools>();
  const findingsIn = new WeakMap<FamilyReading, ReadonlyMap<string, readonly Finding[]>>();
  const waiting = new Set<string>();
  /** Paths that another thread reads now. */
  const away = new Map<string, Promise<FamilyReading | undefined>>();
  /** Articles that the memory is taking in. */
  const learning = new Map<string, Iterator<void>>();
  let done = 0;

  return {
    work(families) {
      for (let left = families; left > 0; left--) {
        const path = nextPath();
        if (path === undefined) return false;
        if (!waiting.delete(path)) done += 1;
        if (long?.includes(path)) void readAside(path);
        else readFamily(path);
      }
      return nextPath() !== undefined;
    },
    reread(paths) {
      for (const path of paths) if (map.slugs.has(path)) waiting.add(path);
    },
    info: () => ({ ...deskInfo(config, allChecks), canSave: true, checked: Math.max(0, done - new Set([...waiting, ...away.keys()]).size), articles: map.paths.length, pageUrl: options.pageUrl }),
    queue(locale) {
      const known = items.get(locale);
      return known ? map.paths.flatMap((path) => known.get(path) ?? []) : [];
    },
    async ready(path, fresh = false) {
      const known = recent.get(path);
      if (!long?.includes(path) || !map.slugs.has(path) || (known && (!fresh || isUnchanged(known)))) return;
      const reading = await readAside(path);
      if (reading) remember(reading);
    },
    article(locale, path) {
      const read = open(locale, path, true);
      return read && deskArticle(read.translation, articleContext(read));
    },
    articlePieces(locale, path) {
      const read = open(locale, path, true);
      return read && deskArticlePieces(read.translation, articleContext(read));
    },
    check({ locale, path, ordinal, edit }) {
      const read = look(locale, path);
      const segment = read && toolsOf(read.translation.article).segment(ordinal);
      if (!read || !segment) return undefined;
      const { article } = read.translation;
      const passage = passageOf(article, segment);
      const planned = targetAfter(article, segment, edit, passage);
      const own = toolsOf(article).reader(segment.index);
      if ('refused' in planned) return { target: deskSide(own(segment.target)), findings: [], refused: planned.refused };
      return { target: deskSide(own(planned.segments[passage.index]?.target ?? segment.target)), findings: segmentFindings(read, segment, passage, planned).map(({ shown }) => shown), refused: undefined };
    },
    save,
    context(locale, path, ordinal) {
      const read = long?.includes(path) ? look(locale, path) : open(locale, path);
      const joined = read?.translation.joined.find(({ segment }) => segment.ordinal === ordinal);
      const own = locales.get(locale);
      if (!read || !joined || !own) return undefined;
      const { reading: { family }, translation } = read;
      const { source, target } = joined.segment;
      const languages = config.locales.flatMap(({ id }) => {
        const other = id === locale ? undefined : family.translations.find((candidate) => candidate.locale === id);
        const same = other?.version === translation.version ? other.joined.filter(({ covers }) => covers.some((number) => joined.covers.includes(number))) : [];
        const [first] = same;
        if (!other || !first) return [];
        const review = reviewOf(first.segment, readReviews(host, placeOf(other.article.file)).reviews);
        return [{ locale: id, target: deskSide(toolsOf(other.article).reader(first.segment.index)(same.map(({ segment }) => segment.target).join(' '))), state: review?.state ?? ('translated' as const) }];
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
      const { article } = look(locale, path)?.translation ?? {};
      const segment = article && toolsOf(article).segment(ordinal);
      if (!article || !segment) return [];
      const { lines } = toolsOf(article);
      return options.history(placeOf(article.file), { from: lines.pointAt(segment.start).line, to: lines.pointAt(segment.end).line });
    },
    concordance: ({ words: query, side, locale }) => memory.concordance({ words: query, side, locale, limit: MOST_HITS }),
    replace: (request) => replaceInEntries(memory.entries(request.locale), request, inlineText),
    async preview(locale, path, ordinal) {
      if (!map.slugs.has(path) || !locales.has(locale)) return undefined;
      const article = long?.includes(path) ? look(locale, path)?.translation.article : undefined;
      const segment = article && (toolsOf(article).segment(ordinal ?? '') ?? article.segments[0]);
      const text = article && segment && articlePart(article, segment);
      const preview = await articlePreview(map, text === undefined ? shard : partShard(path, placeOf(article?.file ?? ''), text), locale, path);
      shard.forget();
      return preview && { ...preview, isPart: text !== undefined && text.length < (article?.text.length ?? 0) };
    },
    open: (locale, path) => open(locale, path, true),
  };

  function save(change: SaveChange, by: string): SaveResult {
    const { locale, path, ordinal, edit } = change;
    const read = open(locale, path);
    if (!read) return { kind: 'gone', message: `The article ${path} is not there any more.` };
    const { article } = read.translation;
    const segment = segmentFor(toolsOf(article), change);
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
    const again = long?.includes(path) ? afterSaving(read, segment, planned) : open(locale, path, true);
    const after = again && segmentFor(toolsOf(again.translation.article), { ordinal, source: contentHash(now.source), target: contentHash(now.target) });
    if (problem !== undefined) return { kind: 'failed', message: text === article.text ? problem : `The text is saved, its state is not. ${problem}`, ...(again && after && { row: rowOf(again, after) }) };
    return again && after ? { kind: 'saved', row: rowOf(again, after) } : { kind: 'gone', message: `The article ${path} is not there any more.` };

    function conflict(): SaveResult {
      const newer = open(locale, path, true);
      const at = newer && segmentFor(toolsOf(newer.translation.article), change);
      return newer && at ? { kind: 'conflict', row: rowOf(newer, at) } : { kind: 'gone', message: `The segment ${ordinal} is not there any more.` };
    }
  }

  /** The passage, or the whole article, with another target, or why it is not taken. */
  function targetAfter(article: Article, segment: Segment, edit: DeskEdit, within: Passage = wholeOf(article, segment)): Article | { readonly refused: DeskRefusal } {
    const own = toolsOf(article).reader(segment.index);
    const rebuilt = readEdit(own(segment.source), own(segment.target), edit, own);
    if (rebuilt.kind === 'refused') return { refused: refusalText(rebuilt.reason, rebuilt.detail) };
    if (rebuilt.kind !== 'changed') return within.article;
    const { article: after, results } = replaceTargets(within.article, [{ index: within.index, markdown: rebuilt.text, place: toolsOf(article).place(segment.index) }], within.read);
    const [result] = results;
    return result?.kind === 'refused' ? { refused: refusalText(result.reason) } : after;
  }

  /** What is read of an article to see what an edit does. */
  function passageOf(article: Article, segment: Segment): Passage {
    return passageAround(article, segment) ?? wholeOf(article, segment);
  }

  function segmentFindings({ reading, translation: { locale, handOff, article } }: OpenArticle, segment: Segment, passage: Passage, after: Article): readonly ShownFinding[] {
    const own = locales.get(locale);
    const sourceLocale = locales.get(config.sourceLocale);
    if (!own || !sourceLocale) return [];
    return findingsAfter(
      { segment, tools: toolsOf(article), handOff, passage, after, known: knownFindings(reading, locale, segment.ordinal) },
      { checks: checkSet, settings: map.rules, locale: own, sourceLocale, inlineText, fresh: (found) => reader.fresh(found, reading.comments, knownOf(article.path).baseline) },
    );
  }

  /** The article with what was saved in one of its segments, as far as that tells; the rest is read again elsewhere. */
  function afterSaving({ reading, translation }: OpenArticle, segment: Segment, article: Article): OpenArticle {
    const { locale } = translation;
    const { path } = reading;
    const before = translation.article;
    const edited: Translation = { ...translation, article, joined: translation.joined.map((joined) => ({ ...joined, segment: article.segments[joined.segment.index] ?? joined.segment })) };
    if (article !== before) tools.set(article, toolsOf(before).after(article));
    const passage = passageOf(before, segment);
    const target = article.segments[segment.index]?.target ?? segment.target;
    const planned = targetAfter(before, segment, { kind: 'raw', text: target }, passage);
    const found = 'refused' in planned ? [] : segmentFindings({ reading, translation, findings: [], reviews: NO_REVIEWS }, segment, passage, planned).map(({ finding }) => finding);
    const about = new Set([...checkSet.segment, ...checkSet.article].map(({ check }) => check.id));
    const others = reading.findings.filter((finding) => finding.locale !== locale || finding.segment !== segment.ordinal || !about.has(finding.rule));
    const end = toolsOf(before).lines.pointAt(segment.targetRange.end);
    const by = target.length - segment.target.length;
    const findings = article === before ? reading.findings : [...others.map((finding) => (finding.locale === locale ? movedBehind(finding, segment.targetRange.end, end, by) : finding)), ...found];
    const family: Family = { ...reading.family, translations: reading.family.translations.map((each) => (each.locale === locale ? edited : each)) };
    const reviews = readReviews(host, placeOf(article.file));
    const own = findings.filter((finding) => finding.locale === locale);
    const item = reader.item(edited, reading.facts.get(locale) ?? { title: path, stale: 0 }, own, reviews.reviews, options.views.get(path));
    const after: FamilyReading = { ...reading, family, findings, items: new Map([...reading.items, [locale, item]]) };
    items.get(locale)?.set(path, item);
    settle(path);
    memory.replace(locale, path, entriesOf(edited));
    remember(after);
    waiting.add(path);
    return { reading: after, translation: edited, findings: own, reviews };
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

  /** @param fresh checks it anew; else what was found before holds while the family's files are the same, as it does for a long one */
  function open(locale: string, path: string, fresh = false): OpenArticle | undefined {
    if (!map.slugs.has(path) || !locales.has(locale)) return undefined;
    const known = recent.get(path);
    const holds = known && (!fresh || long?.includes(path)) && isUnchanged(known);
    const reading = holds ? known : readFamily(path);
    recent.delete(path);
    return reading && opened(remember(reading), locale);
  }

  /** As it was opened last, without a look at the disk. */
  function look(locale: string, path: string): OpenArticle | undefined {
    const reading = recent.get(path);
    return reading ? opened(reading, locale) : open(locale, path);
  }

  function opened(reading: FamilyReading, locale: string): OpenArticle | undefined {
    const translation = reading.family.translations.find((candidate) => candidate.locale === locale);
    if (!translation) return undefined;
    let own: readonly Finding[] | undefined;
    let reviews: ArticleReviews | undefined;
    return {
      reading,
      translation,
      get findings() {
        return (own ??= reading.findings.filter((finding) => finding.locale === locale));
      },
      get reviews() {
        return (reviews ??= readReviews(host, placeOf(translation.article.file)));
      },
    };
  }

  function remember(reading: FamilyReading): FamilyReading {
    recent.delete(reading.path);
    recent.set(reading.path, reading);
    for (const oldest of recent.keys()) if (recent.size > KEPT) recent.delete(oldest);
    return reading;
  }

  function nextPath(): string | undefined {
    for (const path of waiting) if (!away.has(path)) return path;
    return map.paths[done];
  }

  /** Reads one family and brings queue and memory up to date with it. */
  function readFamily(path: string): FamilyReading | undefined {
    const reading = reader.read(path, knownOf(path), false);
    if (!reading) return undefined;
    settle(path);
    takeItems(reading);
    for (const [locale, entries] of entriesIn(reading)) memory.replace(locale, path, entries);
    return reading;
  }

  /** The same in another thread, and bit by bit. */
  function readAside(path: string): Promise<FamilyReading | undefined> {
    const running = away.get(path) ?? readLong(path).finally(() => away.delete(path));
    away.set(path, running);
    return running;
  }

  async function readLong(path: string): Promise<FamilyReading | undefined> {
    // Where the thread has died this one does its work.
    const reading = await long?.read(path, knownOf(path)).catch(() => readFamily(path));
    if (!reading) return undefined;
    if (!isUnchanged(reading)) {
      waiting.add(path);
      return undefined;
    }
    for (const { locale, article } of reading.family.translations) tools.set(article, articleTools(article, inlineText, skeleton, reading.contexts.get(locale)));
    takeItems(reading);
    if (recent.has(path)) remember(reading);
    settle(path);
    for (const [locale, entries] of entriesIn(reading)) {
      // Saved meanwhile: it is read again.
      if (recent.has(path) && recent.get(path) !== reading) break;
      const steps = memory.replacing(locale, path, entries)[Symbol.iterator]();
      learning.set(path, steps);
      while (!steps.next().done) await long?.rest();
      learning.delete(path);
    }
    return reading;
  }

  /** What the memory has begun to take in it has before it takes something else of the same article. */
  function settle(path: string): void {
    const steps = learning.get(path);
    while (steps && !steps.next().done);
  }

  function takeItems({ path, items: known }: FamilyReading): void {
    for (const [locale, all] of items) {
      const item = known.get(locale);
      if (item) all.set(path, item);
      else all.delete(path);
    }
  }

  /** What the memory is to know of a family, by locale; nothing of those that have no such article. */
  function entriesIn({ family }: FamilyReading): (readonly [locale: string, entries: readonly MemoryEntry[]])[] {
    return config.locales.map(({ id }) => {
      const translation = family.translations.find(({ locale }) => locale === id);
      return [id, translation ? entriesOf(translation) : []];
    });
  }

  function entriesOf({ locale, article: { path, segments }, article }: Translation): MemoryEntry[] {
    const { reader: readerOf } = toolsOf(article);
    return segments.map(({ index, ordinal, source, target }) => ({ locale, path, ordinal, source, target, ...(readsHtml(readerOf(index)) && { inHtml: true as const }) }));
  }

  function isUnchanged({ path, family }: FamilyReading): boolean {
    const articles = [...family.translations.map(({ article }) => article), ...(family.sourceArticle ? [family.sourceArticle] : [])];
    return config.locales.every((locale) => {
      if (map.inventory.locales.get(locale.id)?.byLowerCase.get(path.toLowerCase()) !== path) return true;
      const read = host.readText(placeOf(contentFile(locale, path)));
      return (read.kind === 'text' ? read.text : undefined) === articles.find((article) => article.locale === locale.id)?.text;
    });
  }

  function knownOf(path: string): KnownOfPath {
    return { baseline: baseline.get(path) ?? [], views: options.views.get(path) };
  }

  function knownFindings(reading: FamilyReading, locale: string, ordinal: string): readonly Finding[] {
    const known = findingsIn.get(reading) ?? Map.groupBy(reading.findings, (finding) => `${finding.locale}\n${finding.segment ?? ''}`);
    findingsIn.set(reading, known);
    return known.get(`${locale}\n${ordinal}`) ?? [];
  }

  function toolsOf(article: Article): ArticleTools {
    const known = tools.get(article) ?? articleTools(article, inlineText, skeleton);
    tools.set(article, known);
    return known;
  }

  function articleContext(read: OpenArticle): Parameters<typeof deskArticle>[1] {
    const { locale, article: { path } } = read.translation;
    return { title: items.get(locale)?.get(path)?.title ?? path, slug: map.slugs.get(path) ?? '', ...rowContext(read) };
  }

  function rowContext({ translation, findings, reviews }: OpenArticle): RowContext {
    const counts = new Map<string, number>();
    const { reader: readerOf, lines } = toolsOf(translation.article);
    return {
      readerOf,
      reviews: reviews.reviews,
      findings,
      lines,
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

  function placeOf(file: string): string {
    return posix.join(map.root, file);
  }

  /** A shard to which a part of a long article is all of it; the other locales of its path have none. */
  function partShard(path: string, own: string, text: string): ReturnType<typeof createShard> {
    const others = new Set(config.locales.map((locale) => placeOf(contentFile(locale, path))));
    const readText: Host['readText'] = (file) => (file === own ? { kind: 'text', text } : others.has(file) ? { kind: 'unreadable', reason: 'not needed', isMissing: true } : host.readText(file));
    return createShard({ host: { ...host, readText }, map, writeAsset: options.writeAsset, cache });
  }
}

const NO_REVIEWS: ArticleReviews = { reviews: new Map(), damaged: [], text: undefined, problem: undefined };

function wholeOf(article: Article, { index }: Segment): Passage {
  return { article, index, start: 0, read: ingest };
}

/** A finding that stands behind a place has moved with it, on the same line or as an offset. In UTF-16 code units. */
function movedBehind({ fix, ...finding }: Finding, offset: number, place: Point, by: number): Finding {
  const moved = <Place extends Point>(point: Place): Place => (point.line === place.line && point.column >= place.column ? { ...point, column: point.column + by } : point);
  return moved({ ...finding, end: moved(finding.end), ...(fix && { fix: moveEdits(fix, offset, by) }) });
}

/** The segment that a change was made on; damage may repeat an ordinal, then the texts tell. */
function segmentFor(tools: ArticleTools, { ordinal, source, target }: Pick<SaveChange, 'ordinal' | 'source' | 'target'>): Segment | undefined {
  const first = tools.segment(ordinal);
  if (!first || (contentHash(first.source) === source && contentHash(first.target) === target)) return first;
  return tools.article.segments.find((candidate) => candidate.ordinal === ordinal && contentHash(candidate.source) === source && contentHash(candidate.target) === target) ?? first;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

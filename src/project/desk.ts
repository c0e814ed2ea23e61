import { posix } from 'node:path';
import { checks as allChecks } from '../checks/index.ts';
import { runChecks, runSegmentChecks, selectChecks } from '../checks/run-checks.ts';
import { handOff } from '../ingest/hand-off.ts';
import { ingest } from '../ingest/ingest.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import { createMemory } from '../memory/memory.ts';
import type { Article } from '../model/article.ts';
import type { CheckRequest, CheckResponse, ConcordanceResponse, DeskArticle, DeskInfo, DeskRow, QueueItem, ReplaceRequest, ReplaceResponse, SaveChange, SaveResult, SegmentContextResponse } from '../model/desk.ts';
import type { Family, Translation } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { SegmentReview } from '../model/review.ts';
import { replaceTargets } from '../review/replace-target.ts';
import { isReviewed, reviewOf } from '../review/review-of.ts';
import { qualityScore } from '../review/score.ts';
import { parseSidecar, SIDECAR_ENDING, writeSidecar, type Sidecar } from '../review/sidecar.ts';
import { contentHash } from '../text/content-hash.ts';
import { countWords } from '../text/count-words.ts';
import { LineIndex } from '../text/line-index.ts';
import type { ContentMap } from './content-map.ts';
import { deskFinding, deskRows, deskSide } from './desk-rows.ts';
import { readEdit } from './desk-edit.ts';
import { outliers } from './outliers.ts';
import { refusalText } from './refusal-text.ts';
import { replaceInText } from './replace-in-text.ts';
import { createShard } from './shard.ts';
import { suppressFindings } from './suppress.ts';
import { targetPlaces } from './target-places.ts';
import { termsIn } from './terms-in.ts';

export interface DeskOptions {
  readonly host: Host;
  readonly map: ContentMap;
  /** Writes a file (absolute path) in one step, unless it has another text than `expected` meanwhile. @throws {UserError} when the machine refuses */
  readonly write: (file: string, text: string, expected: string | undefined) => 'written' | 'changed';
  /** ISO date and time. */
  readonly now: () => string;
  readonly history: (file: string, line: { readonly from: number; readonly to: number }) => SegmentContextResponse['history'];
  /** Page views by path. */
  readonly views: ReadonlyMap<string, number>;
  readonly siteTitle: string;
  readonly pageUrl: string | undefined;
}

/** What stands behind the review desk: reads the content as it is on the disk, answers, and writes edits back. */
export interface Desk {
  /** Reads and checks the next articles, in path order; false when all are done. */
  work(families: number): boolean;
  info(): DeskInfo;
  queue(locale: string): readonly QueueItem[];
  article(locale: string, path: string): DeskArticle | undefined;
  check(request: CheckRequest): CheckResponse | undefined;
  /** One change. What is on the disk at this moment decides. */
  save(change: SaveChange, by: string): SaveResult;
  context(locale: string, path: string, ordinal: string): SegmentContextResponse | undefined;
  concordance(query: { readonly words: string; readonly side: 'source' | 'target'; readonly locale: string | undefined }): ConcordanceResponse;
  replace(request: ReplaceRequest): ReplaceResponse;
}

const MOST_HITS = 100;
const MOST_REPLACED = 1000;

export function createDesk(options: DeskOptions): Desk {
  const { host, map } = options;
  const { config } = map;
  const cache = new MarkdownCache();
  const inlineText = cache.text.bind(cache);
  const memory = createMemory();
  const locales = new Map(config.locales.map((locale) => [locale.id, locale]));
  const checkSet = selectChecks(config.checks);
  const items = new Map<string, Map<string, QueueItem>>(config.locales.map(({ id }) => [id, new Map()]));
  const words = new Map<string, number>();
  const segmenter = new Intl.Segmenter(config.sourceLocale, { granularity: 'word' });
  const shard = createShard({ host, map, writeAsset: () => {} });
  let done = 0;

  return {
    work(families) {
      for (const path of map.paths.slice(done, done + families)) {
        readFamily(path);
        shard.forget(path);
      }
      done = Math.min(map.paths.length, done + families);
      return done < map.paths.length;
    },
    info: () => ({
      siteTitle: options.siteTitle,
      sourceLocale: deskLocale(config.sourceLocale),
      locales: config.locales.filter(({ id }) => id !== config.sourceLocale).map(({ id }) => deskLocale(id)),
      canSave: true,
      checked: done,
      articles: map.paths.length,
      rules: allChecks.map(({ id, severity, summary }) => ({ id, severity, summary })),
      pageUrl: options.pageUrl,
    }),
    queue: (locale) => [...(items.get(locale)?.values() ?? [])],
    article(locale, path) {
      const read = open(locale, path);
      if (!read) return undefined;
      const { translation, findings } = read;
      return {
        locale,
        path,
        title: items.get(locale)?.get(path)?.title ?? path,
        provenance: translation.handOff.provenance,
        slug: map.slugs.get(path) ?? '',
        file: translation.article.file,
        rows: rowsOf(read),
        findings: findings.filter(({ segment }) => segment === null),
      };
    },
    check({ locale, path, ordinal, edit }) {
      const article = open(locale, path)?.translation.article;
      const segment = article?.segments.find((candidate) => candidate.ordinal === ordinal);
      if (!article || !segment) return undefined;
      const rebuilt = readEdit(inlineText(segment.source), inlineText(segment.target), edit, inlineText);
      if (rebuilt.kind === 'refused') return { target: deskSide(inlineText(segment.target)), findings: [], refused: refusalText(rebuilt.reason, rebuilt.detail) };
      const markdown = rebuilt.kind === 'changed' ? rebuilt.text : segment.target;
      const { text, results } = replaceTargets(article, [{ index: segment.index, markdown, place: placesOf(article)(segment.index) }], ingest);
      const [result] = results;
      if (result?.kind === 'refused') return { target: deskSide(inlineText(segment.target)), findings: [], refused: refusalText(result.reason) };
      const after = result?.kind === 'replaced' ? ingest({ ...article, text }) : article;
      return { target: deskSide(inlineText(after.segments[segment.index]?.target ?? markdown)), findings: segmentFindings(after, segment.index), refused: undefined };
    },
    save,
    context(locale, path, ordinal) {
      const family = shard.family(path);
      const translation = family?.translations.find((candidate) => candidate.locale === locale);
      const joined = translation?.joined.find(({ segment }) => segment.ordinal === ordinal);
      const own = locales.get(locale);
      if (!family || !translation || !joined || !own) return undefined;
      const { source, target, start, end } = joined.segment;
      const languages = config.locales.flatMap(({ id }) => {
        const other = id === locale ? undefined : family.translations.find((candidate) => candidate.locale === id);
        const same = other?.version === translation.version ? other.joined.filter(({ covers }) => covers.some((number) => joined.covers.includes(number))) : [];
        if (!other || same.length === 0) return [];
        const { reviews } = sidecarOf(other.article.file);
        const review = same[0] && reviewOf(same[0].segment, reviews);
        return [{ locale: id, target: deskSide(inlineText(same.map(({ segment }) => segment.target).join(' '))), state: review?.state ?? ('translated' as const) }];
      });
      const lines = new LineIndex(translation.article.text);
      return {
        matches: memory.similar(source, locale, 8).filter(({ entry }) => entry.path !== path || entry.ordinal !== ordinal),
        repeats: memory.repeats(source, locale).filter((entry) => entry.path !== path || entry.ordinal !== ordinal).slice(0, MOST_HITS),
        languages,
        outliers: outliers(inlineText(target), languages.map((language) => inlineText(language.target.raw))),
        terms: termsIn(source, map.rules.terms, own),
        history: options.history(posix.join(map.root, translation.article.file), { from: lines.pointAt(start).line, to: lines.pointAt(end).line }),
      };
    },
    concordance: ({ words: query, side, locale }) => memory.concordance({ words: query, side, locale, limit: MOST_HITS }),
    replace({ locale, find, replacement, matchCase }) {
      const changes: ReplaceResponse['changes'][number][] = [];
      let total = 0;
      for (const entry of memory.entries(locale)) {
        const before = inlineText(entry.target);
        const after = replaceInText(before, find, replacement, matchCase, inlineText);
        if (after === undefined) continue;
        total += 1;
        if (changes.length < MOST_REPLACED) changes.push({ path: entry.path, ordinal: entry.ordinal, source: contentHash(entry.source), before: deskSide(before), after });
      }
      return { total, changes };
    },
  };

  function save(change: SaveChange, by: string): SaveResult {
    const { locale, path, ordinal } = change;
    const read = open(locale, path);
    if (!read) return { kind: 'gone', message: `The article ${path} is not there any more.` };
    const { article } = read.translation;
    const segment = article.segments.find((candidate) => candidate.ordinal === ordinal);
    if (!segment) return { kind: 'gone', message: `The article has no segment ${ordinal} any more.` };
    if (contentHash(segment.source) !== change.source || contentHash(segment.target) !== change.target) return { kind: 'conflict', row: rowOf(read, segment.index) };
    let text = article.text;
    if (change.edit) {
      const rebuilt = readEdit(inlineText(segment.source), inlineText(segment.target), change.edit, inlineText);
      if (rebuilt.kind === 'refused') return { kind: 'refused', refusal: refusalText(rebuilt.reason, rebuilt.detail) };
      if (rebuilt.kind === 'changed') {
        const replaced = replaceTargets(article, [{ index: segment.index, markdown: rebuilt.text, place: placesOf(article)(segment.index) }], ingest);
        const [result] = replaced.results;
        if (result?.kind === 'refused') return { kind: 'refused', refusal: refusalText(result.reason) };
        text = replaced.text;
      }
    }
    const file = posix.join(map.root, article.file);
    const now = text === article.text ? segment : ingest({ ...article, text }).segments[segment.index];
    if (!now) return { kind: 'gone', message: `The article has no segment ${ordinal} any more.` };
    try {
      if (text !== article.text && options.write(file, text, article.text) === 'changed') return conflict();
      // A state is said of a text: it is written after it, and a text without its state is only unreviewed.
      const sidecar = withReview(read.sidecar, now, change, by, text !== article.text);
      const after = writeSidecar(sidecar);
      if (after !== read.sidecarText && options.write(`${file}${SIDECAR_ENDING}`, after, read.sidecarText === '' ? undefined : read.sidecarText) === 'changed') return conflict();
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    const again = open(locale, path);
    return again ? { kind: 'saved', row: rowOf(again, segment.index) } : { kind: 'gone', message: `The article ${path} is not there any more.` };

    function conflict(): SaveResult {
      const newer = open(locale, path);
      const at = newer?.translation.article.segments.find((candidate) => candidate.ordinal === ordinal)?.index;
      return newer && at !== undefined ? { kind: 'conflict', row: rowOf(newer, at) } : { kind: 'gone', message: `The segment ${ordinal} is not there any more.` };
    }
  }

  function withReview({ reviews, damaged }: Sidecar, segment: Article['segments'][number], change: SaveChange, by: string, edited: boolean): Sidecar {
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

  /** An article as it is on the disk now. */
  function open(locale: string, path: string): OpenArticle | undefined {
    if (!map.slugs.has(path) || !locales.has(locale)) return undefined;
    shard.forget(path);
    const { family, findings } = readFamily(path) ?? {};
    const translation = family?.translations.find((candidate) => candidate.locale === locale);
    if (!family || !translation) return undefined;
    return { family, translation, findings: (findings ?? []).filter((finding) => finding.locale === locale), ...sidecarOf(translation.article.file) };
  }

  /** Reads one family and brings queue and memory up to date with it. */
  function readFamily(path: string): { readonly family: Family; readonly findings: readonly Finding[] } | undefined {
    const report = shard.scan([path], true);
    const family = shard.family(path);
    if (!family) return undefined;
    const { findings } = suppressFindings(report.findings, report.comments, config, allChecks.map(({ id }) => id));
    const titles = new Map(report.pages.map((page) => [page.locale, page]));
    for (const locale of config.locales) {
      const translation = family.translations.find((candidate) => candidate.locale === locale.id);
      if (!translation) {
        items.get(locale.id)?.delete(path);
        memory.replace(locale.id, path, []);
        continue;
      }
      const { segments, file } = translation.article;
      const own = findings.filter((finding) => finding.locale === locale.id);
      const { reviews } = sidecarOf(file).sidecar;
      const held = segments.flatMap((segment) => reviewOf(segment, reviews) ?? []);
      const total = segments.reduce((sum, { source }) => sum + wordsIn(source), 0);
      const page = titles.get(locale.id);
      items.get(locale.id)?.set(path, {
        path,
        title: page?.title ?? path,
        section: path.includes('/') ? path.slice(0, path.indexOf('/')) : '',
        words: total,
        segments: segments.length,
        reviewed: held.filter(isReviewed).length,
        rejected: held.filter(({ rejection }) => rejection).length,
        stale: page?.stale ?? 0,
        provenance: translation.handOff.provenance,
        date: translation.handOff.date,
        findings: { error: countOf(own, 'error'), warning: countOf(own, 'warning'), info: countOf(own, 'info') },
        rules: [...new Set(own.map(({ rule }) => rule))].sort(),
        views: options.views.get(path),
        score: qualityScore(held, total),
      });
      memory.replace(locale.id, path, segments.map(({ ordinal, source, target }) => ({ locale: locale.id, path, ordinal, source, target })));
    }
    return { family, findings };
  }

  function segmentFindings(article: Article, index: number): DeskRow['findings'] {
    const segment = article.segments[index];
    const locale = locales.get(article.locale);
    const sourceLocale = locales.get(config.sourceLocale);
    if (!segment || !locale || !sourceLocale) return [];
    const lines = new LineIndex(article.text);
    const found = [
      ...runSegmentChecks(checkSet, [{ scope: 'segment', segment, source: inlineText(segment.source), target: inlineText(segment.target), locale, sourceLocale, article, settings: map.rules }]),
      ...runChecks(checkSet, { scope: 'article', article, handOff: handOff(article), locale, isSource: false }).filter((finding) => finding.segment === segment.ordinal),
    ];
    return found.map((finding) => deskFinding(finding, segment, article, lines));
  }

  function rowsOf({ translation, findings, sidecar }: OpenArticle): DeskRow[] {
    return deskRows(translation, { inlineText, reviews: sidecar.reviews, findings, repeats: (source) => Math.max(0, memory.repeats(source, translation.locale).length - 1) });
  }

  function rowOf(read: OpenArticle, index: number): DeskRow {
    const row = rowsOf(read)[index];
    if (!row) throw new Error(`No row ${index}.`);
    return row;
  }

  function sidecarOf(file: string): { readonly sidecar: Sidecar; readonly sidecarText: string; readonly reviews: Sidecar['reviews'] } {
    const read = host.readText(posix.join(map.root, `${file}${SIDECAR_ENDING}`));
    const text = read.kind === 'text' ? read.text : '';
    const sidecar = parseSidecar(text);
    return { sidecar, sidecarText: text, reviews: sidecar.reviews };
  }

  function placesOf(article: Article): ReturnType<typeof targetPlaces> {
    return targetPlaces(article, cache.skeleton(article.skeleton));
  }

  function wordsIn(source: string): number {
    const known = words.get(source) ?? countWords(inlineText(source).plain, segmenter);
    words.set(source, known);
    return known;
  }

  function deskLocale(id: string): DeskInfo['sourceLocale'] {
    const locale = locales.get(id);
    if (!locale) throw new Error(`No locale ${id}.`);
    return { id, tag: locale.tag, dir: locale.dir, script: locale.script, label: locale.label };
  }
}

interface OpenArticle {
  readonly family: Family;
  readonly translation: Translation;
  readonly findings: readonly Finding[];
  readonly sidecar: Sidecar;
  /** As on the disk; empty when there is none. */
  readonly sidecarText: string;
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

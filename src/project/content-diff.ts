import { diffArrays } from 'diff';
import { ingest } from '../ingest/ingest.ts';
import type { Article } from '../model/article.ts';
import type { ArticleDiff, ContentDiff, LocaleProgress, Progress, SegmentDiff } from '../model/content-diff.ts';
import type { Finding } from '../model/finding.ts';
import { distinctKeys } from '../model/finding-key.ts';
import type { Host } from '../model/host.ts';
import type { Locale } from '../model/locale.ts';
import { compareText } from '../text/compare-text.ts';
import { segmentWordDiff } from '../text/segment-word-diff.ts';
import { contentFile } from './inventory.ts';
import type { ContentMap } from './content-map.ts';
import { partOfContent, scanOfPart } from './part-of-content.ts';
import { joinReports, type ContentScan } from './scan-content.ts';
import { createShard } from './shard.ts';
import { pageUrl } from './resolve-link.ts';
import { readTocs } from './site-index.ts';

/** The content at one time. */
export interface ContentState {
  readonly host: Host;
  readonly map: ContentMap;
  /** Paths of the families that changed, as far as they exist at that time. */
  readonly paths: readonly string[];
}

/** Compares two states of a content. `files`: what changed, relative to the content root. */
export function contentDiff(before: ContentState, after: ContentState, files: readonly string[], ref: string, base: string): ContentDiff {
  const [scanBefore, scanAfter] = [scanState(before, files), scanState(after, files)];
  const known = new Set(distinctKeys(scanBefore.findings));
  const now = distinctKeys(scanAfter.findings);
  const still = new Set(now);
  return {
    ref,
    base,
    articles: articleDiffs(before, after, new Set(files)),
    newFindings: scanAfter.findings.filter((_, index) => !known.has(now[index] ?? '')),
    fixedFindings: fixedFindings(scanBefore.findings, still),
    progress: progressOf(before, scanBefore, after, scanAfter),
  };
}

function fixedFindings(findings: readonly Finding[], still: ReadonlySet<string>): Finding[] {
  const keys = distinctKeys(findings);
  return findings.filter((_, index) => !still.has(keys[index] ?? ''));
}

function scanState({ host, map, paths }: ContentState, files: readonly string[]): ContentScan {
  const part = partOfContent(map, paths);
  const shard = createShard({ host, map: part, writeAsset: () => {} });
  return scanOfPart(joinReports([shard.scan(paths, false)], part, readTocs(host, map)), new Set(paths), new Set(files));
}

function articleDiffs(before: ContentState, after: ContentState, files: ReadonlySet<string>): ArticleDiff[] {
  const paths = [...new Set([...before.paths, ...after.paths])].sort(compareText);
  return paths.flatMap((path) =>
    after.map.config.locales.flatMap((locale): ArticleDiff[] => {
      const file = contentFile(locale, path);
      const [old, now] = [readArticle(before, locale, path), readArticle(after, locale, path)];
      if (!files.has(file) || (!old && !now) || old?.text === now?.text) return [];
      const url = now && addressOf(after.map, locale, path);
      return [{ locale: locale.id, path, file, kind: !old ? 'new' : !now ? 'removed' : 'changed', url, segments: segmentDiffs(old, now, locale, after.map, url) }];
    }),
  );
}

function readArticle({ host, map }: ContentState, locale: Locale, path: string): Article | undefined {
  if (map.inventory.locales.get(locale.id)?.byLowerCase.get(path.toLowerCase()) !== path) return undefined;
  const file = contentFile(locale, path);
  const read = host.readText(`${map.root}/${file}`);
  return read.kind === 'text' ? ingest({ locale: locale.id, path, file, text: read.text }) : undefined;
}

function addressOf({ config, slugs }: ContentMap, { id }: Locale, path: string): string | undefined {
  const slug = slugs.get(path);
  return config.origin === undefined || slug === undefined ? undefined : config.origin + pageUrl(config, id, slug);
}

/** A segment, or a block of an article without pairs. */
interface Unit {
  readonly ordinal: string | undefined;
  readonly target: string;
  readonly source: string;
}

function unitsOf(article: Article | undefined): readonly Unit[] {
  if (!article) return [];
  if (article.segments.length > 0) return article.segments;
  const body = article.text.slice(article.bodyStart).split(/\n[ \t\r]*\n/);
  return body.map((block) => block.trim()).filter((block) => block !== '').map((target) => ({ ordinal: undefined, target, source: '' }));
}

/** Beyond this many edits, articles are joined by ordinal alone. */
const MAX_EDITS = 1_000;

function segmentDiffs(before: Article | undefined, after: Article | undefined, locale: Locale, { config }: ContentMap, url: string | undefined): SegmentDiff[] {
  const words = new Intl.Segmenter(locale.tag, { granularity: 'word' });
  const sourceWords = new Intl.Segmenter(config.sourceLocale, { granularity: 'word' });
  return pairUnits(unitsOf(before), unitsOf(after)).flatMap(([old, now]): SegmentDiff[] => {
    if (old && now && old.target === now.target && old.source === now.source) return [];
    return [
      {
        kind: !old ? 'new' : !now ? 'removed' : 'changed',
        ordinal: (now ?? old)?.ordinal,
        target: segmentWordDiff(old?.target ?? '', now?.target ?? '', words),
        source: old && now && old.source === now.source ? [] : segmentWordDiff(old?.source ?? '', now?.source ?? '', sourceWords),
        url: url !== undefined && now?.ordinal !== undefined ? `${url}#s${now.ordinal}` : undefined,
      },
    ];
  });
}

type UnitPair = readonly [before: Unit | undefined, after: Unit | undefined];

/** Joins units of equal source, and between these the ones of equal ordinal, or of equal place where as many went as came. */
function pairUnits(before: readonly Unit[], after: readonly Unit[]): UnitPair[] {
  const keyOf = ({ source, target, ordinal }: Unit): string => (ordinal === undefined ? target : source);
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MAX_EDITS });
  if (!changes) return joinRun(before, after);
  const pairs: UnitPair[] = [];
  let [from, to] = [0, 0];
  let gone: readonly Unit[] = [];
  for (const { added, removed, value } of changes) {
    const count = value.length;
    if (removed) {
      gone = before.slice(from, from + count);
      from += count;
      continue;
    }
    const come = after.slice(to, to + count);
    to += count;
    pairs.push(...joinRun(gone, added ? come : []));
    gone = [];
    if (added) continue;
    come.forEach((unit, index) => pairs.push([before[from + index], unit]));
    from += count;
  }
  return [...pairs, ...joinRun(gone, [])];
}

function joinRun(gone: readonly Unit[], come: readonly Unit[]): UnitPair[] {
  if (gone.length === come.length) return come.map((unit, index) => [gone[index], unit]);
  const left = new Map(gone.flatMap((unit) => (unit.ordinal === undefined ? [] : [[unit.ordinal, unit] as const])));
  const joined = come.map((unit): UnitPair => {
    const old = unit.ordinal === undefined ? undefined : left.get(unit.ordinal);
    if (old) left.delete(old.ordinal ?? '');
    return [old, unit];
  });
  const rest = gone.filter((unit) => unit.ordinal === undefined || left.get(unit.ordinal) === unit);
  return [...rest.map((unit): UnitPair => [unit, undefined]), ...joined];
}

function progressOf(before: ContentState, scanBefore: ContentScan, after: ContentState, scanAfter: ContentScan): LocaleProgress[] {
  const at = ({ map }: ContentState, { facts }: ContentScan, locale: string): Progress => ({
    families: map.paths.length,
    translated: map.inventory.locales.get(locale)?.articles.length ?? 0,
    stale: facts.filter((page) => page.locale === locale && page.kind === 'own' && page.stale > 0).length,
  });
  const { locales, sourceLocale } = after.map.config;
  return locales.filter(({ id }) => id !== sourceLocale).map(({ id }) => ({ locale: id, before: at(before, scanBefore, id), after: at(after, scanAfter, id) }));
}

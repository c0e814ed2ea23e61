import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { checks } from '../checks/index.ts';
import { runChecks, selectChecks, sortFindings } from '../checks/run-checks.ts';
import type { ContentMap } from './content-map.ts';
import type { PageFacts } from './page-facts.ts';
import { contentFile, localeOfFile } from './inventory.ts';
import { missingTocTarget } from './missing-toc-target.ts';
import { pageSlug } from './page-slug.ts';
import { siteRedirects } from './redirects.ts';
import type { ScanCache } from './cache-scan.ts';
import type { FamilyScan, ScanReport } from './shard.ts';
import { isLocaleFolder } from './site-config.ts';
import { mergeVariants } from './source-variants.ts';
import type { TocFile } from './site-index.ts';
import { suppressFindings } from './suppress.ts';

/** Runs a shard's methods somewhere: in threads, or right here for small sites. */
export interface ShardPool {
  readonly size: number;
  scan(worker: number, input: { readonly paths: readonly string[]; readonly keep: boolean }): Promise<ScanReport>;
  /** The same, of each family by itself, to be kept for later runs. */
  scanEach(worker: number, input: { readonly paths: readonly string[]; readonly keep: boolean }): Promise<readonly FamilyScan[]>;
}

export interface ContentScan {
  readonly facts: readonly PageFacts[];
  /** Sorted: the same whatever the number of workers. */
  readonly findings: readonly Finding[];
  /** Findings that comments and `ignore` of `site.yml` silence, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly counts: Readonly<Record<string, { readonly articles: number; readonly segments: number }>>;
  readonly families: number;
}

/** Families handed to a worker at a time: few enough that both cores finish together. */
const CHUNK = 48;

/** Chunks that a worker has before it: this thread may be busy when one is done. */
const AHEAD = 4;

export interface ScanOptions {
  /** Whether the workers keep in memory what they read. */
  readonly keep: boolean;
  /** What is known from earlier runs; absent: everything is scanned. */
  readonly cache?: ScanCache | undefined;
  readonly onProgress?: (done: number) => void;
}

/** Reads and checks all families that are not known, sharing them out to the workers as these get free. */
export async function scanContent(pool: ShardPool, map: ContentMap, tocs: readonly TocFile[], options: ScanOptions): Promise<ContentScan> {
  const { keep, cache } = options;
  const reports: ScanReport[] = [...(cache?.known.values() ?? [])];
  const queue = chunksOf(cache ? map.paths.filter((path) => !cache.known.has(path)) : map.paths);
  let done = reports.length;
  await Promise.all(
    Array.from({ length: pool.size * AHEAD }, async (_, index) => {
      const worker = index % pool.size;
      for (let paths = queue.shift(); paths; paths = queue.shift()) {
        if (cache) {
          const scans = await pool.scanEach(worker, { paths, keep });
          cache.keep(scans);
          for (const { report } of scans) reports.push(report);
        } else reports.push(await pool.scan(worker, { paths, keep }));
        done += paths.length;
        options.onProgress?.(done);
      }
    }),
  );
  cache?.save();
  return joinReports(reports, map, tocs);
}

/** Joins what was found family by family; the order of `reports` does not matter. */
export function joinReports(reports: readonly ScanReport[], map: ContentMap, tocs: readonly TocFile[]): ContentScan {
  const localeOrder = map.config.locales.map(({ id }) => id);
  const found = sortFindings(reports.flatMap((report) => report.findings).concat(siteFindings(map, tocs), repeatFindings(map, reports), redirectFindings(map, reports)), localeOrder);
  const { findings, suppressed } = suppressFindings(found, reports.flatMap((report) => report.comments), map.config, checks.map(({ id }) => id));
  return {
    facts: reports.flatMap((report) => report.pages),
    findings: findings.length > found.length - suppressed.length ? sortFindings(findings, localeOrder) : findings,
    suppressed,
    counts: totals(map, reports),
    families: map.paths.length,
  };
}

function chunksOf(paths: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < paths.length; start += CHUNK) chunks.push(paths.slice(start, start + CHUNK));
  return chunks;
}

function totals(map: ContentMap, reports: readonly ScanReport[]): Record<string, { articles: number; segments: number }> {
  const sums: Record<string, { articles: number; segments: number }> = {};
  for (const { id } of map.config.locales) {
    const counts = reports.flatMap((report) => report.counts[id] ?? []);
    if (counts.length > 0) sums[id] = { articles: sum(counts.map((count) => count.articles)), segments: sum(counts.map((count) => count.segments)) };
  }
  return sums;
}

/** Checks over the sources of all families; of a part of the site they would say something else than of the whole. */
function repeatFindings(map: ContentMap, reports: readonly ScanReport[]): Finding[] {
  const checks = selectChecks(map.config.checks);
  if (checks.repeats.length === 0 || map.paths.length < map.slugs.size) return [];
  return runChecks(checks, { scope: 'repeats', variants: mergeVariants(reports.flatMap(({ variants }) => variants)) });
}

/** Of a part of the site, the redirects of other articles are not known. */
function redirectFindings(map: ContentMap, reports: readonly ScanReport[]): Finding[] {
  if (map.paths.length < map.slugs.size) return [];
  const { facts } = siteRedirects(map, reports.flatMap(({ pages }) => pages));
  return facts.length === 0 ? [] : runChecks(selectChecks(map.config.checks), { scope: 'redirect', redirects: facts });
}

/** Checks of names and navigation files, for which no article is read. */
function siteFindings(map: ContentMap, tocs: readonly TocFile[]): Finding[] {
  const checks = selectChecks(map.config.checks);
  const slugs = new Map([...map.slugs.keys()].map((path) => [path, pageSlug(path)]));
  const entries = [...map.inventory.locales.values()].flatMap(({ locale, articles }) =>
    articles.map((path) => ({ locale: locale.id, path, file: contentFile(locale, path), slug: slugs.get(path) ?? pageSlug(path), publishedAs: map.slugs.get(path) ?? '' })),
  );
  const refused = map.inventory.refused.flatMap(({ path, reason }) => {
    const place = placeOf(map, path);
    return place ? [{ ...place, reason }] : [];
  });
  const isMissing = missingTocTarget(map);
  return [
    ...runChecks(checks, { scope: 'site', entries, refused }),
    ...tocs.flatMap((toc) => runChecks(checks, { scope: 'toc', ...toc, isMissing: (href) => isMissing(toc, href) })),
  ];
}

/**
 * The locale that a file of the content belongs to; what stands in no locale's folder is put down to the source locale.
 * @returns undefined for files of a locale that is not published
 */
function placeOf({ config, inventory }: ContentMap, file: string): { locale: string; path: string; file: string } | undefined {
  const owner = localeOfFile(config.locales, file);
  if (owner) return { locale: owner.id, path: owner.folder === '.' ? file : file.slice(owner.folder.length + 1), file };
  const top = file.slice(0, file.indexOf('/') + 1).slice(0, -1);
  return isLocaleFolder(top) && !inventory.locales.has(top.toLowerCase()) ? undefined : { locale: config.sourceLocale, path: file, file };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

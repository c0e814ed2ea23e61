import { checks } from '../checks/index.ts';
import { MarkdownCache } from '../markdown/markdown-cache.ts';
import type { ExchangeFile } from '../model/exchange.ts';
import type { Host } from '../model/host.ts';
import type { Locale } from '../model/locale.ts';
import { parseSidecar, SIDECAR_ENDING } from '../review/sidecar.ts';
import { compareWithBaseline, type BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { exchangeFile, type ExchangeSelection } from './exchange-units.ts';
import { contentFile } from './inventory.ts';
import { createShard } from './shard.ts';
import { suppressFindings } from './suppress.ts';
import { tocFile } from './toc-units.ts';

export interface ExportOptions {
  /** One of the published locales, not the source's. */
  readonly locale: Locale;
  readonly only: ExchangeSelection | undefined;
  /** Whether the file at this path (relative to the locale's folder) is exported. */
  readonly wants: (path: string) => boolean;
  /** Findings that are known and not exported. */
  readonly baseline: readonly BaselineEntry[];
  /** Number of families read so far, of all that are. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Families read at a time: links between them are looked up once. */
const CHUNK = 48;

/**
 * The units of one locale, article by article in path order, then its tables of contents. Reads as it is asked, so that
 * memory does not grow with the content. Findings are those of `interlinear validate`, without what compares all articles.
 */
export function* exportContent(host: Host, map: ContentMap, options: ExportOptions): Generator<ExchangeFile> {
  const { locale, only, wants, onProgress } = options;
  const sourceLocale = map.config.locales.find(({ id }) => id === map.config.sourceLocale);
  const own = map.inventory.locales.get(locale.id);
  if (!own || !sourceLocale) return;
  const shard = createShard({ host, map, writeAsset: () => {} });
  const cache = new MarkdownCache();
  const ids = checks.map(({ id }) => id);
  const known = Map.groupBy(options.baseline.filter((entry) => entry.locale === locale.id), ({ path }) => path);
  const paths = map.paths.filter((path) => wants(path) && own.byLowerCase.get(path.toLowerCase()) === path);
  for (let from = 0; from < paths.length; from += CHUNK) {
    const chunk = paths.slice(from, from + CHUNK);
    const report = shard.scan(chunk, true);
    const findings = Map.groupBy(suppressFindings(report.findings, report.comments, map.config, ids).findings.filter((finding) => finding.locale === locale.id), ({ path }) => path);
    for (const path of chunk) {
      const family = shard.family(path);
      const translation = family?.translations.find((candidate) => candidate.locale === locale.id);
      if (!family || !translation) continue;
      const file = exchangeFile(family, translation, {
        locale,
        sourceLocale,
        inlineText: (raw) => cache.text(raw),
        skeleton: (text) => cache.skeleton(text),
        reviews: parseSidecar(textOf(`${translation.article.file}${SIDECAR_ENDING}`)).reviews,
        findings: compareWithBaseline(findings.get(path) ?? [], known.get(path) ?? [], () => false).fresh,
        terms: map.rules.terms,
        only,
      });
      if (file.units.length > 0) yield file;
    }
    for (const path of chunk) shard.forget(path);
    onProgress?.(Math.min(paths.length, from + CHUNK), paths.length);
  }
  if (only !== undefined && only !== 'untranslated') return;
  for (const path of own.tocs.filter(wants)) {
    const target = textOf(contentFile(locale, path));
    const source = textOf(contentFile(sourceLocale, path));
    const file = target !== undefined && source !== undefined ? tocFile({ path, source, target }, locale, sourceLocale, only) : undefined;
    if (file && file.units.length > 0) yield file;
  }

  function textOf(file: string): string | undefined {
    const read = host.readText(`${map.root}/${file}`);
    return read.kind === 'text' ? read.text : undefined;
  }
}

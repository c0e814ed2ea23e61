import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { ContentStatus, LocaleStatus, SectionStatus, StatusCounts } from '../model/status.ts';
import { compareText } from '../text/compare-text.ts';
import { articleSizes, type ArticleSize, type CountedBefore } from './article-sizes.ts';
import type { ContentMap } from './content-map.ts';
import { sectionOf } from './findings-page.ts';
import type { PageFacts } from './page-facts.ts';
import type { ContentScan } from './scan-content.ts';

/**
 * Counts what is translated, by whom, how recent and how sound, per locale and section.
 * @param before absent: every article is read for its words
 */
export function contentStatus(host: Host, map: ContentMap, scan: ContentScan, before?: CountedBefore, onProgress: (done: number) => void = () => {}): ContentStatus {
  const sizes = articleSizes(host, map, before, onProgress);
  const sections = [...Map.groupBy(map.paths, sectionOf)].sort(([a], [b]) => compareText(a, b));
  const facts = Map.groupBy(scan.facts.filter(({ kind }) => kind === 'own'), ({ locale }) => locale);
  const findings = Map.groupBy(scan.findings, ({ locale }) => locale);
  const locales = map.config.locales.filter(({ id }) => id !== map.config.sourceLocale);
  return {
    locales: locales.map(({ id }): LocaleStatus => {
      const pages = Map.groupBy(facts.get(id) ?? [], ({ path }) => sectionOf(path));
      const found = Map.groupBy(findings.get(id) ?? [], ({ path }) => sectionOf(path));
      const known = sections.map(([section, paths]): SectionStatus => ({ section, ...countSection(paths.length, pages.get(section) ?? [], found.get(section) ?? [], (path) => sizes.get(`${id}/${path}`)) }));
      // Findings about files in folders without an article.
      const others = [...found].filter(([section]) => !sections.some(([name]) => name === section)).map(([section, some]): SectionStatus => ({ section, ...countSection(0, [], some, () => undefined) }));
      const all = [...known, ...others].sort((a, b) => compareText(a.section, b.section));
      return { locale: id, ...total(all), sections: all };
    }),
  };
}

function countSection(articles: number, pages: readonly PageFacts[], findings: readonly Finding[], sizeOf: (path: string) => ArticleSize | undefined): StatusCounts {
  const sum = (of: keyof ArticleSize): number => pages.reduce((all, { path }) => all + (sizeOf(path)?.[of] ?? 0), 0);
  const by = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    articles,
    translated: pages.length,
    segments: sum('segments'),
    words: sum('words'),
    machine: pages.filter(({ provenance }) => provenance === 'MT').length,
    human: pages.filter(({ provenance }) => provenance === 'HT').length,
    reviewed: sum('reviewed'),
    stale: pages.filter(({ stale }) => stale > 0).length,
    findings: { error: by('error'), warning: by('warning'), info: by('info') },
  };
}

function total(sections: readonly StatusCounts[]): StatusCounts {
  const sum = (of: (counts: StatusCounts) => number): number => sections.reduce((all, counts) => all + of(counts), 0);
  return {
    articles: sum((counts) => counts.articles),
    translated: sum((counts) => counts.translated),
    segments: sum((counts) => counts.segments),
    words: sum((counts) => counts.words),
    machine: sum((counts) => counts.machine),
    human: sum((counts) => counts.human),
    reviewed: sum((counts) => counts.reviewed),
    stale: sum((counts) => counts.stale),
    findings: { error: sum(({ findings }) => findings.error), warning: sum(({ findings }) => findings.warning), info: sum(({ findings }) => findings.info) },
  };
}

import { createHash } from 'node:crypto';
import type { Locale } from '../model/locale.ts';
import type { SiteConfig } from '../model/site.ts';
import { limitMessage, repositoryPath, type FindingDetails, type Report } from '../report/report.ts';
import { SEVERITIES, summariseFindings } from '../report/findings-summary.ts';
import { FINDINGS_FILTER } from '../views/findings-filter.ts';
import type { FindingCard, FindingSide, FindingsPage } from '../views/findings-page.ts';

/** More cards than this make a page that no browser scrolls well. */
const MOST = 3_000;

/** UTF-16 code units of a side that a card shows around what is marked. */
const SHOWN = 600;

/** The HTML report as plain props. `styles`: the style sheet of the page. */
export function findingsPageOf(report: Report, config: SiteConfig, styles: string): FindingsPage {
  const { findings, checked, rules, folder } = report;
  const summary = summariseFindings(findings, checked);
  const chosen = new Set(SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(0, MOST));
  const cards = findings.filter((finding) => chosen.has(finding)).map((finding): FindingCard => {
    const { locale, path, file, rule, severity, segment, message, line, column } = finding;
    return {
      locale,
      section: sectionOf(path),
      rule,
      ruleUrl: rules.find(({ id }) => id === rule)?.url,
      severity,
      place: `${repositoryPath(folder, file)}:${line}:${column}`,
      segment: segment ?? undefined,
      message,
      sides: sidesOf(report.detailsOf(finding), localeOf(config, locale), localeOf(config, config.sourceLocale)),
      reviewUrl: config.origin === undefined || segment === null ? undefined : `${config.origin}${config.base}review/#${locale}/${encodeURI(path.toWellFormed())}/s${segment}`,
    };
  });
  return {
    version: report.version,
    styles,
    policy: `default-src 'none'; style-src ${hashOf(styles)}; script-src ${hashOf(FINDINGS_FILTER)}; base-uri 'none'; form-action 'none'`,
    articles: summary.articles,
    segments: summary.segments,
    families: summary.families,
    suppressed: report.suppressed.length,
    limits: report.brokenLimits.map(limitMessage),
    locales: summary.locales.map(({ locale, articles, segments, findings: counts }) => ({ id: locale, label: localeOf(config, locale)?.label ?? locale, articles, segments, ...counts })),
    rules: summary.rules.map(({ rule, severity, count, byLocale }) => {
      const help = rules.find(({ id }) => id === rule);
      return { id: rule, severity, count, byLocale, summary: help?.summary ?? '', url: help?.url };
    }),
    findings: cards,
    left: findings.length - cards.length,
  };
}

/** The first folder of a path; empty for articles at the top. */
export function sectionOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function localeOf({ locales }: SiteConfig, id: string): Locale | undefined {
  return locales.find((locale) => locale.id === id);
}

function sidesOf(details: FindingDetails | undefined, locale: Locale | undefined, source: Locale | undefined): FindingCard['sides'] {
  if (!details) return undefined;
  const { target, source: original, mark } = details;
  return { target: sideOf(target, locale, mark?.side === 'target' ? mark : undefined), source: sideOf(original, source, mark?.side === 'source' ? mark : undefined) };
}

function sideOf(text: string, locale: Locale | undefined, mark: { readonly start: number; readonly end: number } | undefined): FindingSide {
  const { start, end } = mark ?? { start: 0, end: 0 };
  const [from, to] = [Math.max(0, start - SHOWN), Math.min(text.length, Math.min(end, start + SHOWN) + SHOWN)];
  return {
    lang: locale?.tag ?? 'und',
    dir: locale?.dir ?? 'ltr',
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    marked: text.slice(start, Math.min(end, start + SHOWN)),
    after: `${end > start + SHOWN ? '…' : text.slice(Math.min(end, start + SHOWN), to)}${to < text.length ? '…' : ''}`,
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

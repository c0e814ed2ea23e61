import type { Finding, Severity } from '../model/finding.ts';
import { compareText } from '../text/compare-text.ts';

/** How much of one locale was looked at. */
interface LocaleSize {
  readonly locale: string;
  readonly articles: number;
  readonly segments: number;
}

/** What a report says beside the findings. */
export interface Checked {
  /** Published locales in their order. */
  readonly locales: readonly LocaleSize[];
  readonly families: number;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

interface RuleCount {
  readonly rule: string;
  /** The gravest severity that occurs. */
  readonly severity: Severity;
  readonly count: number;
  readonly byLocale: Readonly<Record<string, number>>;
}

interface LocaleSummary extends LocaleSize {
  readonly findings: SeverityCounts;
}

export interface FindingsSummary {
  readonly articles: number;
  readonly segments: number;
  readonly families: number;
  readonly findings: SeverityCounts;
  /** Gravest first, then by id. */
  readonly rules: readonly RuleCount[];
  /** In the order given; locales that only findings name follow, by id. */
  readonly locales: readonly LocaleSummary[];
}

/** Gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Counts findings by severity, rule and locale. The order of the findings does not matter. */
export function summariseFindings(findings: readonly Finding[], { locales, families }: Checked): FindingsSummary {
  const byLocale = Map.groupBy(findings, ({ locale }) => locale);
  const unlisted = [...byLocale.keys()].filter((id) => !locales.some(({ locale }) => locale === id)).sort(compareText);
  const sizes = [...locales, ...unlisted.map((locale) => ({ locale, articles: 0, segments: 0 }))];
  return {
    articles: sum(locales, ({ articles }) => articles),
    segments: sum(locales, ({ segments }) => segments),
    families,
    findings: countSeverities(findings),
    rules: [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => countRule(rule, found)).sort(byGravity),
    locales: sizes.map((size) => ({ ...size, findings: countSeverities(byLocale.get(size.locale) ?? []) })),
  };
}

function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

function countRule(rule: string, findings: readonly Finding[]): RuleCount {
  const byLocale = [...Map.groupBy(findings, ({ locale }) => locale)].map(([locale, found]) => [locale, found.length] as const);
  return {
    rule,
    severity: SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info',
    count: findings.length,
    byLocale: Object.fromEntries(byLocale.sort(([a], [b]) => compareText(a, b))),
  };
}

function byGravity(a: RuleCount, b: RuleCount): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.rule, b.rule);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

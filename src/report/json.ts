import type { Finding } from '../model/finding.ts';
import { compareText } from '../text/compare-text.ts';
import type { Checked, SeverityCounts } from './findings-summary.ts';
import { summariseFindings } from './findings-summary.ts';
import { sortedArgs } from './report.ts';

/** Shape of `validate --format json`; published as findings.schema.json. */
export interface JsonReport {
  /** Version of Interlinear that wrote the report. */
  readonly version: string;
  readonly summary: {
    readonly articles: number;
    readonly segments: number;
    readonly families: number;
    readonly findings: SeverityCounts;
    /** Findings per rule, sorted by id. */
    readonly byRule: Readonly<Record<string, number>>;
    /** Sorted by locale id. */
    readonly byLocale: Readonly<Record<string, { readonly articles: number; readonly segments: number; readonly findings: SeverityCounts }>>;
  };
  /** In the order given. */
  readonly findings: readonly Finding[];
}

/** The machine-readable report, plain data. Equal input gives equal values, keys in the same order. */
export function toJsonReport(findings: readonly Finding[], checked: Checked, version: string): JsonReport {
  const summary = summariseFindings(findings, checked);
  const locales = [...summary.locales].sort((a, b) => compareText(a.locale, b.locale));
  const rules = [...summary.rules].sort((a, b) => compareText(a.rule, b.rule));
  return {
    version,
    summary: {
      articles: summary.articles,
      segments: summary.segments,
      families: summary.families,
      findings: summary.findings,
      byRule: Object.fromEntries(rules.map(({ rule, count }) => [rule, count])),
      byLocale: Object.fromEntries(locales.map(({ locale, articles, segments, findings: counts }) => [locale, { articles, segments, findings: counts }])),
    },
    findings: findings.map(inOrder),
  };
}

/** One finding a line, each as in the JSON report; nothing when there are none. */
export function toJsonLines(findings: readonly Finding[]): string {
  return findings.map((finding) => `${JSON.stringify(inOrder(finding))}\n`).join('');
}

/** Fixes the order of the keys, whatever made the finding. */
function inOrder({ rule, severity, locale, path, file, segment, line, column, end, args, message, content, fix }: Finding): Finding {
  const edits = fix?.map(({ start, end: to, text }) => ({ start, end: to, text }));
  return { rule, severity, locale, path, file, segment, line, column, end: { line: end.line, column: end.column }, args: sortedArgs(args), message, content, ...(edits && { fix: edits }) };
}

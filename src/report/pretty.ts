import type { Finding, Severity } from '../model/finding.ts';
import { LineIndex } from '../text/line-index.ts';
import { codeFrame } from './code-frame.ts';
import type { Checked, FindingsSummary } from './findings-summary.ts';
import { SEVERITIES, summariseFindings } from './findings-summary.ts';
import { fitText } from './fit-text.ts';
import type { Paint } from './paint.ts';
import { paintWith } from './paint.ts';
import { table } from './table.ts';
import { isolated, visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

export interface PrettyOptions {
  readonly color: boolean;
  /** Shows every finding; else the 50 gravest. */
  readonly all: boolean;
  /** Columns of the terminal; 100 when it is not one. */
  readonly width?: number;
  /** Text of a file, by {@link Finding.file}; undefined when it cannot be shown. */
  readonly textOf: (file: string) => string | undefined;
  /** Both halves of the segment that a finding is about. */
  readonly sidesOf: (finding: Finding) => { readonly target: string; readonly source: string } | undefined;
}

const MOST = 50;
const DEFAULT_WIDTH = 100;

const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };
const NOUNS: Readonly<Record<Severity, readonly [string, string]>> = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['info', 'info'] };

/**
 * The report for people: findings grouped by file, each with its line and the two sides, then counts by rule and locale.
 * Findings are shown in the order given. Text without colour unless asked; ends with a line end.
 */
export function toPrettyReport(findings: readonly Finding[], checked: Checked, options: PrettyOptions): string {
  const paint = paintWith(options.color);
  const width = Math.max(60, options.width ?? DEFAULT_WIDTH);
  const shown = options.all ? findings : gravest(findings);
  const summary = summariseFindings(findings, checked);
  const parts = [...groupedByFile(shown, options, paint, width), ...hiddenNote(findings, shown, paint), ...summaryLines(summary, paint, width)];
  return `${parts.join('\n')}\n`;
}

/** The gravest of the findings, in their own order: no error is hidden behind an info. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST) return findings;
  const chosen = new Set(SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(0, MOST));
  return findings.filter((finding) => chosen.has(finding));
}

function groupedByFile(findings: readonly Finding[], options: PrettyOptions, paint: Paint, width: number): string[] {
  return [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, found]) => {
    const text = options.textOf(file);
    const lines = text === undefined ? undefined : new LineIndex(text);
    return [paint.underline(visibleText(file)), ...found.flatMap((finding) => findingLines(finding, lines, options, paint, width))];
  });
}

function findingLines(finding: Finding, lines: LineIndex | undefined, options: PrettyOptions, paint: Paint, width: number): string[] {
  const mark = colorOf(finding.severity, paint);
  const place = `${finding.line}:${finding.column}`;
  const segment = finding.segment === null ? '' : paint.dim(`segment ${visibleText(finding.segment)}`);
  const head = [mark(`${SIGNS[finding.severity]} ${NOUNS[finding.severity][0]}`), paint.bold(finding.rule), paint.dim(place), segment].filter((part) => part !== '');
  return [
    `  ${head.join('  ')}`,
    ...wrapText(visibleText(finding.message), width - 4).map((line) => `    ${isolated(line)}`),
    ...frameLines(finding, lines, paint, width - 4, mark),
    ...sideLines(options.sidesOf(finding), paint, width - 4),
    '',
  ];
}

/** A finding about the whole article has no line to show. */
function frameLines(finding: Finding, lines: LineIndex | undefined, paint: Paint, width: number, mark: (text: string) => string): string[] {
  const wholeArticle = finding.line === 1 && finding.column === 1 && finding.end.line === 1 && finding.end.column === 1;
  if (!lines || wholeArticle) return [];
  return codeFrame({ line: lines.lineText(finding.line), start: finding, end: finding.end }, width, paint, mark).map((line) => `    ${line}`);
}

function sideLines(sides: ReturnType<PrettyOptions['sidesOf']>, paint: Paint, width: number): string[] {
  if (!sides) return [];
  return (['target', 'source'] as const).map((side) => `    ${paint.dim(side)}  ${isolated(fitText(sides[side], width - 8))}`);
}

function hiddenNote(findings: readonly Finding[], shown: readonly Finding[], paint: Paint): string[] {
  const hidden = findings.length - shown.length;
  if (hidden === 0) return [];
  const verb = hidden === 1 ? 'finding is' : 'findings are';
  return [paint.bold(`${thousands(hidden)} more ${verb} not shown.`) + ' Show all with --all, or a rule’s meaning with `interlinear explain <rule>`.', ''];
}

function summaryLines(summary: FindingsSummary, paint: Paint, width: number): string[] {
  const { error, warning, info } = summary.findings;
  const looked = `${plural(summary.articles, 'article', 'articles')}, ${plural(summary.segments, 'segment', 'segments')}, ${plural(summary.families, 'family', 'families')}`;
  if (error + warning + info === 0) return [`${paint.green('✔ No findings')} in ${looked}.`];
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) =>
    colorOf(severity, paint)(`${SIGNS[severity]} ${plural(summary.findings[severity], ...NOUNS[severity])}`),
  );
  return [...localeTable(summary, paint), '', ...ruleTable(summary, paint, width), '', `${counts.join(', ')} in ${looked}.`];
}

function localeTable({ locales }: FindingsSummary, paint: Paint): string[] {
  const rows = locales.map(({ locale, articles, segments, findings }) => [locale, thousands(articles), thousands(segments), ...SEVERITIES.map((severity) => orDot(findings[severity]))]);
  return withHead(table([['locale', 'articles', 'segments', 'errors', 'warnings', 'info'], ...rows]), paint);
}

/** A column for each locale as long as they fit; then the totals only. */
function ruleTable({ rules, locales }: FindingsSummary, paint: Paint, width: number): string[] {
  const rowsFor = (columns: readonly string[]): string[] =>
    table([
      ['rule', ...columns, 'total'],
      ...rules.map(({ rule, severity, count, byLocale }) => [`${SIGNS[severity]} ${rule}`, ...columns.map((locale) => orDot(byLocale[locale] ?? 0)), thousands(count)]),
    ]);
  const wide = rowsFor(locales.map(({ locale }) => locale));
  const lines = wide.some((line) => line.length > width) ? rowsFor([]) : wide;
  return withHead(lines, paint).map((line, index) => {
    const rule = rules[index - 1];
    return rule ? colorOf(rule.severity, paint)(line.slice(0, 1)) + line.slice(1) : line;
  });
}

function withHead([head = '', ...rows]: readonly string[], paint: Paint): string[] {
  return [paint.dim(head), ...rows];
}

function colorOf(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, info: paint.blue }[severity];
}

function orDot(count: number): string {
  return count === 0 ? '·' : thousands(count);
}

function plural(count: number, one: string, many: string): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

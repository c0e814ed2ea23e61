import type { Finding, Severity } from '../model/finding.ts';
import { SEVERITIES, summariseFindings } from './findings-summary.ts';
import { markdownCode, markdownText, withinSize } from './markdown-text.ts';
import { limitMessage, repositoryPath, type Report } from './report.ts';

/** Bytes that a comment on GitHub may have: 65,536, and some are left for what surrounds it. */
export const COMMENT_SIZE = 65_000;

const NOUNS: Readonly<Record<Severity, readonly [string, string]>> = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['info', 'info'] };

/** The report for a pull request's comment or a job's summary: counts first, then the gravest findings as long as there is room. */
export function toMarkdown(report: Report, limit = COMMENT_SIZE): string {
  const { findings, checked, brokenLimits, suppressed } = report;
  const summary = summariseFindings(findings, checked);
  const counts = SEVERITIES.filter((severity) => summary.findings[severity] > 0).map((severity) => plural(summary.findings[severity], ...NOUNS[severity]));
  const head = [
    `## ${counts.length === 0 ? 'No findings' : counts.join(', ')}\n\n`,
    `In ${plural(summary.articles, 'article', 'articles')}, ${plural(summary.segments, 'segment', 'segments')}, ${plural(summary.families, 'family', 'families')}.${suppressed.length > 0 ? ` ${suppressed.length} more known or ignored.` : ''}\n`,
    ...brokenLimits.map((broken, index) => `${index === 0 ? '\n' : ''}- ❌ ${markdownText(limitMessage(broken))}\n`),
  ];
  const tables = [
    `\n| Locale | Articles | Segments | Errors | Warnings | Info |\n| --- | ---: | ---: | ---: | ---: | ---: |\n`,
    ...summary.locales.map(({ locale, articles, segments, findings: found }) => `| ${markdownText(locale)} | ${articles} | ${segments} | ${found.error} | ${found.warning} | ${found.info} |\n`),
    ...(summary.rules.length > 0 ? ['\n| Rule | Severity | Findings |\n| --- | --- | ---: |\n'] : []),
    ...summary.rules.map(({ rule, severity, count }) => `| ${ruleLink(rule, report)} | ${severity} | ${count} |\n`),
  ];
  const gravest = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const items = gravest.map((finding, index) => `${index === 0 ? '\n### Findings\n\n' : ''}${item(finding, report)}`);
  const blocks = [...head, ...tables, ...items];
  return withinSize(blocks, limit, (left) => `\n${left >= items.length ? 'More' : plural(left, 'more finding', 'more findings')} not shown here: this comment has its size. \`interlinear validate --all\` shows all.\n`);
}

function item({ severity, rule, file, line, column, message, segment }: Finding, report: Report): string {
  return `- **${severity}** ${ruleLink(rule, report)} ${markdownCode(`${repositoryPath(report.folder, file)}:${line}:${column}`)}${segment === null ? '' : ` (segment ${markdownText(segment)})`}: ${markdownText(message)}\n`;
}

function ruleLink(rule: string, { rules }: Report): string {
  const url = rules.find(({ id }) => id === rule)?.url;
  return url === undefined ? markdownCode(rule) : `[${markdownCode(rule)}](${url})`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

import type { Finding } from '../model/finding.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { limitMessage, repositoryPath, type Report } from './report.ts';

/**
 * JUnit's XML: a suite per locale, a case per article and family of rules. Errors and warnings fail their case, info is
 * its output; a broken limit is a failed case of its own.
 */
export function toJUnit(report: Report): string {
  const { files, findings, rules, brokenLimits } = report;
  const categories = [...new Set(rules.map(({ category }) => category))].sort();
  const categoryOf = new Map(rules.map(({ id, category }) => [id, category]));
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const listed = new Set(files.map(({ file }) => file));
  const others = findings.filter(({ file }) => !listed.has(file)).map(({ file, locale }) => ({ file, locale }));
  const all = [...files, ...new Map(others.map((one) => [one.file, one])).values()];
  const suites = [...Map.groupBy(all, ({ locale }) => locale)].map(([locale, members]) => {
    const cases = members.flatMap(({ file }) => {
      const byCategory = Map.groupBy(byFile.get(file) ?? [], ({ rule }) => categoryOf.get(rule) ?? 'other');
      return [...new Set([...categories, ...byCategory.keys()])].map((category) => testCase(repositoryPath(report.folder, file), category, byCategory.get(category) ?? []));
    });
    return suite(locale, cases);
  });
  const limits = brokenLimits.map((limit) => ({ failed: true, text: `<testcase classname="site.yml" name="limits"><failure message="${escapeXml(limitMessage(limit))}" type="limit"/></testcase>` }));
  const parts = limits.length > 0 ? [...suites, suite('limits', limits)] : suites;
  const sum = (of: 'tests' | 'failures'): number => parts.reduce((total, part) => total + part[of], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Interlinear" tests="${sum('tests')}" failures="${sum('failures')}">\n${parts.map(({ text }) => text).join('')}</testsuites>\n`;
}

interface TestCase {
  readonly failed: boolean;
  readonly text: string;
}

function suite(name: string, cases: readonly TestCase[]): { tests: number; failures: number; text: string } {
  const failures = cases.filter(({ failed }) => failed).length;
  const text = `<testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n${cases.map((one) => `${one.text}\n`).join('')}</testsuite>\n`;
  return { tests: cases.length, failures, text };
}

function testCase(file: string, category: string, findings: readonly Finding[]): TestCase {
  const head = `<testcase classname="${escapeXml(file)}" name="${escapeXml(category)}"`;
  const failures = findings.filter(({ severity }) => severity !== 'info');
  const notes = findings.filter(({ severity }) => severity === 'info');
  if (findings.length === 0) return { failed: false, text: `${head}/>` };
  const [first] = failures;
  const failure = first ? `<failure message="${escapeXml(failures.length === 1 ? first.message : `${failures.length} findings; the first: ${first.message}`)}" type="${escapeXml(first.rule)}">${failures.map(lineOf).join('&#10;')}</failure>` : '';
  const output = notes.length > 0 ? `<system-out>${notes.map(lineOf).join('&#10;')}</system-out>` : '';
  return { failed: failures.length > 0, text: `${head}>${failure}${output}</testcase>` };
}

function lineOf({ line, column, severity, rule, message }: Finding): string {
  return escapeXml(`${line}:${column} ${severity} ${rule}: ${message}`);
}

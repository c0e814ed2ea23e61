import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/report/report.ts';
import { CHECKED, FINDINGS } from './sample.ts';

/** Texts that try to leave the place where a report puts them. */
export const HOSTILE: readonly string[] = [
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  ']]></failure><!-- --> &amp; &bogus; \' "',
  'a\n::error file=x::b\r\n::stop-commands::c%0Ad',
  '\u0000\u0001\u001B[31mred\u007F\uFFFE\uD800x',
  '`code` ``` | cell | **bold** [link](javascript:alert(1)) ![i](x) <b> $x$',
  '@somebody #12 https://evil.example www.evil.example {0} [x](1) {name}',
  '\u202Etxet\u202C a\u200Bb',
  '日本語 العربية עברית 😀',
];

/** A report that says each of these texts, in every part of a finding that content can reach. */
export function hostileReport(): Report {
  const findings = HOSTILE.map((text, index): Finding => ({
    rule: 'link-target-missing', severity: (['error', 'warning', 'info'] as const)[index % 3] ?? 'info', locale: 'ja-jp', path: `${text}/guide.md`, file: `ja-jp/${text}/guide.md`, segment: '104',
    line: 1 + index, column: 2, end: { line: 1 + index, column: 5 }, args: { url: text, list: [text] }, message: text, content: `000000000000000${index}`,
    fix: [{ start: 1, end: 2, text }],
  }));
  return reportOf([...findings, ...FINDINGS], { detailsOf: (finding) => ({ target: finding.message, source: finding.message, mark: { side: 'target', start: 1, end: 3 }, sourcePlace: { line: 1, column: 1, end: { line: 1, column: 9 } }, other: { file: finding.file, locale: 'de-DE', line: 2, column: 1, end: { line: 2, column: 2 } } }) });
}

export function reportOf(findings: readonly Finding[], rest: Partial<Report> = {}): Report {
  return {
    findings,
    suppressed: [],
    brokenLimits: [],
    checked: CHECKED,
    version: '1.2.3',
    rules: [
      { id: 'link-target-missing', category: 'links', severity: 'warning', summary: 'A link leads somewhere.', why: 'Because.', whatToDo: 'Correct it.', url: 'https://help.example/checks/link-target-missing/' },
      { id: 'target-starts-block', category: 'structure', severity: 'error', summary: 'S.', why: 'W.', whatToDo: 'D.', url: undefined },
    ],
    files: [{ file: 'ar-sa/guide.md', locale: 'ar-sa' }, { file: 'ja-jp/guide.md', locale: 'ja-jp' }],
    folder: 'docs/content/',
    detailsOf: () => undefined,
    ...rest,
  };
}

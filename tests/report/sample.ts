import type { Finding } from '../../src/model/finding.ts';
import type { Checked } from '../../src/report/findings-summary.ts';

/** Findings in two locales, made up for the tests of the reports. */
export const FILES: Readonly<Record<string, string>> = {
  'ar-sa/guide.md': '# الدليل\n\nافتح [الصفحة](pgae.md) الآن.\n',
  'ja-jp/guide.md': `# ガイド\n\n${'とても長い行です。'.repeat(20)}[ページ](pgae.md)${'まだ続きます。'.repeat(20)}\n\n<span data-ttu-id="0a1b2-104">1. 開く\u202E</span>\n`,
};

export const CHECKED: Checked = {
  locales: [
    { locale: 'ja-jp', articles: 1200, segments: 34567 },
    { locale: 'ar-sa', articles: 1, segments: 0 },
  ],
  families: 1200,
};

export const FINDINGS: readonly Finding[] = [
  {
    rule: 'link-target-missing', severity: 'warning', locale: 'ja-jp', path: 'guide.md', file: 'ja-jp/guide.md', segment: null,
    line: 3, column: 187, end: { line: 3, column: 194 },
    args: { url: 'pgae.md', resolved: 'pgae.md', outside: false },
    message: 'The link `pgae.md` leads to no article or file, neither in this locale nor in the source. Correct the path or restore the article.',
    content: '0000000000000001',
  },
  {
    rule: 'target-starts-block', severity: 'error', locale: 'ja-jp', path: 'guide.md', file: 'ja-jp/guide.md', segment: '104',
    line: 5, column: 31, end: { line: 5, column: 37 },
    args: { start: '1. 開く', block: 'numbered list' },
    message: 'The target begins like a numbered list.',
    content: '0000000000000002',
  },
  {
    rule: 'link-target-missing', severity: 'warning', locale: 'ar-sa', path: 'guide.md', file: 'ar-sa/guide.md', segment: null,
    line: 3, column: 15, end: { line: 3, column: 22 },
    args: { url: 'pgae.md', resolved: 'pgae.md', outside: false },
    message: 'The link `pgae.md` leads nowhere.',
    content: '0000000000000003',
  },
  {
    rule: 'missing-translation', severity: 'info', locale: 'de-de', path: 'guide.md', file: 'de-de/guide.md', segment: null,
    line: 1, column: 1, end: { line: 1, column: 1 },
    args: { missing: 'de-DE', present: ['ar-SA', 'ja-JP'] },
    message: 'There is no de-DE translation of this article (there is ar-SA and ja-JP). Have it translated.',
    content: '0000000000000004',
  },
];

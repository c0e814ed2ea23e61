import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { PrettyOptions } from '../../src/report/pretty.ts';
import { toPrettyReport } from '../../src/report/pretty.ts';
import { CHECKED, FILES, FINDINGS } from './sample.ts';

const OPTIONS: PrettyOptions = {
  color: false,
  all: false,
  textOf: (file) => FILES[file],
  sidesOf: ({ segment }) => (segment === null ? undefined : { target: '1. 開く\u202E', source: '1.Open' }),
};

/** Isolates are there but cannot be seen in an expectation. */
const named = (text: string): string => text.replace(/[\u2066\u2068\u2069]/g, (character) => ({ '\u2066': '{LRI}', '\u2068': '{FSI}', '\u2069': '{PDI}' })[character] ?? '');

test('findings by file, line with marker, both sides, tables', () => {
  expect(named(toPrettyReport(FINDINGS, CHECKED, OPTIONS))).toMatchInlineSnapshot(`
    "ja-jp/guide.md
      ▲ warning  link-target-missing  3:187
        The link \`pgae.md\` leads to no article or file, neither in this locale nor in the source.
        Correct the path or restore the article.
        3 │ …い行です。[ページ](pgae.md)まだ続きます。まだ続きます。まだ続きます。まだ続きます。まだ…
          │                     ^^^^^^^

      ✖ error  target-starts-block  5:31  segment 104
        The target begins like a numbered list.
        5 │ <span data-ttu-id="0a1b2-104">1. 開く‹U+202E›</span>
          │                               ^^^^^^^^^^^^^^^
        target  1. 開く‹U+202E›
        source  1.Open

    ar-sa/guide.md
      ▲ warning  link-target-missing  3:15
        The link \`pgae.md\` leads nowhere.
        3 │ {LRI}افتح [الصفحة](▸pgae.md◂) الآن.{PDI}

    de-de/guide.md
      ● info  missing-translation  1:1
        There is no de-DE translation of this article (there is ar-SA and ja-JP). Have it translated.

    locale  articles  segments  errors  warnings  info
    ja-jp      1,200    34,567       1         1     ·
    ar-sa          1         0       ·         1     ·
    de-de          0         0       ·         ·     1

    rule                   ja-jp  ar-sa  de-de  total
    ✖ target-starts-block      1      ·      ·      1
    ▲ link-target-missing      1      1      ·      2
    ● missing-translation      ·      ·      1      1

    ✖ 1 error, ▲ 2 warnings, ● 1 info in 1,201 articles, 34,567 segments, 1,200 families.
    "
  `);
});

test('nothing found', () => {
  expect(toPrettyReport([], CHECKED, OPTIONS)).toMatchInlineSnapshot(`
    "✔ No findings in 1,201 articles, 34,567 segments, 1,200 families.
    "
  `);
});

const many = (count: number, finding: Finding): Finding[] => Array.from({ length: count }, () => ({ ...finding }));

test.each([
  [50, false, 50, undefined],
  [51, false, 50, '1 more finding is not shown.'],
  [1300, false, 50, '1,250 more findings are not shown.'],
  [60, true, 60, undefined],
])('%i findings, all: %s', (count, all, shown, note) => {
  const report = toPrettyReport(many(count, FINDINGS[3]!), CHECKED, { ...OPTIONS, all });
  expect(report.match(/missing-translation {2}1:1/g)).toHaveLength(shown);
  expect(report.match(/.* not shown\./g)?.join()).toBe(note);
});

test('no error is hidden behind infos', () => {
  const report = toPrettyReport([...many(80, FINDINGS[3]!), FINDINGS[1]!], CHECKED, OPTIONS);
  expect(report).toContain('✖ error  target-starts-block');
});

test('colour only when asked', () => {
  expect(toPrettyReport(FINDINGS, CHECKED, OPTIONS)).not.toContain('\u001B');
  expect(toPrettyReport(FINDINGS, CHECKED, { ...OPTIONS, color: true })).toContain('\u001B[31m✖ error\u001B[39m');
});

test('names, messages and sides cannot write to the terminal', () => {
  const evil = '\u001B]0;x\u0007\u202E';
  const finding = { ...FINDINGS[1]!, file: `${evil}.md`, message: evil, segment: evil, rule: 'x' };
  const report = toPrettyReport([finding], CHECKED, { ...OPTIONS, textOf: () => evil.repeat(9), sidesOf: () => ({ target: evil, source: evil }) });
  expect(report).not.toMatch(/[\u001B\u0007\u202E]/);
});

test('with many locales the table keeps to the totals', () => {
  const locales = Array.from({ length: 30 }, (_, index) => ({ locale: `l${index}-xx`, articles: 1, segments: 1 }));
  const report = toPrettyReport(FINDINGS, { locales, families: 1 }, OPTIONS);
  expect(report).toMatch(/^rule +total$/m);
});

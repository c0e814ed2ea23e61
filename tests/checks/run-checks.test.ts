import { describe, expect, test } from 'vitest';
import type { ArticleInput, SegmentInput } from '../../src/checks/define-check.ts';
import { defineCheck } from '../../src/checks/define-check.ts';
import { runChecks, runSegmentChecks, selectChecks, sortFindings } from '../../src/checks/run-checks.ts';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Finding } from '../../src/model/finding.ts';
import { expandPairs } from './expand-pairs.ts';

const LOCALE = { tag: 'de-DE', id: 'de-de', dir: 'ltr', script: 'Latn', label: 'Deutsch', folder: 'de-de' } as const;

function inputOf(text: string): ArticleInput {
  const article = ingest({ locale: 'de-de', path: 'a/b.md', file: 'de-de/a/b.md', text });
  return { scope: 'article', article, handOff: handOff(article), locale: LOCALE, isSource: false };
}

/** Reports every `x` of an article; graded when it is written twice. */
const findX = defineCheck<{ readonly at: number }>({
  id: 'find-x',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'No x.',
  why: 'Because.',
  whatToDo: 'Remove it.',
  examples: [],
  message: ({ at }) => `An x at ${at}.`,
  *run({ article: { text } }) {
    for (const { index, 0: found } of text.matchAll(/x+/g)) {
      yield { args: { at: index }, at: { start: index, end: index + found.length }, ...(found.length > 1 && { severity: 'error' as const }) };
    }
  },
});

const places = (findings: readonly Finding[]): string[] => findings.map(({ line, column, end }) => `${line}:${column}-${end.line}:${end.column}`);

describe('where', () => {
  test.each([
    ['x', ['1:1-1:2']],
    ['a\nbx', ['2:2-2:3']],
    ['a\r\nbx\rx', ['2:2-2:3', '3:1-3:2']],
    ['日本x', ['1:3-1:4']],
    ['😀x', ['1:3-1:4']],
    ['\uFEFFx', ['1:2-1:3']],
  ])('%j', (text, expected) => expect(places(runChecks(selectChecks({}, [findX]), inputOf(text)))).toEqual(expected));

  test('a pair is found in the file, not in the skeleton', () => {
    const text = expandPairs('---\ntitle: T\n---\n⟦Eins.⟧⟪One.⟫ ⟦Zwei.⟧⟪ ⟫');
    const [finding] = runChecks(selectChecks(), inputOf(text)).filter(({ rule }) => rule === 'empty-segment');
    const line = text.split('\n')[3] ?? '';
    expect(finding).toMatchObject({ locale: 'de-de', path: 'a/b.md', file: 'de-de/a/b.md', segment: '103', line: 4, column: line.lastIndexOf('<span data-ttu-id') + 1 });
  });
});

describe('severity', () => {
  const severities = (set: Parameters<typeof selectChecks>[0]): string[] => runChecks(selectChecks(set, [findX]), inputOf('x xx')).map(({ severity }) => severity);

  test('is the check’s own, or the hit’s', () => expect(severities({})).toEqual(['warning', 'error']));
  test('is what the project says for all of them', () => expect(severities({ 'find-x': 'info' })).toEqual(['info', 'info']));
  test('off: not run', () => expect(severities({ 'find-x': 'off' })).toEqual([]));
  test('of other rules does not matter', () => expect(severities({ 'find-y': 'off' })).toEqual(['warning', 'error']));
});

describe('order', () => {
  const finding = (locale: string, path: string, line: number, column: number, rule: string): Finding => ({
    rule, severity: 'info', locale, path, file: `${locale}/${path}`, segment: null, line, column, end: { line, column }, args: {}, message: rule, content: '',
  });
  const sorted = [
    finding('vi-vn', 'a.md', 1, 1, 'b'),
    finding('ar-sa', 'a.md', 1, 1, 'a'),
    finding('ar-sa', 'a.md', 1, 1, 'b'),
    finding('ar-sa', 'a.md', 1, 2, 'a'),
    finding('ar-sa', 'a.md', 10, 1, 'a'),
    finding('ar-sa', 'b.md', 2, 1, 'a'),
    finding('de-de', 'a.md', 1, 1, 'a'),
  ];

  test('locale as given, path, line, column, rule', () => {
    expect(sortFindings([...sorted].reverse(), ['vi-vn', 'ar-sa'])).toEqual(sorted);
  });

  test('without an order of locales: by id', () => {
    expect(sortFindings(sorted).map(({ locale }) => locale)).toEqual(['ar-sa', 'ar-sa', 'ar-sa', 'ar-sa', 'ar-sa', 'de-de', 'vi-vn']);
  });
});

describe('segments', () => {
  /** Reports the first `x` of either side, to be made a `y`, and the segment as a whole when it has a `z`. */
  const find = defineCheck<{ readonly found: string }>({
    ...findX,
    id: 'find',
    scope: 'segment',
    message: ({ found }) => `${found}.`,
    *run({ target, source }) {
      const inTarget = target.raw.indexOf('x');
      const inSource = source.raw.indexOf('x');
      if (inTarget >= 0) yield { args: { found: 'target' }, inTarget: { start: inTarget, end: inTarget + 1 }, fix: [{ start: inTarget, end: inTarget + 1, text: 'y' }] };
      if (inSource >= 0) yield { args: { found: 'source' }, inSource: { start: inSource, end: inSource + 1 } };
      if (target.raw.includes('z')) yield { args: { found: 'whole' } };
    },
  });

  function inputsOf(text: string): SegmentInput[] {
    const { article } = inputOf(expandPairs(text));
    return article.segments.map((segment) => ({
      scope: 'segment', segment, source: inlineText(segment.source), target: inlineText(segment.target), locale: LOCALE, sourceLocale: { ...LOCALE, id: 'en-us' }, article, settings: { terms: [], patterns: [], names: [] },
    }));
  }

  test('hits are placed in the file, fixes too', () => {
    const inputs = inputsOf('# ⟦ab⟧⟪cd⟫\n\n⟦a\nx⟧⟪cx⟫ ⟦z⟧⟪z⟫');
    const text = inputs[0]?.article.text ?? '';
    const findings = runSegmentChecks(selectChecks({}, [find]), inputs);
    const offsetOf = ({ line, column }: { readonly line: number; readonly column: number }): number => text.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    expect(findings.map((finding) => [finding.message, finding.segment, text.slice(offsetOf(finding), offsetOf(finding.end))])).toEqual([
      ['target.', '103', 'x'],
      ['source.', '103', 'x'],
      ['whole.', '104', 'z'],
    ]);
    expect(findings[0]?.fix?.map(({ start, end, text: to }) => [text.slice(start, end), to])).toEqual([['x', 'y']]);
    expect(findings[0]?.fix?.[0]?.start).toBe(text.indexOf('x</span>'));
    expect(inputs.flatMap((input) => runChecks(selectChecks({}, [find]), input))).toEqual(findings);
  });

  test('what is longer than any sentence is not checked', () => {
    expect(runSegmentChecks(selectChecks({}, [find]), inputsOf(`⟦x${'a '.repeat(20_000)}⟧⟪b⟫`))).toEqual([]);
  });

  test('an optional check runs only where it has a severity', () => {
    const optional = { ...find, isOptional: true };
    const count = (set: Parameters<typeof selectChecks>[0]): number => runSegmentChecks(selectChecks(set, [optional]), inputsOf('⟦x⟧⟪b⟫')).length;
    expect([count({}), count({ find: 'info' }), count({ find: 'off' })]).toEqual([0, 1, 0]);
  });
});

describe('hostile articles', () => {
  test.each([
    ['empty', ''],
    ['only frontmatter', '---\ntitle: x\n---\n'],
    ['no line end in 5 MB', 'a '.repeat(2_500_000)],
    ['tags', '<app>'.repeat(200_000)],
    ['open tags', '<app '.repeat(200_000)],
    ['closed quotes in open tags', '<app a="'.repeat(100_000)],
    ['10,000 nested quotes and spans', `${'> '.repeat(10_000)}${'<span>'.repeat(10_000)}x`],
    ['pairs on one line', expandPairs('⟦1. x|<y>⟧⟪1.x⟫ '.repeat(20_000))],
    ['line breaks in a target', expandPairs(`⟦${'\n'.repeat(100_000)}a⟧⟪a⟫`)],
    ['blanks in a target', expandPairs(`⟦a\n${' '.repeat(100_000)}\n b⟧⟪a⟫`)],
    ['marks in a target', expandPairs(`⟦${'- '.repeat(100_000)}\n${'* '.repeat(100_000)}⟧⟪a⟫`)],
    ['control characters', '\0\u0001\uD800\uFDD0\uFFFE'.repeat(1000)],
  ])('%s', (_, text) => {
    expect(runChecks(selectChecks(), inputOf(text))).toBeInstanceOf(Array);
  });
});

test.each([
  ['one long word', 'a'.repeat(19_000)],
  ['dots', 'a.'.repeat(9_000)],
  ['one at sign behind dots', `${'a.'.repeat(9_000)}@`],
  ['underscores', 'a_'.repeat(9_000)],
  ['capitals inside', 'aB'.repeat(9_000)],
  ['digits', '1'.repeat(19_000)],
  ['digits and dots', '1.'.repeat(9_000)],
  ['backslashes', 'C:\\\\a '.repeat(3_000)],
  ['registry', `HKEY_${'A_'.repeat(9_000)}`],
  ['angle brackets', '> '.repeat(9_000)],
  ['opening angle brackets', '<'.repeat(19_000)],
  ['addresses', 'https://a.b/'.repeat(1_500)],
  ['empty links', '[](a)'.repeat(3_000)],
  ['stars', '\\*'.repeat(9_000)],
  ['percent signs', '%a'.repeat(9_000)],
  ['blanks', ' '.repeat(19_000)],
])('a hostile segment: %s', (_, text) => {
  const { article } = inputOf(expandPairs(`⟦b⟧⟪a⟫`));
  const [segment] = article.segments;
  if (!segment) throw new Error('no segment');
  for (const [target, source] of [[text, 'a'], ['b', text], [`${text}x`, text]] as const) {
    const input: SegmentInput = { scope: 'segment', segment: { ...segment, target, source }, target: inlineText(target), source: inlineText(source), locale: LOCALE, sourceLocale: { ...LOCALE, id: 'en-us', tag: 'en-US' }, article, settings: { terms: [], patterns: [], names: [] } };
    expect(runSegmentChecks(selectChecks(), [input])).toBeInstanceOf(Array);
  }
});

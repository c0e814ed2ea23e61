import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { UserError } from '../../src/model/user-error.ts';
import { compareWithBaseline, formatBaseline, parseBaseline } from '../../src/project/baseline.ts';

const finding = (rule: string, content: string, rest: Partial<Finding> = {}): Finding => ({
  rule, severity: 'error', locale: 'de-de', path: 'a.md', file: 'de-de/a.md', segment: '102', line: 3, column: 1, end: { line: 3, column: 2 }, args: {}, message: 'x', content, ...rest,
});
const ONE = finding('a-rule', '1111');
const all = (): boolean => true;
const compare = (findings: readonly Finding[], known: readonly Finding[]) => compareWithBaseline(findings, parseBaseline(formatBaseline(known), 'b.json'), all);

test('the file: sorted, an entry a line, versioned', () => {
  const text = formatBaseline([finding('z', '2', { path: 'b.md' }), ONE, ONE, finding('a-rule', '3', { segment: null })]);
  expect(text).toBe(
    '{\n"version": 1,\n"findings": [\n' +
      '{"locale":"de-de","path":"a.md","rule":"a-rule","content":"3"},\n' +
      '{"locale":"de-de","path":"a.md","rule":"a-rule","segment":"102","content":"1111","count":2},\n' +
      '{"locale":"de-de","path":"b.md","rule":"z","segment":"102","content":"2"}\n]\n}\n',
  );
  expect(formatBaseline([])).toBe('{\n"version": 1,\n"findings": []\n}\n');
});

test.each<[string, Finding, boolean]>([
  ['the same', ONE, true],
  ['moved', { ...ONE, line: 99, column: 7, end: { line: 99, column: 8 } }, true],
  ['another severity', { ...ONE, severity: 'info' }, true],
  ['changed text', { ...ONE, content: '2222' }, false],
  ['another segment', { ...ONE, segment: '103' }, false],
  ['another rule', { ...ONE, rule: 'b-rule' }, false],
  ['another locale', { ...ONE, locale: 'ja-jp' }, false],
  ['another article', { ...ONE, path: 'b.md' }, false],
])('%s is known: %s', (_, found, isKnown) => {
  const { fresh, known, gone } = compare([found], [ONE]);
  expect([fresh.length, known.length, gone.length]).toEqual(isKnown ? [0, 1, 0] : [1, 0, 1]);
});

test('one more of the same is new; one less is gone', () => {
  expect(compare([ONE, ONE, ONE], [ONE, ONE])).toMatchObject({ fresh: [ONE], gone: [] });
  expect(compare([ONE], [ONE, ONE, ONE])).toMatchObject({ fresh: [], gone: [{ count: 2 }] });
});

test('what was not looked at is not gone, and is kept', () => {
  const entries = parseBaseline(formatBaseline([ONE, finding('a-rule', '4', { locale: 'ja-jp' })]), 'b.json');
  expect(compareWithBaseline([], entries, ({ locale }) => locale === 'de-de').gone).toHaveLength(1);
  expect(formatBaseline([ONE], entries.filter(({ locale }) => locale === 'ja-jp'))).toContain('ja-jp');
});

test('written and read again, nothing is new and nothing is gone', () => {
  const some = fc.array(fc.record({ rule: fc.constantFrom('a', 'b'), content: fc.constantFrom('1', '2'), segment: fc.constantFrom(null, '102', 'p103'), path: fc.string(), locale: fc.constantFrom('de-de', 'ja-jp') }));
  fc.assert(
    fc.property(some, (parts) => {
      const findings = parts.map(({ rule, content, ...rest }) => finding(rule, content, rest));
      const { fresh, known, gone } = compare(findings, [...findings].reverse());
      expect([fresh.length, known.length, gone.length]).toEqual([0, findings.length, 0]);
      expect(formatBaseline(findings)).toBe(formatBaseline([...findings].reverse()));
    }),
  );
});

describe('a file that cannot be used', () => {
  test.each([
    ['', 'it is not JSON', 'version control'],
    ['{"version": 1, "findings": [', 'it is not JSON', 'version control'],
    ['<<<<<<< HEAD\n{}\n>>>>>>> x\n', 'merge conflict', '--update-baseline'],
    ['{"version": 2, "findings": []}', 'has version 2; this Interlinear reads version 1', 'the version of Interlinear that wrote it'],
    ['{"version": 0}', 'has version 0', 'Delete it'],
    ['[]', 'is damaged', '--update-baseline'],
    ['{"version": 1, "findings": [{"rule": 1}]}', 'is damaged at findings.0', '--update-baseline'],
    ['{"version": 1, "findings": [{"rule":"a","locale":"b","path":"c","content":"d","count":0}]}', 'is damaged at findings.0.count', '--update-baseline'],
  ])('%j', (text, message, hint) => {
    const read = (): unknown => parseBaseline(text, 'b.json');
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
    try {
      read();
    } catch (error) {
      expect(error instanceof UserError && error.hint).toContain(hint);
    }
  });
});

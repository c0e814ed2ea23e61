import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { IgnoredPaths } from '../../src/model/suppression.ts';
import { readSuppressions } from '../../src/project/read-suppressions.ts';
import { suppressFindings } from '../../src/project/suppress.ts';

const KNOWN = ['empty-segment', 'glued-text', 'unused-suppression', 'unknown-suppressed-rule', 'suppression-without-reason'];

const commentsOf = (text: string, bodyStart = 0) => readSuppressions({ locale: 'de-de', path: 'a/b.md', file: 'de-de/a/b.md', text, bodyStart });

const at = (line: number, rule = 'empty-segment', column = 3): Finding => ({
  rule, severity: 'error', locale: 'de-de', path: 'a/b.md', file: 'de-de/a/b.md', segment: null, line, column, end: { line, column: column + 1 }, args: {}, message: 'x', content: '',
});

describe('what a comment says', () => {
  test.each<[string, readonly string[], string, [number, number] | undefined]>([
    ['<!-- interlinear-ignore empty-segment: a mark -->\nText.\n\nMore.', ['empty-segment'], 'a mark', [1, 2]],
    ['<!-- interlinear-ignore empty-segment, glued-text: a: b -->\n\n\n| a |\n| - |\n\nMore.', ['empty-segment', 'glued-text'], 'a: b', [1, 5]],
    ['Text. <!-- interlinear-ignore empty-segment: x --> More.\nNext.', ['empty-segment'], 'x', [1, 1]],
    ['> <!-- interlinear-ignore empty-segment: x -->\n> Text.\n>\n> More.', ['empty-segment'], 'x', [1, 2]],
    ['<!--interlinear-ignore empty-segment glued-text-->\nText.', ['empty-segment', 'glued-text'], '', [1, 2]],
    ['<!-- interlinear-ignore-file empty-segment: all marks -->\n\nText.', ['empty-segment'], 'all marks', undefined],
    ['{/* interlinear-ignore empty-segment: x */}\nText.', ['empty-segment'], 'x', [1, 2]],
    ['<!-- interlinear-ignore\n  empty-segment:\n  over\n  lines -->\nText.', ['empty-segment'], 'over lines', [1, 5]],
    ['Text.\n<!-- interlinear-ignore empty-segment: at the end -->', ['empty-segment'], 'at the end', [2, 2]],
    ['<!-- interlinear-ignore -->', [], '', [1, 1]],
  ])('%j', (text, rules, reason, lines) => {
    expect(commentsOf(text).map((one) => ({ rules: one.rules, reason: one.reason, lines: one.lines }))).toEqual([{ rules, reason, lines: lines && { from: lines[0], to: lines[1] } }]);
  });

  test.each([
    ['in a code block', '```\n<!-- interlinear-ignore empty-segment: x -->\n```'],
    ['in inline code', 'Write `<!-- interlinear-ignore empty-segment: x -->`.'],
    ['another word', '<!-- interlinear-ignored empty-segment: x -->'],
    ['not closed', '<!-- interlinear-ignore empty-segment: x'],
    ['in the metadata', 'x: <!-- interlinear-ignore empty-segment: x -->'],
  ])('%s: nothing', (name, text) => expect(commentsOf(text, name === 'in the metadata' ? text.length : 0)).toEqual([]));

  test('10,000 comments, closed and open', () => {
    expect(commentsOf('<!-- interlinear-ignore empty-segment: x -->\nText.\n\n'.repeat(10_000))).toHaveLength(10_000);
    expect(commentsOf('<!-- interlinear-ignore empty-segment: x -->\n'.repeat(10_000)).at(0)?.lines).toEqual({ from: 1, to: 10_000 });
    expect(commentsOf('<!-- interlinear-ignore '.repeat(10_000))).toEqual([]);
  });
});

describe('what is silenced', () => {
  const run = (text: string, findings: readonly Finding[], ignore: readonly IgnoredPaths[] = [], checks = {}) => {
    const { findings: left, suppressed } = suppressFindings(findings, commentsOf(text), { checks, ignore }, KNOWN);
    return { left: left.map(({ rule, line }) => `${line} ${rule}`), silenced: suppressed.map(({ finding, by, reason }) => `${finding.line} ${finding.rule}: ${by}, ${reason}`) };
  };
  const BLOCK = '<!-- interlinear-ignore empty-segment: a mark -->\nText.\n\nMore.';

  test('the rule it names, in its block', () => {
    expect(run(BLOCK, [at(2), at(2, 'glued-text'), at(4)])).toEqual({ left: ['2 glued-text', '4 empty-segment'], silenced: ['2 empty-segment: comment, a mark'] });
  });

  test('a finding about the whole article only by a comment for the file', () => {
    const whole: Finding = { ...at(1), column: 1, end: { line: 1, column: 1 } };
    expect(run('<!-- interlinear-ignore empty-segment: x -->', [whole]).left).toEqual(['1 empty-segment', '1 unused-suppression']);
    expect(run('<!-- interlinear-ignore-file empty-segment: x -->', [whole]).left).toEqual([]);
  });

  test('a comment without use, without reason, with a mistyped rule', () => {
    expect(run(BLOCK, []).left).toEqual(['1 unused-suppression']);
    expect(run('<!-- interlinear-ignore empty-segment -->\nText.', [at(2)]).left).toEqual(['1 suppression-without-reason']);
    const { findings } = suppressFindings([], commentsOf('<!-- interlinear-ignore emtpy-segment: x -->'), { checks: {}, ignore: [] }, KNOWN);
    expect(findings).toMatchObject([{ rule: 'unknown-suppressed-rule', args: { rule: 'emtpy-segment', suggestion: 'empty-segment' } }]);
  });

  test('rules that are off are not asked for, nor is a comment for one without use', () => {
    expect(run(BLOCK, [], [], { 'unused-suppression': 'off' }).left).toEqual([]);
    expect(run(BLOCK, [], [], { 'empty-segment': 'off' }).left).toEqual([]);
  });

  test.each([
    ['a/*.md', true],
    ['de-de/**', true],
    ['**/b.md', true],
    ['a/{b,c}.md', true],
    ['c/**', false],
    ['b.md', false],
  ])('paths: %s', (glob, silences) => {
    expect(run('', [at(1)], [{ rules: ['empty-segment'], paths: [glob], reason: 'r' }]).silenced).toEqual(silences ? ['1 empty-segment: path, r'] : []);
  });
});

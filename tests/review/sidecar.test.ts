import { expect, test } from 'vitest';
import type { SegmentReview } from '../../src/model/review.ts';
import { isReviewed, reviewOf } from '../../src/review/review-of.ts';
import { qualityScore } from '../../src/review/score.ts';
import { parseSidecar, writeSidecar } from '../../src/review/sidecar.ts';
import { contentHash } from '../../src/text/content-hash.ts';

const entry = (ordinal: string, more: Partial<SegmentReview> = {}): SegmentReview => ({ ordinal, source: 's', target: 't', state: 'reviewed', ...more });

function sidecar(...entries: SegmentReview[]) {
  return { reviews: new Map(entries.map((each) => [each.ordinal, each])), damaged: [] };
}

test('what is written is read again, sorted, one entry a line', () => {
  const full = entry('110', { provenance: 'edited', rejection: { category: 'term', severity: 'major', note: 'a\nb' }, comments: [{ text: 'c', by: 'd', at: '2026-01-02T03:04:05Z' }], by: 'e', at: '2026-01-02T03:04:05Z' });
  const text = writeSidecar(sidecar(full, entry('p104'), entry('9'), entry('102')));
  expect(text.split('\n').map((line) => /"ordinal":"(\w+)"/.exec(line)?.[1])).toEqual(['9', '102', 'p104', '110', undefined]);
  expect(parseSidecar(text).reviews.get('110')).toEqual(full);
  expect(writeSidecar(parseSidecar(text))).toBe(text);
});

test('nothing said is no file', () => {
  expect(writeSidecar(parseSidecar(undefined))).toBe('');
});

test('a damaged line is told and kept', () => {
  const text = `${writeSidecar(sidecar(entry('102')))}<<<<<<< ours\n{"ordinal":"103"}\n`;
  const read = parseSidecar(text);
  expect(read.damaged).toEqual([
    { line: 2, text: '<<<<<<< ours', reason: 'not JSON' },
    { line: 3, text: '{"ordinal":"103"}', reason: '"source" is missing or not allowed' },
  ]);
  expect(writeSidecar(read)).toBe(text);
});

test('of two entries that a merge has left, the later word counts', () => {
  const lines = [entry('102', { state: 'final', at: '2026-02-01T00:00:00Z' }), entry('102', { state: 'translated', at: '2026-01-01T00:00:00Z' })].map((each) => JSON.stringify(each)).join('\n');
  expect(parseSidecar(lines).reviews.get('102')?.state).toBe('final');
});

test('a state does not survive a change of either text', () => {
  const said = entry('102', { source: contentHash('Source.'), target: contentHash('Target.') });
  const { reviews } = sidecar(said);
  expect(reviewOf({ ordinal: '102', source: 'Source.', target: 'Target.' }, reviews)).toBe(said);
  expect(reviewOf({ ordinal: '102', source: 'Source!', target: 'Target.' }, reviews)).toBeUndefined();
  expect(reviewOf({ ordinal: '102', source: 'Source.', target: 'Target!' }, reviews)).toBeUndefined();
});

test.each([
  [entry('1'), true],
  [entry('1', { state: 'final' }), true],
  [entry('1', { state: 'translated' }), false],
  [entry('1', { rejection: { category: 'other', severity: 'minor', note: '' } }), false],
])('%o is reviewed: %s', (review, expected) => {
  expect(isReviewed(review)).toBe(expected);
});

test('the score counts rejections by weight', () => {
  const rejected = (severity: 'minor' | 'major' | 'critical') => entry('1', { rejection: { category: 'meaning', severity, note: '' } });
  expect(qualityScore([rejected('minor'), rejected('major'), entry('2')], 600)).toBe(10);
  expect(qualityScore([], 0)).toBeUndefined();
});

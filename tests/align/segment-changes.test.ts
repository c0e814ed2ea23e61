import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Sentence, segmentChanges } from '../../src/align/segment-changes.ts';

const numbered = (texts: readonly string[]): Sentence[] => texts.map((text, index) => ({ ordinal: String(102 + index), text }));
const brief = (before: readonly Sentence[], after: readonly Sentence[]): string[] =>
  segmentChanges(before, after).map((change) =>
    change.kind === 'new' ? `+${change.newOrdinal}` : change.kind === 'removed' ? `-${change.ordinal}` : `${change.ordinal}${change.kind === 'same' ? '=' : '~'}${change.newOrdinal}`,
  );

describe('sentence by sentence', () => {
  test.each([
    ['nothing changed', ['Open it.', 'Close it.'], ['Open it.', 'Close it.'], ['102=102', '103=103']],
    ['one is new', ['Open it.', 'Close it.'], ['Open it.', 'Wait a little.', 'Close it.'], ['102=102', '+103', '103=104']],
    ['one is removed', ['Open it.', 'Wait a little.', 'Close it.'], ['Open it.', 'Close it.'], ['102=102', '-103', '104=103']],
    ['one is edited', ['Open the app now.', 'Close it.'], ['Open the new app now.', 'Close it.'], ['102~102', '103=103']],
    ['one is replaced', ['Open the app.'], ['Nothing in common here.'], ['-102', '+102']],
    ['an edit follows a new one', ['Select the blue button.'], ['Sign in first.', 'Select the red button.'], ['+102', '102~103']],
    ['only a URL locale differs', ['See https://example.com/en-us/a.'], ['See https://example.com/de-de/a.'], ['102=102']],
    ['all is new', [], ['Open it.'], ['+102']],
    ['all is removed', ['Open it.'], [], ['-102']],
  ])('%s', (_, before, after, expected) => {
    expect(brief(numbered(before), numbered(after))).toEqual(expected);
  });

  test('a merged paragraph is the same as its sentences, on either side', () => {
    const merged = [{ ordinal: 'p101', text: 'Sign in. Then open the menu.' }, { ordinal: '104', text: 'Wait.' }];
    const split = numbered(['Sign in.', 'Then open the menu.', 'Wait.']);
    expect(brief(merged, split)).toEqual(['p101=102', '104=104']);
    expect(brief(split, merged)).toEqual(['102=p101', '103=p101', '104=104']);
  });

  test('an edit carries both texts and their word diff', () => {
    expect(segmentChanges(numbered(['Open the app now.']), numbered(['Open the new app now.']))).toMatchObject([
      { kind: 'edited', before: 'Open the app now.', after: 'Open the new app now.', diff: [{ kind: 'same' }, { kind: 'added', text: 'new ' }, { kind: 'same' }] },
    ]);
  });
});

test('every sentence of both sides is accounted for once, and in order', () => {
  const words = fc.array(fc.constantFrom('open', 'close', 'menu', 'file', 'now', 'later'), { minLength: 1, maxLength: 6 }).map((list) => `${list.join(' ')}.`);
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.array(words, { maxLength: 12 }), (before, after) => {
      const changes = segmentChanges(numbered(before), numbered(after));
      const old = changes.flatMap((change) => (change.kind === 'new' ? [] : [Number(change.ordinal)]));
      const current = changes.flatMap((change) => (change.kind === 'removed' ? [] : [Number(change.newOrdinal)]));
      expect([...new Set(current)]).toEqual([...new Set(current)].sort((a, b) => a - b));
      expect([...new Set(old)]).toEqual([...new Set(old)].sort((a, b) => a - b));
      if (changes.every(({ kind }) => kind !== 'edited')) expect(old.length).toBe(before.length);
    }),
  );
});

test('articles of the largest known size that share nothing are compared all the same', () => {
  const side = (name: string): Sentence[] => numbered(Array.from({ length: 16_848 }, (_, index) => `${name}${index} ${name}.`));
  expect(segmentChanges(side('a'), side('b'))).toHaveLength(2 * 16_848);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLines, lineOf } from '../../src/text/segment-lines.ts';

test.each([
  ['nothing', [], ''],
  ['one', [[102, 12]], '12:102'],
  ['neighbours name no ordinal', [[102, 12], [103, 12], [104, 15]], '12:102 0 3'],
  ['a gap names one', [[102, 12], [110, 14], [111, 14]], '12:102 2:110 0'],
  ['out of order', [[105, 20], [102, 12]], '20:105 -8:102'],
] as const)('%s', (_, segments, encoded) => {
  expect(encodeLines(segments.map(([ordinal, line]) => ({ ordinal, line })))).toBe(encoded);
});

test('what is written is read', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.record({ ordinal: fc.integer({ min: 1, max: 5_000 }), line: fc.integer({ min: 1, max: 100_000 }) }), { selector: ({ ordinal }) => ordinal }), (segments) => {
    const encoded = encodeLines(segments);
    for (const { ordinal, line } of segments) expect(lineOf(encoded, ordinal)).toBe(line);
    expect(lineOf(encoded, 6_000)).toBe(undefined);
  }));
});

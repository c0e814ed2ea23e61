import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/host/decode-utf8.ts';

test.each([
  ['nothing', [], { kind: 'text', text: '' }],
  ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61], { kind: 'text', text: '\uFEFFa' }],
  ['NUL', [0x61, 0], { kind: 'text', text: 'a\0' }],
  ['four bytes', [0xf0, 0x9f, 0x98, 0x80], { kind: 'text', text: '😀' }],
  ['Latin-1', [0x61, 0xfc, 0x62], { kind: 'invalid', at: 1 }],
  ['first byte', [0xff, 0xfe, 0x61, 0], { kind: 'invalid', at: 0 }],
  ['cut off at the end', [0x61, 0xe2, 0x82], { kind: 'invalid', at: 1 }],
  ['encoded surrogate', [0x61, 0xed, 0xa0, 0x80], { kind: 'invalid', at: 1 }],
  ['overlong', [0xc0, 0xaf], { kind: 'invalid', at: 0 }],
  ['beyond Unicode', [0x61, 0x62, 0xf5, 0x80, 0x80, 0x80], { kind: 'invalid', at: 2 }],
  ['stray continuation', [0xc3, 0xa9, 0x80], { kind: 'invalid', at: 2 }],
])('%s', (_, bytes, expected) => {
  expect(decodeUtf8(Buffer.from(bytes))).toEqual(expected);
});

test('names the byte behind the longest valid beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()), fc.uint8Array({ maxLength: 8 }), (text, after) => {
      const before = Buffer.from(text, 'utf8');
      const read = decodeUtf8(Buffer.concat([before, Buffer.from([0xff]), after]));
      expect(read).toEqual({ kind: 'invalid', at: before.length });
    }),
  );
});

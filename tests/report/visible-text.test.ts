import { expect, test } from 'vitest';
import { isolated, visibleText } from '../../src/report/visible-text.ts';

test.each([
  ['plain', 'plain'],
  ['Grüße 日本 مرحبا 😀', 'Grüße 日本 مرحبا 😀'],
  ['\u001B[31mred\u001B]0;title\u0007', '␛[31mred␛]0;title␇'],
  ['a\r\nb', 'a␍␊b'],
  ['a\u202Eb\u2066c', 'a‹U+202E›b‹U+2066›c'],
  ['a\u200Bb\uFEFFc\u00ADd', 'a‹U+200B›b‹U+FEFF›c‹U+00AD›d'],
  ['\u009B31m\u007F', '‹U+009B›31m␡'],
  ['\uD800x\uFDD0', '‹U+D800›x‹U+FDD0›'],
  ['می\u200Cخواهم 👩\u200D💻', 'می\u200Cخواهم 👩\u200D💻'],
])('%j', (text, expected) => expect(visibleText(text)).toBe(expected));

test('text with right-to-left letters does not turn what stands around it', () => {
  expect(isolated('a')).toBe('a');
  expect(isolated('שלום')).toBe('\u2068שלום\u2069');
});

import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/text/display-width.ts';

const SCRIPTS = ['Arabic', 'Armenian', 'Bengali', 'Cyrillic', 'Devanagari', 'Ethiopic', 'Georgian', 'Greek', 'Gujarati', 'Gurmukhi', 'Han', 'Hebrew', 'Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao', 'Latin', 'Malayalam', 'Mongolian', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thai', 'Tibetan'];

test.each(SCRIPTS)('is what string-width says of every character of %s, wherever it stands', (script) => {
  const letters = new RegExp(`\\p{Script=${script}}`, 'u');
  const wrong: string[] = [];
  let count = 0;
  for (let code = 0x20; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    // How far the signs before numbers reach is for the font to say.
    if (!letters.test(character) || /[\u0600-\u0605\u0890\u0891]/.test(character)) continue;
    count += 1;
    for (const text of [character, `a${character}`, `${character}本`, `本${character}x`, `1${character}ع`]) if (displayWidth(text) !== stringWidth(text)) wrong.push(`U+${code.toString(16)}`);
  }
  expect(count).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test('is what string-width says of punctuation, controls and whole syllables of Hangul', () => {
  const wrong: string[] = [];
  for (const [from, to] of [[0x20, 0x2ff], [0x1f00, 0x2064], [0x2066, 0x22ff], [0x3000, 0x302d], [0x3030, 0x303e], [0x3131, 0x3163], [0xac00, 0xd7a3], [0xfe00, 0xff9f]] as const) {
    for (let code = from; code <= to; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `a${character}`, `1${character}ع`]) if (displayWidth(text) !== stringWidth(text)) wrong.push(`U+${code.toString(16)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([['日本語 ABC', 10], ['ไม่', 2], ['👩‍👩‍👧', 2], ['', 0], ['한국', 4], ['한국'.normalize('NFD'), 4], ['e\u0301', 1], ['שלום', 4], ['a\u200bb', 2], ['\u2068نص\u2069', 2], ['a\tb', 2]] as const)('of %j: %i', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

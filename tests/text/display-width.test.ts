import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/text/display-width.ts';

test('is what string-width says of every character, wherever it stands', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCharCode(code);
    for (const text of [character, `a${character}`, `${character}本`, `本${character}x`, `1${character}ع`]) if (displayWidth(text) !== stringWidth(text)) wrong.push(`U+${code.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test.each([['日本語 ABC', 10], ['ไม่', 2], ['👩‍👩‍👧', 2], ['', 0], ['한국', 4], ['e\u0301', 1], ['שלום', 4]] as const)('of %j: %i', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** An escape, a character reference, or a line end with the blanks around it; a backslash at the end of a side breaks the line. */
export const SPECIAL = /\\(?:[!-/:-@[-`{-~]|$)|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|[ \t]*(?:\r\n?|\n)[ \t]*/g;

/** What a match of {@link SPECIAL} shows; undefined when it is just text. `last`: the side ends with it. */
export function literalToken(found: string, last: boolean): { readonly kind: 'escape' | 'entity' | 'break'; readonly text: string } | undefined {
  if (found === '\\') return last ? { kind: 'break', text: '\n' } : undefined;
  if (found.startsWith('\\')) return { kind: 'escape', text: found.slice(1) };
  if (!found.startsWith('&')) return { kind: 'break', text: ' ' };
  const name = found.slice(1, -1);
  const text = name.startsWith('#') ? characterOf(name.slice(1)) : decodeNamedCharacterReference(name);
  return text === false ? undefined : { kind: 'entity', text };
}

/** By CommonMark §2.5: what is no character is U+FFFD. */
function characterOf(number: string): string {
  const code = /^x/i.test(number) ? parseInt(number.slice(1), 16) : parseInt(number, 10);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
}

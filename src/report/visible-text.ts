/**
 * Controls, invisible and unassigned characters, private use, lone surrogates. The two joiners (U+200C, U+200D) stay:
 * Arabic and Indic words and emoji are written with them.
 */
const HIDDEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;

/**
 * Text that is safe on a terminal: nothing in it moves the cursor, colours, or turns the direction of what follows,
 * and what cannot be seen is named. visibleText('a\u200Bb\u001B') // => 'a‹U+200B›b␛'
 */
export function visibleText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.replace(HIDDEN, nameOf);
}

function nameOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (character === '\t') return '  ';
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  return point === 0x7f ? '␡' : `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** True when a terminal that knows directions shows the text, or a part of it, from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Keeps the direction of a text from reaching beyond it (FSI … PDI); text without right-to-left letters stays as it is. */
export function isolated(text: string): string {
  return hasRightToLeft(text) ? `\u2068${text}\u2069` : text;
}

/*
 * The places that a result of the search can lead to stand in the text of its record, each as a word of private
 * characters, which the index keeps and never finds. The browser runs this too.
 */

/** Begins the word of a place. No author's text in a record has it. */
const PLACE = '\uE007';
/** The characters of an id, which are those of ASCII, begin here. */
const SHIFT = 0xe100;

/** The word that stands for the place of an id; an empty id is a place without address. */
export function placeWord(id: string): string {
  return PLACE + shifted(encodeURIComponent(id), SHIFT);
}

/** The id of a place; undefined for every other word. */
export function placeOfWord(word: string): string | undefined {
  return word.startsWith(PLACE) ? decodeURIComponent(shifted(word.slice(PLACE.length), -SHIFT)) : undefined;
}

function shifted(text: string, by: number): string {
  let moved = '';
  for (let at = 0; at < text.length; at++) moved += String.fromCharCode(text.charCodeAt(at) + by);
  return moved;
}

import stringWidth from 'string-width';

/** Columns that text takes on a terminal: 2 for full-width characters, 0 for combining marks. displayWidth('日本') // => 4 */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

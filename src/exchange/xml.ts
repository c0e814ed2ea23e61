/** Text between tags. Carriage returns are written as references, because parsers fold them. */
export function xmlText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => TEXT_NAMES[character] ?? character) : text;
}

/** Value of a double-quoted attribute; white space is written as references, because parsers normalise it. */
function xmlAttribute(text: string): string {
  return /[&<>"\t\r\n]/.test(text) ? text.replace(/[&<>"\t\r\n]/g, (character) => ATTRIBUTE_NAMES[character] ?? character) : text;
}

/** Replaces what XML 1.0 cannot hold at all, for texts that nobody sends back: notes, names. */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}

/** attributes({ id: 1, x: undefined }) // => ' id="1"' */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? value : xmlAttribute(xmlSafe(value))}"`;
  return text;
}

const TEXT_NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = { ...TEXT_NAMES, '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

import { escapeHtml } from './escape-html.ts';

/** Characters that XML 1.0 cannot hold, not even as references: most controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Makes text safe in an XML element or a double-quoted attribute; what XML cannot hold is named: `‹U+0001›`. */
export function escapeXml(text: string): string {
  return escapeHtml(text)
    .replace(FORBIDDEN, (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

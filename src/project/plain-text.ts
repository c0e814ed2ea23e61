import type { InlineText } from '../model/inline.ts';

/** Characters that are no Markdown, in the shape that units have. */
export function plainText(raw: string): InlineText {
  return { raw, tokens: raw === '' ? [] : [{ kind: 'text', start: 0, end: raw.length, text: raw }], plain: raw, runs: [] };
}

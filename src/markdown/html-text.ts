import type { InlineText, InlineToken } from '../model/inline.ts';
import { isVoid } from './html-names.ts';
import { literalToken } from './literal-token.ts';
import { readTag } from './raw-html.ts';

/** A comment, what may be a tag, a character reference, or a line end with the blanks around it. */
const SPECIAL = /<!--[^]*?-->|<\/?[A-Za-z]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|[ \t]*(?:\r\n?|\n)[ \t]*/g;

/** Tags of a side that are paired; more are a flood. */
const MOST_TAGS = 1_000;
/** Longest side that is read, in UTF-16 code units: nobody writes one as long, and floods cost more than their length. */
const MAX_LENGTH = 20_000;

/**
 * Reads one side of a segment that stands in a block of raw HTML: tags and character references, no Markdown.
 * The tokens cover the side without gaps, as those of {@link inlineText}; there are no runs.
 */
export function htmlText(raw: string): InlineText {
  const tokens: InlineToken[] = [];
  let at = 0;
  const text = (end: number): void => {
    if (end > at) tokens.push({ kind: 'text', text: raw.slice(at, end), start: at, end });
  };
  const add = (token: InlineToken): void => {
    text(token.start);
    tokens.push(token);
    at = token.end;
  };
  for (const { 0: found, index } of raw.length > MAX_LENGTH ? [] : raw.matchAll(SPECIAL)) {
    if (index < at) continue;
    if (found.startsWith('<!--')) add({ kind: 'html', value: '!--', start: index, end: index + found.length });
    else if (found.startsWith('<')) {
      const tag = readTag(raw, index);
      if (tag) add({ kind: 'html', value: tag.name, start: index, end: tag.end });
    } else {
      const literal = literalToken(found, false);
      if (literal) add({ ...literal, start: index, end: index + found.length });
    }
  }
  text(raw.length);
  const paired = withPairs(raw, tokens);
  return { raw, tokens: paired, plain: paired.map((token) => ('text' in token ? token.text : '')).join(''), runs: [] };
}

/** Start and end tags that belong together as pairs, properly nested. */
function withPairs(raw: string, tokens: readonly InlineToken[]): InlineToken[] {
  const tags = tokens.flatMap((token, index) => {
    const tag = token.kind === 'html' && !isVoid(token.value) ? readTag(raw, token.start) : undefined;
    return tag === undefined || tag.empty ? [] : [{ name: tag.name, index, isEnd: tag.closing }];
  });
  if (tags.length > MOST_TAGS) return [...tokens];
  const partners = new Map<number, { readonly pair: number; readonly kind: 'open' | 'close' }>();
  const open: { readonly name: string; readonly index: number }[] = [];
  const found: (readonly [start: number, end: number])[] = [];
  for (const { name, index, isEnd } of tags) {
    if (!isEnd) open.push({ name, index });
    else {
      const partner = open.findLastIndex((one) => one.name === name);
      const start = open[partner]?.index;
      if (start === undefined) continue;
      open.length = partner;
      found.push([start, index]);
    }
  }
  found.sort(([a], [b]) => a - b).forEach(([start, end], pair) => partners.set(start, { pair, kind: 'open' }).set(end, { pair, kind: 'close' }));
  return tokens.map((token, index) => {
    const partner = partners.get(index);
    return partner && token.kind === 'html' ? { ...partner, of: 'html', name: token.value, start: token.start, end: token.end } : token;
  });
}

import type { Range, Segment } from '../model/article.ts';
import type { CodeIndex } from '../text/code-ranges.ts';
import type { Token } from './read-tokens.ts';

/** What the tokeniser knows of one text. */
export interface TokenStream {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of the same text from the same offset; undefined when it holds no code. */
  readonly code: CodeIndex | undefined;
}

/** A pair as it stands in the text. */
export interface Pair extends Range {
  readonly id: string;
  readonly sourceId: string;
  readonly targetRange: Range;
  readonly sourceRange: Range;
  readonly repaired: Segment['repaired'];
  /** A `<span>` was left open inside a half: the pair is read, the markup is reported. */
  readonly leftOpen: boolean;
  /** Index of the first token behind the pair. */
  readonly next: number;
}

/**
 * Reads the pair that starts at a `target` tag, or returns undefined when its halves cannot be told apart.
 * Grammar: FORMAT.md §1, with its nested spans, its code that shows span tags, and the damage of §1.6.
 * Looks no further than the next `target` tag outside code, so that reading every pair of a text is linear.
 */
export function readPair(stream: TokenStream, first: number): Pair | undefined {
  const { tokens } = stream;
  const open = tokens[first];
  if (open === undefined) return undefined;
  const target = readTarget(stream, first + 1, open.id);
  if (target === undefined) return undefined;
  const lookup = tokens[target.close + 1];
  const sourceOpen = tokens[target.close + 2];
  const targetClose = tokens[target.close];
  if (lookup === undefined || sourceOpen === undefined || targetClose === undefined) return undefined;
  const source = readSource(stream, target.close + 3);
  const sourceClose = source && tokens[source.close];
  const last = source && tokens[source.close + 1];
  if (source === undefined || sourceClose === undefined || last === undefined) return undefined;
  const escaped = open.escaped || lookup.escaped || sourceOpen.escaped;
  return {
    start: open.start,
    end: last.end,
    id: open.id,
    sourceId: sourceOpen.id,
    targetRange: { start: open.end, end: targetClose.start },
    sourceRange: { start: sourceOpen.end, end: sourceClose.start },
    repaired: escaped ? 'escaped-quotes' : target.extraClose || source.extraClose ? 'extra-close' : undefined,
    leftOpen: target.leftOpen || source.leftOpen,
    next: source.close + 2,
  };
}

interface Half {
  /** Index of the `</span>` that ends the half. */
  readonly close: number;
  readonly extraClose: boolean;
  readonly leftOpen: boolean;
}

/** A half whose code shows more tags than this is taken for damage; keeps a failed reading short. */
const MOST_TOKENS_IN_CODE = 64;

/** The target ends where `</span>` is followed by the opening tags of a source, whatever spans are open. */
function readTarget(stream: TokenStream, first: number, id: string): Half | undefined {
  const { tokens } = stream;
  let depth = 0;
  let extra: Token | undefined;
  for (let i = first; ; i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (token.kind === 'open') depth++;
    else if (token.kind === 'code') i = Math.max(i, codeEnd(stream, i, (inside) => !showsBorder(stream, inside, id)) - 1);
    else if (token.kind !== 'close') return undefined;
    else if (isBorder(stream, i)) return tokens[i + 2]?.id !== id && crossesBlankLine(stream, extra, token) ? undefined : { close: i, extraClose: extra !== undefined, leftOpen: depth > 0 };
    else if (depth > 0) depth--;
    else extra ??= token;
  }
}

/** The source ends at the first `</span></span>` outside its own spans. */
function readSource(stream: TokenStream, first: number): Half | undefined {
  const { tokens } = stream;
  let depth = 0;
  let extra: Token | undefined;
  let doubleClose: number | undefined;
  for (let i = first; ; i++) {
    const token = tokens[i];
    if (token?.kind === 'open') depth++;
    else if (token?.kind === 'code') {
      i = Math.max(i, codeEnd(stream, i, (inside) => {
        const border = sourceBorderIn(stream, inside);
        if (border.targetFollows) return false;
        doubleClose ??= border.close;
        return true;
      }) - 1);
    } else if (token?.kind === 'close') {
      const ends = touches(stream, i, 'close');
      if (ends && depth === 0) {
        if (!crossesBlankLine(stream, extra, token)) return { close: i, extraClose: extra !== undefined, leftOpen: false };
        return undefined;
      }
      if (ends) doubleClose ??= i;
      if (depth > 0) depth--;
      else extra ??= token;
    } else {
      return doubleClose === undefined ? undefined : { close: doubleClose, extraClose: false, leftOpen: true };
    }
  }
}

interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Index of the first token behind the code that a run opens, or -1 when the run is literal here. */
function codeEnd(stream: TokenStream, index: number, accept: (inside: TokenRange) => boolean): number {
  const end = stream.code?.inlineEnd(stream.tokens[index]?.run ?? -1) ?? -1;
  if (end === -1) return -1;
  let to = index + 1;
  while ((stream.tokens[to]?.start ?? Infinity) < end) {
    if (to - index > MOST_TOKENS_IN_CODE) return -1;
    to++;
  }
  return accept({ from: index + 1, to }) ? to : -1;
}

/** True when the tokens hold the border between the halves of the pair itself, so that they are not code. */
function showsBorder(stream: TokenStream, { from, to }: TokenRange, id: string): boolean {
  for (let i = from; i < to; i++) {
    if (stream.tokens[i]?.kind === 'close' && isBorder(stream, i) && stream.tokens[i + 2]?.id === id) return true;
  }
  return false;
}

/** Where the tokens would end a source half, and whether the next pair starts behind that. */
function sourceBorderIn(stream: TokenStream, { from, to }: TokenRange): { close: number | undefined; targetFollows: boolean } {
  let depth = 0;
  let close: number | undefined;
  for (let i = from; i < to; i++) {
    const kind = stream.tokens[i]?.kind;
    if (kind === 'target' && close !== undefined) return { close, targetFollows: true };
    if (kind === 'close') {
      if (depth <= 0 && close === undefined && touches(stream, i, 'close')) close = i;
      depth--;
    } else if (kind !== 'code') depth++;
  }
  return { close, targetFollows: false };
}

function isBorder(stream: TokenStream, close: number): boolean {
  return touches(stream, close, 'lookup') && touches(stream, close + 1, 'source');
}

/** True when the next token is of a kind and nothing but white space stands between: formatters break lines there. */
function touches({ text, tokens }: TokenStream, index: number, kind: Token['kind']): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next?.kind !== kind) return false;
  return next.start === token.end || (next.start - token.end <= WIDEST_GAP && /^[ \t]*(?:\r\n|\r|\n)?[ \t]*$/.test(text.slice(token.end, next.start)));
}

const WIDEST_GAP = 100;

function crossesBlankLine({ text }: TokenStream, from: Token | undefined, to: Token): boolean {
  return from !== undefined && /(?:\n|\r(?!\n))[ \t]*(?:\r|\n)/.test(text.slice(from.end, to.start));
}

import type { Damage, Range, Segment } from '../model/article.ts';
import { PLACEHOLDER_CLOSE, PLACEHOLDER_OPEN, REPLACEMENT, placeholder } from '../model/skeleton.ts';
import { CodeIndex, mayHoldCode } from '../text/code-ranges.ts';
import { readPair } from './read-pair.ts';
import type { Pair, TokenStream } from './read-pair.ts';
import { readTokens } from './read-tokens.ts';

/** A body, taken apart. */
export interface Bitext {
  readonly segments: readonly Segment[];
  readonly damage: readonly Damage[];
  /** See {@link Article.skeleton}. */
  readonly skeleton: string;
}

/**
 * Takes the pairs out of a body (FORMAT.md §1, with all damage of §1.6), on the string and in linear time.
 *
 * Code outside pairs is left alone, whatever tags it shows. Bilingual markup that forms no pair is reported:
 * its target text stays readable in the skeleton, its tags and its source text do not get there.
 *
 * @param from offset of the body's first character in `text`, UTF-16 code units, 0-based; all offsets of the result count from the start of `text`
 */
export function tokenise(text: string, from: number): Bitext {
  const state = new Tokeniser(text, from);
  state.run();
  return { segments: state.segments, damage: state.damage, skeleton: state.skeleton() };
}

/** A stretch of the body that the skeleton shows differently. */
interface Edit extends Range {
  readonly replacement: string;
}

class Tokeniser {
  readonly segments: Segment[] = [];
  readonly damage: Damage[] = [];
  readonly #edits: Edit[] = [];
  readonly #text: string;
  readonly #from: number;
  readonly #stream: TokenStream;
  /** Spans open in the text between pairs: true for a stray `target` tag, whose `</span>` goes with it. */
  readonly #open: boolean[] = [];
  /** The blank line last found: there is none between it and the place it was looked for from. */
  #blankLine = -1;
  #lastRead: { readonly at: number; readonly pair: Pair | undefined } = { at: -1, pair: undefined };

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
    this.#stream = { text, tokens: readTokens(text, from), code: mayHoldCode(text) ? new CodeIndex(text, from) : undefined };
  }

  run(): void {
    const { tokens } = this.#stream;
    for (let i = 0; i < tokens.length; ) i = this.#step(i);
  }

  skeleton(): string {
    const pieces: string[] = [];
    let at = this.#from;
    for (const edit of this.#edits) {
      pieces.push(plainText(this.#text.slice(at, edit.start)), edit.replacement);
      at = edit.end;
    }
    pieces.push(plainText(this.#text.slice(at)));
    return pieces.join('');
  }

  /** Deals with one token between pairs; returns the index of the next one. */
  #step(index: number): number {
    const token = this.#stream.tokens[index];
    switch (token?.kind) {
      case 'target': {
        const pair = this.#pairAt(index);
        if (pair === undefined) return this.#strayTarget(index);
        this.#addSegment(pair);
        return pair.next;
      }
      case 'code':
        return this.#codeEnd(index);
      case 'open':
        this.#open.push(false);
        return index + 1;
      case 'close':
        if (this.#open.pop() === true) this.#edits.push({ start: token.start, end: token.end, replacement: '' });
        return index + 1;
      case 'odd-target':
        return this.#strayTarget(index);
      default:
        return this.#straySource(index);
    }
  }

  #pairAt(index: number): Pair | undefined {
    if (this.#lastRead.at !== index) this.#lastRead = { at: index, pair: readPair(this.#stream, index) };
    return this.#lastRead.pair;
  }

  #addSegment(pair: Pair): void {
    const index = this.segments.length;
    const hyphen = Math.max(0, pair.id.indexOf('-'));
    const markup = this.#docsLines(pair);
    this.segments.push({
      index,
      prefix: pair.id.slice(0, hyphen),
      ordinal: hyphen === 0 ? pair.id : pair.id.slice(hyphen + 1),
      sourceId: pair.sourceId,
      target: this.#text.slice(pair.targetRange.start, pair.targetRange.end),
      source: this.#text.slice(pair.sourceRange.start, pair.sourceRange.end),
      targetRange: pair.targetRange,
      sourceRange: pair.sourceRange,
      start: pair.start,
      end: pair.end,
      ...(pair.repaired && { repaired: pair.repaired }),
      ...(markup !== undefined && { isMarkup: true }),
    });
    this.#edits.push({ start: pair.start, end: pair.end, replacement: markup ?? placeholder(index) });
    if (pair.leftOpen) this.#report('unbalanced-span', pair);
  }

  /** The producer sometimes makes a pair of lines of Docs that hold no words: they are structure, which no translation changes. */
  #docsLines({ start, end, targetRange, sourceRange }: Pair): string | undefined {
    const opening = this.#text.slice(sourceRange.start, sourceRange.start + 3);
    if (!/^(?::::|\[!)/.test(opening) || !this.#text.startsWith(opening.slice(0, 2), targetRange.start) || sourceRange.end - sourceRange.start > LONGEST_LINES) return undefined;
    const source = this.#text.slice(sourceRange.start, sourceRange.end);
    if (!DOCS_LINES.test(source)) return undefined;
    const before = /[ \t>]*$/.exec(this.#text.slice(Math.max(0, start - LONGEST_EXCERPT), start))?.[0] ?? '';
    const startsLine = start === before.length || /[\r\n]/.test(this.#text[start - before.length - 1] ?? '\n');
    if (!startsLine || !/^[ \t]*(?:[\r\n]|$)/.test(this.#text.slice(end, end + LONGEST_EXCERPT))) return undefined;
    return source.trim().replace(/[ \t\r\n]+(?=:::[ \t]*[a-z])/g, `\n${before}`);
  }

  #strayTarget(index: number): number {
    const token = this.#stream.tokens[index];
    if (token === undefined) return index + 1;
    this.#open.push(true);
    this.#edits.push({ start: token.start, end: token.end, replacement: '' });
    this.#report(token.escaped ? 'escaped-span-quotes' : 'unbalanced-span', token);
    return index + 1;
  }

  /**
   * Takes a source half that belongs to no pair out of the skeleton: up to the `</span>` that balances it,
   * else up to the last `</span>` of its paragraph, else to the paragraph's end or the next tag of a pair.
   */
  #straySource(index: number): number {
    const { tokens } = this.#stream;
    const first = tokens[index];
    if (first === undefined) return index + 1;
    const paragraphEnd = this.#paragraphEnd(first.end);
    let depth = 1;
    let next = index + 1;
    let lastClose: number | undefined;
    for (; depth > 0; next++) {
      const token = tokens[next];
      if (token?.kind === 'open' || ((token?.kind === 'source' || token?.kind === 'odd-source') && next === index + 1)) depth++;
      else if (token?.kind === 'close') {
        depth--;
        if (depth === 0 || token.end <= paragraphEnd) lastClose = next;
      } else if (token?.kind !== 'code') break;
    }
    const limit = Math.min(paragraphEnd, tokens[next]?.start ?? paragraphEnd);
    const range = { start: first.start, end: lastClose === undefined ? limit : (tokens[lastClose]?.end ?? limit) };
    this.#edits.push({ ...range, replacement: '' });
    this.#report(first.escaped ? 'escaped-span-quotes' : 'unbalanced-span', range);
    if (lastClose !== undefined) return lastClose + 1;
    let behind = index + 1;
    while ((tokens[behind]?.start ?? Infinity) < range.end) behind++;
    return behind;
  }

  #paragraphEnd(from: number): number {
    if (from <= this.#blankLine) return this.#blankLine;
    const blankLine = /(?:\n|\r(?!\n))[ \t]*(?=[\r\n])/g;
    blankLine.lastIndex = from;
    this.#blankLine = blankLine.exec(this.#text)?.index ?? this.#text.length;
    return this.#blankLine;
  }

  /** Index of the first token behind the code that a run opens; the next token when the run is literal. */
  #codeEnd(index: number): number {
    const { code, tokens } = this.#stream;
    const run = tokens[index]?.run ?? -1;
    if (code === undefined || run === -1) return index + 1;
    const fence = code.isFence(run);
    if (fence) return this.#fenceEnd(index, code.closedFenceEnd(run));
    const end = code.inlineEnd(run);
    return end === -1 ? index + 1 : this.#inlineCodeEnd(index, end);
  }

  /** A fence that nothing closes ends before the first pair: the format never has pairs in fences (FORMAT.md §1.3). */
  #fenceEnd(index: number, end: number): number {
    const { tokens } = this.#stream;
    let next = index + 1;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < (end === -1 ? Infinity : end)) {
      if (end === -1 && tokens[next]?.kind === 'target' && this.#pairAt(next) !== undefined) break;
      next++;
    }
    return next;
  }

  /**
   * Code may show tags and whole pairs, but a real pair's backticks are its own: no code reaches from outside
   * into a pair, and none that covers pairs reaches over a line.
   */
  #inlineCodeEnd(index: number, end: number): number {
    const { tokens } = this.#stream;
    let covered = 0;
    let next = index + 1;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) {
      const pair = tokens[next]?.kind === 'target' ? this.#pairAt(next) : undefined;
      if (pair !== undefined && (pair.end > end || ++covered > MOST_PAIRS_IN_CODE)) return index + 1;
      next = pair?.next ?? next + 1;
    }
    const start = tokens[index]?.end ?? 0;
    return covered > 0 && /[\r\n]/.test(this.#text.slice(start, end)) ? index + 1 : next;
  }

  #report(kind: Damage['kind'], range: Range): void {
    const excerpt = this.#text.slice(range.start, Math.min(range.end, range.start + LONGEST_EXCERPT));
    this.damage.push({ kind, start: range.start, end: range.end, excerpt });
  }
}

/** `::: zone pivot="a"`, or `:::row::: :::column:::` of two lines; `[!code-cs[Main](a.cs)]`. */
const DOCS_LINES = /^\[!(?:code|include)(?:-[\w+#.-]+)?[ \t]*\[[^[\]\n]*\][ \t]*\([^()\n]*\)[ \t]*\]\s*$|^(?:\s{0,80}:::[ \t]{0,4}(?:row|column|zone|moniker)(?:-(?:end|pivot))?(?![\w-])(?:[ \t]{0,4}(?:pivot|range|span)?[ \t]{0,4}=[ \t]{0,4}"[^"\n]*")?[ \t]{0,4}(?::::)?)+\s*$/i;
const LONGEST_LINES = 1_000;
const MOST_PAIRS_IN_CODE = 16;
const LONGEST_EXCERPT = 80;

const UNSAFE = new RegExp(`[\\r\\0${PLACEHOLDER_OPEN}${PLACEHOLDER_CLOSE}]`);
const RESERVED = new RegExp(`[\\0${PLACEHOLDER_OPEN}${PLACEHOLDER_CLOSE}]`, 'g');

/** Text between pairs as the skeleton holds it: `\n` as line end, no character that means something to us or nothing to HTML. */
function plainText(text: string): string {
  return UNSAFE.test(text) ? text.replace(/\r\n?/g, '\n').replace(RESERVED, REPLACEMENT) : text;
}

import { CODE_RUN, mayHoldCode } from '../text/code-ranges.ts';

/**
 * A piece of markup that decides where pairs and their halves end.
 * Offsets are UTF-16 code units, 0-based, into the file's text.
 */
export interface Token {
  /**
   * `target`, `lookup`, `source`: the three opening tags of a pair, in their order (FORMAT.md §1).
   * `odd-target`, `odd-source`: a `<span>` with an attribute of theirs in another spelling. `open`, `close`: any other `<span …>`, and `</span>`.
   * `code`: a run of backticks or tildes.
   */
  readonly kind: 'target' | 'lookup' | 'source' | 'odd-target' | 'odd-source' | 'open' | 'close' | 'code';
  readonly start: number;
  readonly end: number;
  /** Id of a `target` or `source` tag as written, e.g. `3a85d-102`; else empty. */
  readonly id: string;
  /** True when a quote of the tag is written `&quot;` (FORMAT.md §1.6 no. 3). */
  readonly escaped: boolean;
  /** Of a `code` token: its index in {@link CodeIndex.runs}; else -1. */
  readonly run: number;
}

/** All tokens of a text from an offset on, in order. One pass. */
export function readTokens(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  const pattern = mayHoldCode(text) ? new RegExp(SPANS_AND_CODE) : new RegExp(SPANS);
  pattern.lastIndex = from;
  let runs = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const written = match[0];
    const start = match.index;
    const half = match[1];
    const kind = half === 'ttu' ? 'target' : half === 'stu' ? 'source' : match[3] !== undefined ? 'lookup' : otherKind(text, start);
    const end = kind === 'odd-target' || kind === 'odd-source' ? tagEnd(text, start) : start + written.length;
    tokens.push({ kind, start, end, id: match[2] ?? '', escaped: written.includes('&quot;'), run: kind === 'code' ? runs++ : -1 });
  }
  return tokens;
}

const SPANS =
  /<\/span>|<span(?: data-(ttu|stu)-id=(?:"|&quot;)([^"&<>\s]{1,64})(?:"|&quot;)>| class=(?:"|&quot;)(sxs-lookup)(?:"|&quot;)>|(?=[\s>]))/g;
const SPANS_AND_CODE = new RegExp(`${SPANS.source}|${CODE_RUN.source}`, 'g');
const LONGEST_ODD_TAG = 240;
const ODD_TAG = /^<span\s[^<>]*(data-ttu-id|data-stu-id|sxs-lookup)[^<>]*>/;

function otherKind(text: string, start: number): Token['kind'] {
  if (text.charCodeAt(start) !== LESS_THAN) return 'code';
  if (text.charCodeAt(start + 1) === SLASH) return 'close';
  if (text.charCodeAt(start + 5) === GREATER_THAN) return 'open';
  const odd = ODD_TAG.exec(text.slice(start, start + LONGEST_ODD_TAG));
  return odd === null ? 'open' : odd[1] === 'data-ttu-id' ? 'odd-target' : 'odd-source';
}

function tagEnd(text: string, start: number): number {
  return text.indexOf('>', start) + 1;
}

const LESS_THAN = 0x3c;
const SLASH = 0x2f;
const GREATER_THAN = 0x3e;

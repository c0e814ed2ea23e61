import type { InlineToken } from '../model/inline.ts';
import { literalToken, SPECIAL } from './literal-token.ts';
import { emphasisRole } from './simple-inline.ts';

/**
 * Reads the inline Markdown that most segments are made of: text, `**strong**`, `*emphasis*`, `[links](url)`, `` `code` ``,
 * escapes and character references, where CommonMark leaves no doubt. Undefined for every other text: the parser reads
 * it, and a test holds both to the same tokens. Linear in the length.
 */
export function simpleTokens(raw: string): InlineToken[] | undefined {
  if (NOT_SIMPLE.test(raw)) return undefined;
  const reader = new Reader(raw);
  return reader.read() ? reader.tokens : undefined;
}

/** Raw HTML, autolinks, line ends, strikethrough, private characters, images, Docs markers, doubled backticks, a break at the end. */
const NOT_SIMPLE = /[<\n\r\0\uFDD0-\uFDD5~]|!\[|\[!|:::|``|\\$/;
/** What can be more than text. */
const MARK = /[\\`*_[\]&]/g;
/** `(destination)` without blanks, brackets, escapes and code. */
// eslint-disable-next-line no-control-regex
const DESTINATION = /\(([^\s()<>\\`\u0000-\u001F\u007F]*)\)/y;
/** A character reference that needs the parser. */
const REFERENCE = /&(?!amp;)(?:#|[A-Za-z][A-Za-z\d]*;)/;

/** Something open: `*` (length 1), `**` (2), or a link's text, which ends at `end` and its markup at `after`. */
type Frame = { readonly length: 1 | 2; readonly pair: number } | Link;

interface Link {
  readonly length: 0;
  readonly pair: number;
  readonly url: string;
  readonly end: number;
  readonly after: number;
}

class Reader {
  readonly tokens: InlineToken[] = [];
  readonly #raw: string;
  readonly #open: Frame[] = [];
  #link: Link | undefined;
  #pairs = 0;
  /** Where the text begins that was not written yet. */
  #text = 0;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** False when a parser must decide. */
  read(): boolean {
    const raw = this.#raw;
    const mark = new RegExp(MARK);
    for (let match = mark.exec(raw); match !== null; match = mark.exec(raw)) {
      const end = this.#mark(match[0], match.index);
      if (end === undefined) return false;
      mark.lastIndex = end;
    }
    this.#flush(raw.length);
    return this.#open.length === 0;
  }

  /** Reads what a mark begins; returns where to go on. */
  #mark(mark: string, at: number): number | undefined {
    const raw = this.#raw;
    switch (mark) {
      case '*':
        return this.#stars(at);
      case '`':
        return this.#code(at);
      case '[':
        return this.#bracket(at);
      case ']':
        return this.#linkEnd(at);
      case '_': {
        let end = at;
        while (raw[end] === '_') end++;
        return isWord(raw[at - 1]) && isWord(raw[end]) ? end : undefined;
      }
      default: {
        const special = new RegExp(SPECIAL, 'y');
        special.lastIndex = at;
        const found = special.exec(raw)?.[0];
        const token = found === undefined ? undefined : literalToken(found, false);
        if (found === undefined || token === undefined) return at + 1;
        this.#push({ ...token, start: at, end: at + found.length });
        return at + found.length;
      }
    }
  }

  #stars(at: number): number | undefined {
    const length = this.#raw[at + 1] === '*' ? 2 : 1;
    const end = at + length;
    const role = emphasisRole(this.#raw, at, end, this.#open.at(-1)?.length);
    if (role === undefined) return undefined;
    if (role === 'text') return end;
    const of = length === 2 ? 'strong' : 'emphasis';
    if (role === 'open') {
      const pair = this.#pairs++;
      this.#open.push({ length, pair });
      this.#push({ kind: 'open', pair, of, start: at, end });
      return end;
    }
    const opened = this.#open.pop();
    if (opened?.length !== length) return undefined;
    this.#push({ kind: 'close', pair: opened.pair, of, start: at, end });
    return end;
  }

  #code(at: number): number | undefined {
    const close = this.#raw.indexOf('`', at + 1);
    // What stands in a link's text must end there.
    if (close === -1 || (this.#link && close > this.#link.end)) return undefined;
    const content = this.#raw.slice(at + 1, close);
    const value = content.startsWith(' ') && content.endsWith(' ') && /[^ ]/.test(content) ? content.slice(1, -1) : content;
    this.#push({ kind: 'code', value, start: at, end: close + 1 });
    return close + 1;
  }

  /** A bracket opens a link when the one that closes it is followed by a destination; links in it are left to the parser. */
  #bracket(at: number): number | undefined {
    const raw = this.#raw;
    if (this.#link) return at + 1;
    const end = closingBracket(raw, at);
    if (end === -1) return raw.includes(']', at) ? undefined : at + 1;
    const label = raw.slice(at + 1, end);
    if (BRACKET_ESCAPE.test(label) || label.split('`').length % 2 === 0) return undefined;
    // Code may hold brackets that are none.
    if (label.includes('[') && (label.includes('`') || label.includes(']('))) return undefined;
    if (raw[end + 1] !== '(') return at + 1;
    DESTINATION.lastIndex = end + 1;
    const [written, address] = DESTINATION.exec(raw) ?? [];
    if (written === undefined || address === undefined || REFERENCE.test(address)) return undefined;
    const url = address.replaceAll('&amp;', '&');
    const pair = this.#pairs++;
    this.#link = { length: 0, pair, url, end, after: end + 1 + written.length };
    this.#open.push(this.#link);
    this.#push({ kind: 'open', pair, of: 'link', url, start: at, end: at + 1 });
    return at + 1;
  }

  #linkEnd(at: number): number | undefined {
    const link = this.#link;
    if (!link || at < link.end) return at + 1;
    if (this.#open.pop() !== link || link.end !== at) return undefined;
    this.#link = undefined;
    this.#push({ kind: 'close', pair: link.pair, of: 'link', url: link.url, start: at, end: link.after });
    return link.after;
  }

  #push(token: InlineToken): void {
    this.#flush(token.start);
    this.tokens.push(token);
    this.#text = token.end;
  }

  #flush(end: number): void {
    if (end > this.#text) this.tokens.push({ kind: 'text', text: this.#raw.slice(this.#text, end), start: this.#text, end });
  }
}

/** Index of the bracket that closes the one at `open`, backslashes left out of account; -1 when there is none, or too many stand in it. */
function closingBracket(text: string, open: number): number {
  let close = text.indexOf(']', open + 1);
  let inner = text.indexOf('[', open + 1);
  for (let count = 0; inner !== -1 && inner < close; count++) {
    if (count === MOST_INSIDE) return -1;
    close = text.indexOf(']', close + 1);
    inner = text.indexOf('[', inner + 1);
  }
  return close;
}

/** Pairs of brackets in brackets that are followed. */
const MOST_INSIDE = 8;
/** An escape that hides a bracket or a backtick. */
const BRACKET_ESCAPE = /\\(?:[[\]`\\]|$)/;

/** A letter or digit for CommonMark: neither blank nor punctuation. Half a character does not tell. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /[^\s\p{P}\p{S}\p{Cs}]/u.test(character);
}

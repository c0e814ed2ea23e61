import { readAttributes } from './read-attributes.ts';

/** Something in an article that points elsewhere. Offsets are UTF-16 code units, 0-based. */
export interface Reference {
  readonly kind: 'link' | 'image' | 'include' | 'code';
  /** `inline`: `[x](url)`; `definition`: `[x]: url`; `html`: an attribute of a tag or of `:::image`. */
  readonly form: 'inline' | 'definition' | 'html';
  /** The address, character references and backslash escapes resolved. */
  readonly url: string;
  /** Range of the address as written. */
  readonly start: number;
  readonly end: number;
  /** Range of the link text, label or alt text; empty where there is none. */
  readonly labelStart: number;
  readonly labelEnd: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** More brackets than this are never open at once in an article; the oldest are forgotten, which bounds memory. */
const MAX_OPEN = 1000;
/** As in CommonMark's own implementations: keeps a line of opening parentheses linear. */
const MAX_PARENTHESES = 32;

/**
 * Finds what a Markdown text points to, in one pass: inline links and images, link definitions,
 * `<a href>`, `<img src>`, `:::image source`, `[!INCLUDE [x](path)]`, `[!code-lang[x](path)]`.
 * `hidden` are the ranges of code spans and code blocks, and others to be passed over (ascending): nothing is found in them.
 * findReferences('See [x](a.md "t").', []) // => [{ kind: 'link', form: 'inline', url: 'a.md', start: 8, end: 12, … }]
 */
export function findReferences(text: string, hidden: readonly Span[]): Reference[] {
  return new ReferenceScanner(text, hidden).scan();
}

interface OpenBracket {
  readonly at: number;
  readonly kind: Reference['kind'];
  /** What a link directly inside points to, when this bracket opens a directive. */
  readonly inside: 'include' | 'code' | undefined;
}

class ReferenceScanner {
  readonly #text: string;
  readonly #hidden: readonly Span[];
  #nextHidden = 0;
  #open: OpenBracket[] = [];
  readonly #found: Reference[] = [];
  readonly #pattern = /[\\[\]<]|:::/g;
  #noCommentEnd = false;

  constructor(text: string, hidden: readonly Span[]) {
    this.#text = text;
    this.#hidden = hidden;
  }

  scan(): Reference[] {
    const text = this.#text;
    const pattern = this.#pattern;
    while (pattern.test(text)) {
      const last = pattern.lastIndex - 1;
      const at = text[last] === ':' ? last - 2 : last;
      pattern.lastIndex = this.#hiddenEndAt(at) ?? this.#read(at, text[last]);
    }
    return this.#found;
  }

  /** Reads what starts at `at`; returns where to go on. */
  #read(at: number, mark: string | undefined): number {
    switch (mark) {
      case '\\':
        return at + 2;
      case '[':
        return this.#openBracket(at);
      case ']':
        return this.#closeBracket(at);
      case '<':
        return this.#tag(at);
      default:
        return this.#imageDirective(at);
    }
  }

  #hiddenEndAt(at: number): number | undefined {
    while ((this.#hidden[this.#nextHidden]?.end ?? Infinity) <= at) this.#nextHidden++;
    const range = this.#hidden[this.#nextHidden];
    return range && range.start <= at ? range.end : undefined;
  }

  #openBracket(at: number): number {
    if (this.#open.length >= MAX_OPEN) this.#open = this.#open.slice(MAX_OPEN / 2);
    const image = this.#text[at - 1] === '!' && this.#text[at - 2] !== '\\';
    const directive = this.#text[at + 1] === '!' ? /^!(include|code)/i.exec(this.#text.slice(at + 1, at + 9))?.[1]?.toLowerCase() : undefined;
    this.#open.push({ at, kind: image ? 'image' : 'link', inside: directive === 'include' || directive === 'code' ? directive : undefined });
    return at + 1;
  }

  #closeBracket(at: number): number {
    const bracket = this.#open.pop();
    if (!bracket) return at + 1;
    const next = this.#text[at + 1];
    const label = { labelStart: bracket.at + 1, labelEnd: at };
    if (next === '(') {
      const destination = this.#destination(this.#skipSpace(at + 2));
      if (!destination || !this.#closesLink(destination.after)) return at + 1;
      this.#add(this.#open.at(-1)?.inside ?? bracket.kind, 'inline', destination, label);
      return destination.after;
    }
    if (next === ':' && bracket.kind === 'link' && this.#text[bracket.at + 1] !== '^' && this.#startsLine(bracket.at)) {
      const destination = this.#destination(this.#skipSpace(at + 2));
      if (!destination || !/^[ \t]*(?:$|[\r\n"'(])/.test(this.#text.slice(destination.after, destination.after + 200))) return at + 1;
      this.#add('link', 'definition', destination, label);
      return destination.after;
    }
    return at + 1;
  }

  /** Reads `<url>` or a run without white space and with balanced parentheses. */
  #destination(start: number): (Span & { readonly after: number }) | undefined {
    const text = this.#text;
    if (text[start] === '<') {
      for (let at = start + 1; at < text.length; at++) {
        const character = text[at];
        if (character === '>') return { start: start + 1, end: at, after: at + 1 };
        if (character === '<' || character === '\n') return undefined;
        if (character === '\\') at++;
      }
      return undefined;
    }
    let depth = 0;
    let at = start;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit <= 0x20) break;
      if (unit === 0x5c) at++;
      else if (unit === 0x28 && ++depth > MAX_PARENTHESES) return undefined;
      else if (unit === 0x29 && --depth < 0) break;
    }
    const end = Math.min(at, text.length);
    return depth > 0 || end === start ? undefined : { start, end, after: end };
  }

  /** True when only an optional title stands between `at` and the closing parenthesis. */
  #closesLink(at: number): boolean {
    const start = this.#skipSpace(at);
    const quote = this.#text[start];
    if (quote === ')') return true;
    if (start === at || (quote !== '"' && quote !== "'" && quote !== '(')) return false;
    const end = this.#titleEnd(start + 1, quote === '(' ? ')' : quote);
    return end !== undefined && this.#text[this.#skipSpace(end)] === ')';
  }

  #titleEnd(start: number, close: string): number | undefined {
    for (let at = start; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === close) return at + 1;
      if (character === '\\') at++;
      else if (character === '(' && close === ')') return undefined;
      // A title cannot hold a blank line. Stopping there also keeps unclosed titles from being read again and again.
      else if (character === '\n' && this.#text[at + 1] === '\n') return undefined;
    }
    return undefined;
  }

  #tag(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = this.#noCommentEnd ? -1 : text.indexOf('-->', at + 4);
      this.#noCommentEnd = end < 0;
      return end < 0 ? at + 4 : end + 3;
    }
    const name = /^<(a|img)[\s/]/i.exec(text.slice(at, at + 5))?.[1]?.toLowerCase();
    if (!name) return at + 1;
    const attributes = readAttributes(text, at + 1 + name.length, '>');
    if (!attributes) return at + 1;
    const address = attributes.values.get(name === 'a' ? 'href' : 'src');
    if (address) this.#add(name === 'a' ? 'link' : 'image', 'html', address, labelOf(attributes.values.get('alt'), address.start));
    return attributes.end;
  }

  #imageDirective(at: number): number {
    if (!/^:::image\s/i.test(this.#text.slice(at, at + 9))) return at + 3;
    const attributes = readAttributes(this.#text, at + ':::image'.length, ':::');
    const address = attributes?.values.get('source');
    if (!attributes || !address) return at + 3;
    this.#add('image', 'html', address, labelOf(attributes.values.get('alt-text'), address.start));
    return attributes.end;
  }

  #startsLine(at: number): boolean {
    let before = at - 1;
    while (before >= 0 && at - before <= 4 && this.#text[before] === ' ') before--;
    return before < 0 || this.#text[before] === '\n' || this.#text[before] === '\r';
  }

  #skipSpace(start: number): number {
    let at = start;
    while (at < this.#text.length && this.#text.charCodeAt(at) <= 0x20 && this.#text[at] !== '\0') at++;
    return at;
  }

  #add(kind: Reference['kind'], form: Reference['form'], { start, end }: Span, label: Pick<Reference, 'labelStart' | 'labelEnd'>): void {
    this.#found.push({ kind, form, url: unescapeUrl(this.#text.slice(start, end)), start, end, ...label });
  }
}

function labelOf(alt: Span | undefined, otherwise: number): Pick<Reference, 'labelStart' | 'labelEnd'> {
  return { labelStart: alt?.start ?? otherwise, labelEnd: alt?.end ?? otherwise };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function unescapeUrl(url: string): string {
  if (!/[\\&]/.test(url)) return url;
  return url.replace(/\\([!-/:-@[-`{-~])|&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, escaped?: string, name?: string, decimal?: string, hex?: string) => {
    if (escaped !== undefined) return escaped;
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

import type { CompiledInline, Part } from '../model/markup.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { encodeUrl, urlKind } from './urls.ts';

/**
 * Compiles the inline Markdown that most segments are made of: text, `**strong**`, `*emphasis*`, `[links](url)`,
 * `` `code` ``, backslash escapes and the commonest entities, where CommonMark leaves no doubt. Undefined for every other text: the parser reads it, and a test
 * holds both to the same result. Linear in the length.
 * @param text without line ends, blanks at its ends, tildes in pairs and private characters (compile-inline.ts)
 */
export function simpleInline(text: string, inLink: boolean, hasDefinitions: boolean): CompiledInline | undefined {
  const reader = new Reader(text, inLink, hasDefinitions);
  const end = reader.read(0, 0);
  return end === text.length ? { parts: reader.finish(), plain: reader.plain, unknownTags: NO_TAGS } : undefined;
}

const NO_TAGS: readonly string[] = [];
const FAILED = -1;
/** Brackets around brackets; nobody writes more. */
const MOST_BRACKETS = 3;
/** Characters that end a stretch of plain text. */
const SPECIAL = /[\\`*_[\]<&!]/g;
/** What may become a link by itself. */
const ADDRESS = /https?:|www\.|[\w.+-]@/i;
/** What an address may hold a part of; the escapes in it are undone before it is looked for. */
const ADDRESS_SIGN = /http|www|@/i;

class Reader {
  plain = '';
  readonly #text: string;
  readonly #inLink: boolean;
  readonly #hasDefinitions: boolean;
  readonly #special = new RegExp(SPECIAL);
  readonly #parts: Part[] = [];
  #buffer = '';
  /** Whether an address may stand outside the destinations of links; undefined as long as nobody has asked. */
  #mayHoldAddress: boolean | undefined;

  constructor(text: string, inLink: boolean, hasDefinitions: boolean) {
    this.#text = text;
    this.#inLink = inLink;
    this.#hasDefinitions = hasDefinitions;
  }

  finish(): Part[] {
    if (this.#buffer !== '') this.#parts.push(this.#buffer);
    return this.#parts;
  }

  /** Reads to the end of the text, or to the `]` that closes the innermost of `brackets`; returns the offset reached, or {@link FAILED}. */
  read(from: number, brackets: number): number {
    const text = this.#text;
    const open: number[] = [];
    let at = from;
    while (at < text.length) {
      this.#special.lastIndex = at;
      const next = this.#special.exec(text)?.index ?? text.length;
      if (next > at) {
        const words = text.slice(at, next);
        // In the text of a link an address is no link.
        if (brackets === 0 && ADDRESS.test(words)) return FAILED;
        this.#literal(words);
      }
      at = next;
      if (at >= text.length) break;
      switch (text[at]) {
        case '*': {
          const length = text[at + 1] === '*' ? 2 : 1;
          const role = emphasisRole(text, at, at + length, open.at(-1));
          if (role === undefined || (role === 'close' && open.pop() !== length)) return FAILED;
          if (role === 'open') open.push(length);
          if (role === 'text') this.#literal(text.slice(at, at + length));
          else this.#buffer += TAGS[role][length - 1];
          at += length;
          break;
        }
        case '\\': {
          const escaped = text[at + 1];
          if (escaped === undefined || (this.#mayHoldAddress ??= ADDRESS_SIGN.test(text.replace(DESTINATIONS, ']')))) return FAILED;
          const punctuation = ASCII_PUNCTUATION.test(escaped);
          this.#literal(punctuation ? escaped : '\\');
          at += punctuation ? 2 : 1;
          break;
        }
        case '`':
          at = this.#code(at);
          break;
        case '_': {
          const end = runEnd(text, at);
          if (kindOf(text, at - 1) !== 'letter' || kindOf(text, end) !== 'letter') return FAILED;
          this.#literal(text.slice(at, end));
          at = end;
          break;
        }
        case '[':
          at = this.#link(at, brackets, open.length > 0);
          break;
        case ']':
          if (brackets > 0) return open.length > 0 ? FAILED : at;
          this.#literal(']');
          at++;
          break;
        case '&':
          at = this.#ampersand(at);
          break;
        case '!':
          if (text[at + 1] === '[') return FAILED;
          this.#literal('!');
          at++;
          break;
        default:
          return FAILED;
      }
      if (at === FAILED) return FAILED;
    }
    return open.length > 0 || brackets > 0 ? FAILED : at;
  }

  #literal(text: string): void {
    this.plain += text;
    this.#buffer += escapeHtml(text);
  }

  #ampersand(at: number): number {
    const character = ENTITIES[this.#text.slice(at, at + 6).replace(/;.*/, ';')];
    if (character === undefined && /[#A-Za-z]/.test(this.#text[at + 1] ?? '')) return FAILED;
    this.#literal(character ?? '&');
    return character === undefined ? at + 1 : this.#text.indexOf(';', at) + 1;
  }

  #code(open: number): number {
    const text = this.#text;
    if (text[open + 1] === '`') return FAILED;
    const close = text.indexOf('`', open + 1);
    if (close === -1 || text[close + 1] === '`') return FAILED;
    let content = text.slice(open + 1, close);
    if (content.startsWith(' ') && content.endsWith(' ') && /[^ ]/.test(content)) content = content.slice(1, -1);
    this.#buffer += '<code>';
    this.#literal(content);
    this.#buffer += '</code>';
    return close + 1;
  }

  /** Brackets may stand in the text of a link, but no link. @param brackets how many are open around it */
  #link(open: number, brackets: number, inEmphasis: boolean): number {
    if (brackets > MOST_BRACKETS) return FAILED;
    const text = this.#text;
    // The destination comes behind the text, so its tag is written when the text is known to be one.
    const before = this.#buffer;
    const plainBefore = this.plain;
    const parts = this.#parts.length;
    this.#buffer = '';
    this.plain = '';
    const close = this.read(open + 1, brackets + 1);
    if (close === FAILED || this.#parts.length !== parts) return FAILED;
    const label = this.#buffer;
    const plain = this.plain;
    this.#buffer = before;
    this.plain = plainBefore;
    if (text[close + 1] !== '(') {
      // Without definitions these are just brackets, which emphasis may reach into.
      if (this.#hasDefinitions || ADDRESS.test(plain) || (inEmphasis && text.slice(open, close).includes('*'))) return FAILED;
      this.#buffer += `[${label}]`;
      this.plain += `[${plain}]`;
      return close + 1;
    }
    if (brackets > 0) return FAILED;
    this.plain += plain;
    DESTINATION.lastIndex = close;
    const destination = DESTINATION.exec(text)?.[1];
    if (destination === undefined) return FAILED;
    if (/&(?!amp;)(?:#|[A-Za-z][A-Za-z0-9]*;)/.test(destination)) return FAILED;
    const url = destination.replaceAll('&amp;', '&');
    if (!this.#inLink) {
      this.#buffer += '<a';
      this.#href(url);
      this.#buffer += '>';
    }
    this.#buffer += this.#inLink ? label : `${label}</a>`;
    return close + destination.length + 3;
  }

  #href(url: string): void {
    const kind = urlKind(url);
    if (kind === 'absolute') this.#buffer += ` href="${escapeHtml(encodeUrl(url))}"`;
    else if (kind === 'relative' || kind === 'xref') {
      this.#parts.push(this.#buffer, { kind: 'link', url });
      this.#buffer = '';
    }
  }
}

/** `](destination)` without blanks, brackets, escapes and titles. */
// eslint-disable-next-line no-control-regex
const DESTINATION = /\]\(([^\s()<>\\\u0000-\u001F\u007F]*)\)/y;

/** The same anywhere. */
const DESTINATIONS = new RegExp(DESTINATION.source, 'g');

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;

const TAGS = { open: ['<em>', '<strong>'], close: ['</em>', '</strong>'] } as const;

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00A0', '&quot;': '"' };

/**
 * Whether a run of stars opens, closes or is text by CommonMark §6.2; undefined when it touches another run, or half a
 * character. One that
 * could open and close closes what was opened last, if that is as long.
 * @param opened length of the run that was opened last and is open
 */
export function emphasisRole(text: string, at: number, after: number, opened: number | undefined): 'open' | 'close' | 'text' | undefined {
  if (isMark(text[after]) || isMark(text[at - 1])) return undefined;
  const left = kindOf(text, at - 1);
  const right = kindOf(text, after);
  if (left === 'half' || right === 'half') return undefined;
  const opens = right === 'letter' || (right === 'punctuation' && left !== 'letter');
  const closes = left === 'letter' || (left === 'punctuation' && right !== 'letter');
  if (opens && closes) return opened === undefined ? 'open' : opened === after - at ? 'close' : undefined;
  return opens ? 'open' : closes ? 'close' : 'text';
}

const isMark = (character: string | undefined): boolean => character === '*' || character === '_' || character === '~';

/** What CommonMark takes one UTF-16 code unit for; the ends of the text are blank. A half alone does not tell a letter from a symbol. */
function kindOf(text: string, at: number): 'blank' | 'punctuation' | 'letter' | 'half' {
  const character = text[at];
  if (character === undefined) return 'blank';
  if (character <= '\u007F') return /[A-Za-z0-9]/.test(character) ? 'letter' : ASCII_PUNCTUATION.test(character) ? 'punctuation' : character === ' ' ? 'blank' : 'letter';
  if (character >= '\uD800' && character <= '\uDFFF') return 'half';
  if (/\s/.test(character)) return 'blank';
  return /\p{P}|\p{S}/u.test(character) ? 'punctuation' : 'letter';
}

function runEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === '_') end++;
  return end;
}

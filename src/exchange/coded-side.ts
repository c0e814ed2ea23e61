import type { InlineText } from '../model/inline.ts';

/** What a code stands for; decides its names in each format. */
export type CodeType = 'strong' | 'emphasis' | 'strikethrough' | 'link' | 'image' | 'html' | 'code' | 'escape' | 'entity' | 'autolink' | 'break' | 'line-break' | 'character';

/** A piece of a side: text as it is written, or a code. Codes of a side nest properly. */
export type CodedPiece = string | CodeStart | CodeEnd | CodePlace;

interface CodeBase {
  /** The same on both sides for codes that answer each other. */
  readonly id: number;
  /** Equal for codes that do the same: a link's title may differ. */
  readonly key: string;
  /** Index of the token that it was made of. */
  readonly token: number;
}

export interface CodeStart extends CodeBase {
  readonly kind: 'start';
  readonly type: CodeType;
  /** Markdown before the content and after it. */
  readonly before: string;
  readonly after: string;
}

export interface CodeEnd extends CodeBase {
  readonly kind: 'end';
  readonly type: CodeType;
  readonly after: string;
}

export interface CodePlace extends CodeBase {
  readonly kind: 'place';
  readonly type: CodeType;
  readonly native: string;
  /** What a person is shown for it. */
  readonly shown: string;
}

/** Both sides of a unit with their codes numbered: a target code equal to one of the source has its id. */
export interface CodedUnit {
  readonly source: readonly CodedPiece[];
  readonly target: readonly CodedPiece[];
}

/** Cuts both sides into text and codes (INTERCHANGE.md §3.2). The natives and texts of a side, put together, are the side as written. */
export function codeUnit(source: InlineText, target: InlineText): CodedUnit {
  const free = new Map<string, number[]>();
  let last = 0;
  const coded = codeSide(source, (key) => {
    last += 1;
    const ids = free.get(key);
    if (ids) ids.push(last);
    else free.set(key, [last]);
    return last;
  });
  return { source: coded, target: codeSide(target, (key) => free.get(key)?.shift() ?? (last += 1)) };
}

function codeSide({ raw, tokens }: InlineText, idOf: (key: string) => number): CodedPiece[] {
  const pieces: CodedPiece[] = [];
  const ends = new Map<number, string>();
  for (const token of tokens) if (token.kind === 'close') ends.set(token.pair, raw.slice(token.start, token.end));
  const open = new Map<number, Pick<CodeStart, 'id' | 'key' | 'type'>>();
  const text = (words: string): void => {
    const before = pieces.at(-1);
    if (typeof before === 'string') pieces[pieces.length - 1] = before + words;
    else if (words !== '') pieces.push(words);
  };
  let at = 0;
  const place = (type: CodeType, native: string, shown: string, key = `${type} ${native}`): void => {
    pieces.push({ kind: 'place', id: idOf(key), key, token: at, type, native, shown });
  };
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const native = raw.slice(token.start, token.end);
    switch (token.kind) {
      case 'text':
        for (const part of native.split(UNWRITABLE)) {
          if (part.length === 1 && UNWRITABLE_ONE.test(part)) place('character', part, `U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
          else text(part);
        }
        break;
      case 'open': {
        const after = ends.get(token.pair);
        const next = tokens[at + 1];
        if (after === undefined) text(native);
        else if (next?.kind === 'close' && next.pair === token.pair) {
          // A pair around nothing would be dropped by most tools.
          place(token.of, raw.slice(token.start, next.end), token.url ?? '', keyOf(token.of, raw.slice(token.start, next.end), token.url));
          at += 1;
        } else {
          const key = keyOf(token.of, `${native} ${after}`, token.url);
          const code = { id: idOf(key), key, type: token.of };
          open.set(token.pair, code);
          pieces.push({ kind: 'start', ...code, token: at, before: native, after });
        }
        break;
      }
      case 'close': {
        const start = open.get(token.pair);
        if (start) pieces.push({ kind: 'end', ...start, token: at, after: native });
        break;
      }
      case 'code':
      case 'autolink':
      case 'html':
        place(placeType({ kind: token.kind, text: token.value }, native), native, token.kind === 'html' ? `<${token.value}>` : token.value);
        break;
      default:
        place(placeType({ kind: token.kind, text: token.text }, native), native, token.kind === 'break' ? '' : token.text);
    }
  }
  return pieces;
}

/** Characters that XML cannot hold: controls, halves of surrogate pairs, noncharacters; and line ends, which tools change. */
const UNWRITABLE = /([\u0000-\u0008\u000B\u000C\u000E-\u001F\r\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF])/;
const UNWRITABLE_ONE = new RegExp(`^${UNWRITABLE.source}$`);

function keyOf(type: CodeType, native: string, url: string | undefined): string {
  return `${type} ${url ?? native}`;
}

function placeType({ kind, text }: Placed, native: string): CodeType {
  if (kind === 'break') return text === '\n' ? 'line-break' : 'break';
  return kind === 'html' && /^<br\s*\/?>$/i.test(native) ? 'line-break' : kind;
}

/** A token that is a code by itself. */
interface Placed {
  readonly kind: 'code' | 'autolink' | 'html' | 'escape' | 'entity' | 'break';
  readonly text: string;
}

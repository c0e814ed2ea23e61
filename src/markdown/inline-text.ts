import type { Nodes, PhrasingContent } from 'mdast';
import type { InlineText, InlineToken, TextRun } from '../model/inline.ts';
import { isVoid } from './html-names.ts';
import { withoutPrivate } from './markers.ts';
import { literalToken, SPECIAL } from './literal-token.ts';
import { parseInlineLiterally } from './parse-markdown.ts';
import { readTag } from './raw-html.ts';
import { simpleTokens } from './simple-tokens.ts';
import { isTooDeep, withoutEmphasisFloods, withoutUnclosedFloods } from './tree-depth.ts';

/** Longest side that is read as Markdown, in UTF-16 code units; a longer one is text, as on its page. */
const MAX_LENGTH = 500_000;

/** What no text without markup holds. */
const MARKUP = /[\\`*_[<&\n\r~]/;

/**
 * Reads one side of a segment as inline Markdown: CommonMark's inline constructs and `~~`, no blocks, no link
 * definitions, no links made of bare addresses. The tokens cover the side without gaps. Never throws on content;
 * floods of markup, which no text means, are text.
 */
export function inlineText(raw: string): InlineText {
  if (!MARKUP.test(raw)) return plainText(raw);
  const simple = simpleTokens(raw);
  return simple === undefined ? parsedText(raw) : { raw, tokens: simple, ...shown(simple) };
}

/** The parser's reading. Exported for the test that compares both readings. */
export function parsedText(raw: string): InlineText {
  const children = read(raw);
  if (children === undefined) return plainText(raw);
  const writer = new TokenWriter(raw);
  writer.children(children, 0, raw.length);
  return { raw, tokens: writer.tokens, ...shown(writer.tokens) };
}

function plainText(raw: string): InlineText {
  if (raw === '') return { raw, tokens: [], plain: '', runs: [] };
  const tokens: InlineToken[] = [{ kind: 'text', start: 0, end: raw.length, text: raw }];
  return { raw, tokens, plain: raw, runs: [new ShownRun(raw, tokens)] };
}

/** The inline content, with offsets into `raw`; undefined when it is not to be read as Markdown. */
function read(raw: string): readonly PhrasingContent[] | undefined {
  if (raw.length > MAX_LENGTH || withoutUnclosedFloods(withoutEmphasisFloods(raw)) !== raw) return undefined;
  // Every replacement keeps the offsets.
  const text = raw.includes('\n') || raw.includes('\r') ? withoutBlankLines(raw) : raw;
  const tree = parseInlineLiterally(withoutPrivate(text, false));
  if (isTooDeep(tree)) return undefined;
  return tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
}

/** Makes blanks of the line ends that would end the paragraph. */
function withoutBlankLines(text: string): string {
  return text.replace(/(\r\n?|\n)([ \t]*[\r\n][ \t\r\n]*)/g, (_, end: string, more: string) => end + ' '.repeat(more.length));
}

class TokenWriter {
  readonly tokens: InlineToken[] = [];
  readonly #raw: string;
  #pairs = 0;

  constructor(raw: string) {
    this.#raw = raw;
  }

  /** Writes the tokens of `nodes`, which stand between `start` and `end`. The depth is bounded by `isTooDeep`. */
  children(nodes: readonly Nodes[], start: number, end: number): void {
    const partners = htmlPartners(nodes);
    const open: number[] = [];
    let at = start;
    nodes.forEach((node, index) => {
      const from = node.position?.start.offset ?? at;
      const to = node.position?.end.offset ?? from;
      if (from > at) this.#text(at, from);
      at = to;
      const partner = partners.get(index);
      if (partner === undefined) this.#node(node, from, to);
      else {
        const opens = partner > index;
        const pair = opens ? this.#pairs++ : (open.pop() ?? 0);
        if (opens) open.push(pair);
        this.tokens.push({ kind: opens ? 'open' : 'close', pair, of: 'html', name: tagName(this.#raw.slice(from, to)), start: from, end: to });
      }
    });
    if (end > at) this.#text(at, end);
  }

  #node(node: Nodes, start: number, end: number): void {
    const raw = this.#raw;
    switch (node.type) {
      case 'strong':
      case 'emphasis':
      case 'delete': {
        const of = node.type === 'delete' ? 'strikethrough' : node.type;
        const first = node.children[0]?.position?.start.offset ?? start;
        const mark = node.type === 'emphasis' ? 1 : raw[start + 1] === raw[start] ? 2 : 1;
        const inner = Math.min(start + mark, first);
        this.#pair({ of }, node.children, [start, inner, end - (inner - start), end]);
        return;
      }
      case 'link': {
        if (raw[start] === '<') {
          this.tokens.push({ kind: 'autolink', value: raw.slice(start + 1, end - 1), start, end });
          return;
        }
        const last = node.children.at(-1)?.position?.end.offset ?? start + 1;
        this.#pair(addressed('link', node), node.children, [start, start + 1, Math.max(last, raw.indexOf('](', last)), end]);
        return;
      }
      case 'image': {
        const close = labelEnd(raw, start + 2);
        this.#pair(addressed('image', node), [], [start, start + 2, Math.min(close, end), end]);
        return;
      }
      case 'inlineCode':
        this.tokens.push({ kind: 'code', value: node.value, start, end });
        return;
      case 'html':
        this.tokens.push({ kind: 'html', value: tagName(raw.slice(start, end)), start, end });
        return;
      case 'break':
        this.tokens.push({ kind: 'break', text: '\n', start, end });
        return;
      default:
        this.#text(start, end);
    }
  }

  #pair(what: Pick<Extract<InlineToken, { kind: 'open' | 'close' }>, 'of' | 'url' | 'title'>, children: readonly Nodes[], [start, inner, outer, end]: readonly [number, number, number, number]): void {
    const pair = this.#pairs++;
    this.tokens.push({ kind: 'open', pair, ...what, start, end: inner });
    this.children(children, inner, outer);
    this.tokens.push({ kind: 'close', pair, ...what, start: outer, end });
  }

  /** Text of neighbouring nodes is one token. */
  #literal(start: number, end: number): void {
    if (start === end) return;
    const last = this.tokens.at(-1);
    const from = last?.kind === 'text' ? last.start : start;
    if (from < start) this.tokens.pop();
    this.tokens.push({ kind: 'text', text: this.#raw.slice(from, end), start: from, end });
  }

  /** Cuts literal text into text, escapes, entities and line ends. */
  #text(start: number, end: number): void {
    const written = this.#raw.slice(start, end);
    let at = 0;
    for (const match of written.matchAll(SPECIAL)) {
      const [found] = match;
      const token = literalToken(found, start + match.index + found.length === this.#raw.length);
      if (token === undefined) continue;
      this.#literal(start + at, start + match.index);
      at = match.index + found.length;
      this.tokens.push({ ...token, start: start + match.index, end: start + at });
    }
    this.#literal(start + at, end);
  }
}

function addressed<Kind extends 'link' | 'image'>(of: Kind, { url, title }: { readonly url: string; readonly title?: string | null | undefined }): { of: Kind; url: string; title?: string } {
  return { of, url, ...(title !== null && title !== undefined && { title }) };
}

/** Offset of the bracket that closes a label beginning at `from`; brackets inside are balanced. */
function labelEnd(raw: string, from: number): number {
  let depth = 0;
  const pattern = /\\.|[[\]]/gs;
  pattern.lastIndex = from;
  for (let match = pattern.exec(raw); match !== null; match = pattern.exec(raw)) {
    if (match[0] === '[') depth++;
    else if (match[0] === ']' && depth-- === 0) return match.index;
  }
  return raw.length;
}

/** Index of a start tag → index of its end tag, and back, among siblings; properly nested pairs only. */
function htmlPartners(nodes: readonly Nodes[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  nodes.forEach((node, index) => {
    const tag = node.type === 'html' ? readTag(node.value, 0) : undefined;
    if (tag === undefined || tag.empty || isVoid(tag.name)) return;
    const name = tag.name.toLowerCase();
    if (!tag.closing) return void open.push({ name, index });
    const partner = open.findLastIndex((one) => one.name === name);
    const start = open[partner]?.index;
    if (start === undefined) return;
    open.length = partner;
    partners.set(start, index).set(index, start);
  });
  return partners;
}

function tagName(html: string): string {
  return html.startsWith('<!--') ? '!--' : (/^<\/?([A-Za-z][\w:.-]*)/.exec(html)?.[1] ?? html.slice(1, 2)).toLowerCase();
}

/** Plain text and runs of a side. */
function shown(tokens: readonly InlineToken[]): Pick<InlineText, 'plain' | 'runs'> {
  const runs: TextRun[] = [];
  let plain = '';
  let text = '';
  let from = 0;
  let images = 0;
  const finish = (index: number): void => {
    if (text !== '') runs.push(new ShownRun(text, tokens.slice(from, index)));
    text = '';
    from = index + 1;
  };
  tokens.forEach((token, index) => {
    switch (token.kind) {
      case 'text':
      case 'escape':
      case 'entity':
      case 'break':
        if (images > 0) break;
        plain += token.text;
        text += token.text;
        break;
      case 'code':
      case 'autolink':
        plain += token.value;
        finish(index);
        break;
      case 'html':
        finish(index);
        break;
      case 'open':
        if (token.of === 'image' && images++ === 0) finish(index);
        break;
      case 'close':
        // What stands in an image is not shown.
        if (token.of === 'image' && --images === 0) from = index + 1;
    }
  });
  finish(tokens.length);
  return { plain, runs };
}

/** Most runs are read without asking where their characters come from. */
class ShownRun implements TextRun {
  readonly text: string;
  readonly #tokens: readonly InlineToken[];
  #offsets: Uint32Array | undefined;

  constructor(text: string, tokens: readonly InlineToken[]) {
    this.text = text;
    this.#tokens = tokens;
  }

  get offsets(): Uint32Array {
    return (this.#offsets ??= this.#read());
  }

  #read(): Uint32Array {
    const offsets = new Uint32Array(this.text.length + 1);
    let at = 0;
    for (const token of this.#tokens) {
      if (!('text' in token)) continue;
      const step = token.kind === 'text' ? 1 : 0;
      for (let index = 0; index < token.text.length; index++) offsets[at++] = token.start + step * index;
      offsets[at] = token.end;
    }
    return offsets;
  }
}

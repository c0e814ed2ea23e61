import type { Nodes, Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { markdownToMdast } from 'satteri';
import { docsFromMarkdown, docsSyntax } from './docs-syntax.ts';
import { isPlainLiteral, mayHoldLiteral } from './literal-links.ts';
import { parseLooseOpenings } from './loose-openings.ts';
import { maskMarkers, unmaskMarkers } from './masked-markers.ts';

/** Extensions by bit: each runs only on texts that hold its characters, because each slows the whole parse down. */
const EXTENSIONS = [
  { test: (text: string) => text.includes('|'), block: true, syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { test: (text: string) => text.includes('~'), block: false, syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  { test: (text: string) => text.includes('[^'), block: false, syntax: gfmFootnote(), tree: gfmFootnoteFromMarkdown() },
  { test: (text: string) => /\[[ \tx]\]/i.test(text), block: true, syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
  { test: hasBareUrl, block: false, syntax: gfmAutolinkLiteral(), tree: gfmAutolinkLiteralFromMarkdown() },
  { test: (text: string) => text.includes('[!') || text.includes(':::'), block: false, syntax: docsSyntax, tree: docsFromMarkdown },
] as const;
const AUTOLINKS = 1 << EXTENSIONS.findIndex(({ test }) => test === hasBareUrl);

const INLINE_ONLY = {
  disable: { null: ['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'docsFence', 'gfmFootnoteDefinition', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'] },
};
const WITH_DEFINITIONS = { disable: { null: INLINE_ONLY.disable.null.filter((name) => name !== 'definition' && name !== 'gfmFootnoteDefinition') } };

const blockOptions = new Map<number, Options>();
const inlineOptions = new Map<number, Options>();
const definedOptions = new Map<number, Options>();

/** Parses a skeleton: all of CommonMark, and of GFM and Docs what the text has characters for. */
export function parseBlocks(text: string): Root {
  return parseBlocksFast(text) ?? parseLooseOpenings(text, parseBlocksSlowly);
}

/** Parses a text as inline Markdown: no construct can make a block of it. The text holds no blank line. */
export function parseInline(text: string): Root {
  return parseInlineFast(text) ?? parseLooseOpenings(text, parseInlineSlowly);
}

/** Like {@link parseInline}, but an address that is not marked as one stays text, so that every node has its place in the text. */
export function parseInlineLiterally(text: string): Root {
  return parseParagraphFast(text, false) ?? fromMarkdown(text, optionsFor(bitsOf(text, false) & ~AUTOLINKS, inlineOptions, [INLINE_ONLY]));
}

/** {@link parseBlocks} of most texts. Exported for the test that compares both parsers, as are the next three. */
export function parseBlocksFast(text: string): Root | undefined {
  return parseFast(text, hasBareUrl(text));
}

/** {@link parseInline} of most texts. */
export function parseInlineFast(text: string): Root | undefined {
  return parseParagraphFast(text, hasBareUrl(text));
}

/** The reference for {@link parseBlocks}: remark's parser. */
export function parseBlocksSlowly(text: string): Root {
  return fromMarkdown(text, optionsFor(bitsOf(text, true), blockOptions, []));
}

/** The reference for {@link parseInline}. */
export function parseInlineSlowly(text: string): Root {
  return fromMarkdown(text, optionsFor(bitsOf(text, false), inlineOptions, [INLINE_ONLY]));
}

/** A text that is one paragraph as a document has the same inline content; what is a block needs the other parser. */
function parseParagraphFast(text: string, autolinks: boolean): Root | undefined {
  const fast = parseFast(text, autolinks);
  const [only, ...others] = fast?.children ?? [];
  return only?.type === 'paragraph' && others.length === 0 ? fast : undefined;
}

/** Above these the fast parser takes quadratic time. Both in UTF-16 code units. */
const FAST_LENGTH = 1_000_000;
const FAST_ENTITIES = 2_000;
/** It counts the characters of a line anew for every node on it, unless all are ASCII. */
const FAST_LINE = 20_000;
const FAST_SIGNS = 2_000;

/**
 * Sätteri's parser, about fifteen times as fast on real skeletons. It has no Docs markers, and links other addresses, so
 * that texts where this could matter are left to remark's; on all others the trees are the same (tests/markdown/parsers.test.ts).
 * @param autolinks whether addresses become links by themselves
 */
function parseFast(text: string, autolinks: boolean): Root | undefined {
  if (text.length > FAST_LENGTH || SLOW.test(text) || countOf(text, '&', FAST_ENTITIES) >= FAST_ENTITIES || hasCrowdedLine(text)) return undefined;
  const masked = maskMarkers(text);
  if (masked === undefined) return undefined;
  const tree = markdownToMdast(masked.text, FAST_OPTIONS);
  return tree.type === 'root' && !holdsDisputed(tree, masked.text, autolinks) && unmaskMarkers(tree, masked, text) ? tree : undefined;
}

/**
 * What the two parsers read differently: addresses that become links by themselves, unless they are plain ones,
 * indented code (behind a thematic break every line becomes a block), fences that nothing closes (blank lines at the end),
 * and HTML that ends with the quotation or list it stands in, goes on over its lines, stands directly below a paragraph there,
 * or in place of a table's row.
 */
function holdsDisputed(tree: Root, text: string, autolinks: boolean): boolean {
  const open: Nodes[] = [tree];
  const linked: Nodes[] = [];
  let literals = false;
  let brackets = false;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const first = text[node.position?.start.offset ?? 0] ?? '';
    if (node.type === 'html' ? ODD_HTML.test(node.value) : node.type === 'tableRow' ? first === '<' : holdsLazyHtml(node)) return true;
    if (node.type === 'code' && !(isFence(first) && isFence(text[(node.position?.end.offset ?? 0) - 1]))) return true;
    if (node.type === 'text' && autolinks) {
      if (mayHoldLiteral(node, text)) return true;
      brackets ||= node.value.includes('[');
    } else if (node.type === 'link' && first !== '[' && first !== '<') {
      if (!autolinks || !isPlainLiteral(node, text)) return true;
      literals = true;
    } else if (node.type === 'link' || node.type === 'linkReference') linked.push(...node.children);
    else if ('children' in node) open.push(...node.children);
  }
  for (let node = linked.pop(); node !== undefined; node = linked.pop()) {
    if (node.type === 'link') return true;
    if ('children' in node) linked.push(...node.children);
  }
  // Behind a bracket that nothing closes remark's parser finds addresses in another way.
  return literals && brackets;
}

/** HTML that ends in a line end, a comment that does not end, declarations and instructions. */
const ODD_HTML = /[\r\n]$|^<(?:\?|!(?!--[^]*-->))/;

function holdsLazyHtml(node: Nodes): boolean {
  if (node.type !== 'blockquote' && node.type !== 'listItem') return false;
  return node.children.some(({ type, position }, at) => {
    const above = node.children[at - 1];
    return type === 'html' && above?.type === 'paragraph' && position?.start.line === (above.position?.end.line ?? 0) + 1;
  });
}

function isFence(character: string | undefined): boolean {
  return character === '`' || character === '~';
}

const FAST_OPTIONS = { features: { gfm: true, frontmatter: false } };
/** Footnotes, fenced Docs markers, task lists, `*` beside `_` (paired more freely in Chinese and Japanese text),
 * and such a mark behind an escaped one or beside half of a character, whose kind only the fast parser tells. */
const SLOW = /\[\^|:::|\[[ \tx]\]|\*_|_\*|\\[*_][*_]|[*_~][\uD800-\uDBFF]|[\uDC00-\uDFFF][*_~]/i;

/** A line that is long, holds many signs of markup, and a character that is not ASCII. */
function hasCrowdedLine(text: string): boolean {
  if (text.length <= FAST_LINE) return false;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start > FAST_LINE) {
      const line = text.slice(start, end);
      // eslint-disable-next-line no-control-regex
      if (/[^\0-\x7f]/.test(line) && (line.match(/[<*_~[\]`!\\]/g)?.length ?? 0) > FAST_SIGNS) return true;
    }
    start = end + 1;
  }
  return false;
}

function countOf(text: string, character: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1 && count < limit; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** Like {@link parseInline}, with link definitions and footnotes known; they come first in the tree. */
export function parseInlineWith(definitions: string, text: string): Root {
  const whole = `${definitions}\n\n${text}`;
  return fromMarkdown(whole, optionsFor(bitsOf(whole, false), definedOptions, [WITH_DEFINITIONS]));
}

function bitsOf(text: string, block: boolean): number {
  let bits = 0;
  EXTENSIONS.forEach((extension, bit) => {
    if ((block || !extension.block) && extension.test(text)) bits |= 1 << bit;
  });
  return bits;
}

function optionsFor(bits: number, known: Map<number, Options>, syntax: NonNullable<Options['extensions']>): Options {
  const found = known.get(bits);
  if (found !== undefined) return found;
  const used = EXTENSIONS.filter((_, bit) => (bits & (1 << bit)) !== 0);
  const made: Options = {
    extensions: [...used.map((extension) => extension.syntax), ...syntax],
    mdastExtensions: used.map((extension) => extension.tree),
  };
  known.set(bits, made);
  return made;
}

/** An address that is not the destination of a link, an autolink or an attribute. */
function hasBareUrl(text: string): boolean {
  return text.includes('@') || /(?<!\]\(|<|["'])(?:https?:\/\/|www\.)/i.test(text);
}

import type { Nodes, Parents, Root } from 'mdast';
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
  return parseFast(text) ?? parseAlertsFast(text) ?? parseBlocksSlowly(text);
}

/** Parses a text as inline Markdown: no construct can make a block of it. The text holds no blank line. */
export function parseInline(text: string): Root {
  return parseParagraphFast(text) ?? parseInlineSlowly(text);
}

/** Like {@link parseInline}, but an address that is not marked as one stays text, so that every node has its place in the text. */
export function parseInlineLiterally(text: string): Root {
  return parseParagraphFast(text) ?? fromMarkdown(text, optionsFor(bitsOf(text, false) & ~AUTOLINKS, inlineOptions, [INLINE_ONLY]));
}

/** A text that is one paragraph as a document has the same inline content; what is a block needs the other parser. */
function parseParagraphFast(text: string): Root | undefined {
  const fast = parseFast(text);
  const [only, ...others] = fast?.children ?? [];
  return only?.type === 'paragraph' && others.length === 0 ? fast : undefined;
}

/** The reference for {@link parseBlocks}: remark's parser. Exported for the test that compares both. */
export function parseBlocksSlowly(text: string): Root {
  return fromMarkdown(text, optionsFor(bitsOf(text, true), blockOptions, []));
}

/** The reference for {@link parseInline}. */
export function parseInlineSlowly(text: string): Root {
  return fromMarkdown(text, optionsFor(bitsOf(text, false), inlineOptions, [INLINE_ONLY]));
}

/** Above these the fast parser takes quadratic time. Both in UTF-16 code units. */
const FAST_LENGTH = 1_000_000;
const FAST_ENTITIES = 2_000;

/**
 * Sätteri's parser, about fifteen times as fast on real skeletons. It has no autolink literals and no Docs markers, so
 * that texts with these characters are left to remark's; on all others the trees are the same (tests/markdown/parsers.test.ts).
 */
function parseFast(text: string, judged = text): Root | undefined {
  if (text.length > FAST_LENGTH || SLOW.test(judged) || countOf(text, '&', FAST_ENTITIES) >= FAST_ENTITIES) return undefined;
  const tree = markdownToMdast(text, FAST_OPTIONS);
  return tree.type === 'root' && !holdsDisputed(tree, text) ? tree : undefined;
}

/**
 * The same for a text whose only Docs markers are those of alerts, each on a line of its own. To the fast parser they are
 * text, in which they are found again; a text where one of them is something else (code, a link), or with raw HTML, is left to remark's.
 */
function parseAlertsFast(text: string): Root | undefined {
  const markers = text.match(ALERT_LINE)?.length ?? 0;
  if (markers === 0 || /[\\&]|<[a-z!?/]/i.test(text)) return undefined;
  const tree = parseFast(text, text.replace(ALERT_LINE, ''));
  return tree !== undefined && markAlerts(tree) === markers ? tree : undefined;
}

const ALERT_LINE = /^(?:[ \t>]|[-*+] |\d[.)] )*\[!(?:note|tip|important|warning|caution)\][ \t]*$/gim;
const ALERT = /(?<![^\n])(\[!(?:note|tip|important|warning|caution)\])(?![^\n])/i;

/** Makes nodes of the markers of alerts in the texts below a node; returns their number. */
function markAlerts(parent: Parents): number {
  let markers = 0;
  const children = parent.children.flatMap((child): Nodes | Nodes[] => {
    if ('children' in child) markers += markAlerts(child);
    if (child.type !== 'text' || !child.value.includes('[!')) return child;
    const pieces = child.value.split(ALERT).map((value, at): Nodes => (at % 2 === 0 ? { type: 'text', value } : { type: 'docsMarker', value, flow: false }));
    markers += pieces.length >> 1;
    return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
  });
  // Text stands among phrasing content, where a marker may stand, too.
  parent.children = children as typeof parent.children;
  return markers;
}

/**
 * What the two parsers read differently: a URL that became a link by itself (behind `](` or a quotation mark),
 * indented code (behind a thematic break every line becomes a block), and fences that nothing closes (blank lines at the end).
 */
function holdsDisputed(tree: Root, text: string): boolean {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const first = text[node.position?.start.offset ?? 0] ?? '';
    if (node.type === 'link' && first !== '[' && first !== '<') return true;
    if (node.type === 'code' && !(isFence(first) && isFence(text[(node.position?.end.offset ?? 0) - 1]))) return true;
    if ('children' in node) open.push(...node.children);
  }
  return false;
}

function isFence(character: string | undefined): boolean {
  return character === '`' || character === '~';
}

const FAST_OPTIONS = { features: { gfm: true, frontmatter: false } };
/** Docs markers, autolink literals, footnotes, task lists, `*` beside `_`
 * (paired more freely in Chinese and Japanese text), and escaped ones. */
const SLOW = /\[[!^]|:::|@|(?<!\]\(|<|["'])https?:\/\/|(?<!\/\/|<|["'])www\.|\[[ \tx]\]|\*_|_\*|\\[*_]/i;

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

import type { Root as HastRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import type { CompiledInline, Part, SegmentContext } from '../model/markup.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { withoutNoLoc } from '../text/no-loc.ts';
import { trimBlanks } from './blanks.ts';
import { rewriteTree, treeNotes } from './docs-tree.ts';
import { MAY_HOLD_EMOJI } from './emoji.ts';
import { withoutPrivate } from './markers.ts';
import { isolateRuns } from './isolate-runs.ts';
import { parseInline, parseInlineWith } from './parse-markdown.ts';
import { rewriteRawHtml } from './raw-html.ts';
import { simpleInline } from './simple-inline.ts';
import { htmlTree } from './to-hast.ts';
import { textOf, writeParts } from './to-parts.ts';
import { isTooDeep, withoutEmphasisFloods, withoutUnclosedFloods } from './tree-depth.ts';

/** Longest segment that is read as Markdown, in UTF-16 code units; a longer one is published as text. */
const MAX_LENGTH = 500_000;

/** What no text without markup holds. */
const MARKDOWN = /[\\`*_[<&\n\r\t@\0\uFDD0-\uFDD5]|~.*~|https?:|www\.|:::/i;
/** What simple-inline.ts leaves to the parser beside what it finds itself. */
const NOT_SIMPLE = /[<\n\r\t\0\uFDD0-\uFDD5]|~.*~|:::|\[!/;

/**
 * Compiles one side of a segment as inline Markdown (or HTML, or characters: see the context). No block can come of
 * it, unknown tags are text, links inside a link are flattened. Never throws on content.
 * @param definitions link definitions of the article's skeleton as Markdown ({@link CompiledSkeleton.definitions})
 */
export function compileInline(written: string, context: SegmentContext, definitions: string): CompiledInline {
  const text = withoutNoLoc(context.cell ? cellText(written) : written);
  if (context.syntax === 'html') return /[<&\0\uFDD0-\uFDD5]/.test(text) ? htmlFragment(withoutPrivate(text, false), context) : plainInline(text, context);
  const trimmed = withoutDocsLines(trimBlanks(text));
  const symbols = trimmed.includes(':') && MAY_HOLD_EMOJI.test(trimmed);
  if (!symbols && !MARKDOWN.test(trimmed)) return plainInline(trimmed, context);
  const simple = context.syntax === 'text' || symbols || NOT_SIMPLE.test(trimmed) ? undefined : simpleInline(trimmed, context.inLink, definitions !== '');
  if (simple !== undefined) return { parts: simple.parts.map(readable), plain: simple.plain, unknownTags: simple.unknownTags };
  const whole = withoutUnclosedFloods(withoutEmphasisFloods(withoutPrivate(trimmed, false))).replace(/\r\n?/g, '\n').replace(/\n[ \t]*(?:\n[ \t]*)+/g, '\n').replace(/<br *\\>/gi, '<br/>');
  if (whole.length > MAX_LENGTH) return plainInline(whole, context);
  return markdownInline(whole, context, definitions);
}

/** A segment of a table cell as the table hands it on: GFM reads `\|` as a bar before it reads code. */
export function cellText(text: string): string {
  return text.includes('\\|') ? text.replace(/\\([\\|])/g, (escaped, character) => (character === '|' ? character : escaped)) : text;
}

/** The producer joins `:::` lines to the sentence before or behind them; on Docs each is a line of its own, which is not shown. */
function withoutDocsLines(text: string): string {
  if (!text.includes(':::')) return text;
  const start = LINES_AT_START.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start).replace(LINES_BETWEEN, (lines) => (lines.includes('-end') ? '' : lines));
  return trimBlanks(rest.slice(0, LINES_AT_END.exec(rest)?.index ?? rest.length));
}

/** A `:::` line that shows nothing. */
const DOCS_LINE = String.raw`:::[ \t]{0,4}(?:row|column|zone|moniker)(?:-end|-pivot)?(?:[ \t]{0,4}(?:pivot|range|span|count|target)?=[ \t]{0,4}"[^"\n]{0,200}")?[ \t]{0,4}(?::::)?`;
const LINES_AT_START = new RegExp(String.raw`^(?:${DOCS_LINE}(?=\s|$)\s{0,8}){1,8}`);
/** Where one column ends and the next begins; a sentence that tells of a marker has one. */
const LINES_BETWEEN = new RegExp(String.raw`(?<=\s)(?:${DOCS_LINE}\s{1,8}){2,8}`, 'g');
const LINES_AT_END = new RegExp(String.raw`(?<![^\s])(?:(?:${DOCS_LINE}|:::[ \t]{0,4}image-end[ \t]{0,4}:::)\s{0,8}){1,8}$`);

/** The parser's reading of a trimmed text without blank lines. Exported for the test that compares both readings. */
export function markdownInline(text: string, context: SegmentContext, definitions: string): CompiledInline {
  // The producer's authors end a line this way to break it; at the end of a paragraph CommonMark would print the backslash.
  const breaks = /(?<!\\)(?:\\\\)*\\$/.test(text);
  const body = breaks ? text.slice(0, -1) : text;
  const defined = definitions !== '' && body.includes('[') && !/^\[[^\]]*\]:/.test(body);
  const tree = defined ? parseInlineWith(definitions, body) : parseInline(body);
  if (isTooDeep(tree)) return plainInline(text, context);
  const notes = treeNotes(false);
  if (defined) {
    for (const match of definitions.matchAll(/^\[\^(.+)\]: x$/gm)) notes.footnotes.set(match[1] ?? '', notes.footnotes.size + 1);
    tree.children = tree.children.filter((node) => node.type !== 'footnoteDefinition');
  }
  rewriteTree(tree, defined ? `${definitions}\n\n${body}` : body, notes);
  const last = tree.children.find((node) => node.type === 'paragraph');
  if (breaks && last?.type === 'paragraph') last.children.push({ type: 'break' });
  const hast = unwrapped(htmlTree(tree, notes.raw));
  return finish(hast, context, notes.slots, [...notes.unknownTags]);
}

function finish(tree: HastRoot, context: SegmentContext, slots: Parameters<typeof writeParts>[1]['slots'], unknownTags: readonly string[]): CompiledInline {
  const plain = textOf(tree);
  const parts = context.syntax === 'text' ? [escapeHtml(plain)] : writeParts(tree, { slots, inLink: context.inLink, blocks: false }).parts;
  return { parts: context.syntax === 'text' ? parts : parts.map(readable), plain, unknownTags };
}

/** The typography of a finished text. */
function readable(part: Part): Part {
  return typeof part === 'string' ? isolateRuns(apart(part)) : part;
}

/** Translation machines glue links to the next word. The words stay as they are; the styles set them apart. */
function apart(html: string): string {
  return html.includes('</a>') ? html.replace(GLUED, '$1</a><span class="g"></span>') : html;
}

/** Of scripts that set words apart by blanks, and at least two letters of a word: `[key](x)s` is one. */
const GLUED = /((?:\p{Script=Latin}|\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Hebrew}|\p{Script=Greek})(?:<\/\w+>)*)<\/a>(?=(?:\p{Script=Latin}|\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Hebrew}|\p{Script=Greek}){2})/gu;

function htmlFragment(html: string, context: SegmentContext): CompiledInline {
  const rewritten = rewriteRawHtml(html, { phrasingOnly: !context.flow });
  const tree: Root = { type: 'root', children: [{ type: 'html', value: rewritten.html }] };
  if (html.length > MAX_LENGTH || isTooDeep(tree)) return plainInline(html, context);
  return finish(htmlTree(tree, true), context, [], rewritten.unknownTags);
}

function plainInline(text: string, { syntax }: SegmentContext): CompiledInline {
  return { parts: [syntax === 'text' ? escapeHtml(text) : isolateRuns(escapeHtml(text))], plain: text, unknownTags: NO_TAGS };
}

/** One for all: most texts have none. */
const NO_TAGS: readonly string[] = [];

/** The children of the paragraph that an inline parse puts its text in. */
function unwrapped(tree: HastRoot): HastRoot {
  const children: RootContent[] = [];
  for (const child of tree.children) {
    if (child.type === 'element' && child.tagName === 'p') children.push(...child.children);
    else children.push(child);
  }
  return { type: 'root', children };
}

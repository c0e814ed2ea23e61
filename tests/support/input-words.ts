import { createHash } from 'node:crypto';
import type { Nodes } from 'mdast';
import { parseFragment } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { htmlText, SEPARATING_TAGS } from './page-words.ts';
import { wordsOf } from './words.ts';

/** What an article refers to, read by the caller. */
export interface InputContext {
  /** Text of an included article, as {@link inputText} gives it; undefined when the page shows a notice or another language instead. */
  include(url: string): string | undefined;
  /** The lines that a `[!code-…]` names; undefined when the file is not there. */
  code(url: string): string | undefined;
  /** Title of the article with a uid. */
  titleOf(uid: string): string | undefined;
  /** The articles explain the format and show pairs in their code; in those of the producer no pair stands in code (FORMAT.md §1.3). */
  readonly showsPairs: boolean;
}

/** The words that the page of a raw file must show. See {@link inputText}. */
export const inputWords = (raw: string, side: 'target' | 'source', context: InputContext): string[] => wordsOf(inputText(raw, side, context));

/**
 * Reads a bilingual file a second time, by other means than the project: a pattern takes the pairs out, each is
 * replaced by one of its halves, and the document that results is read by remark as it is. What is no word for
 * readers is left out by rules of the format, each named where it is applied.
 */
export function inputText(raw: string, side: 'target' | 'source', context: InputContext): string {
  const body = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/^---[ \t]*\n[^]*?\n---[ \t]*(?:\n|$)/, '');
  return docsText(markdownText(project(body, side, context.showsPairs)), context).replaceAll(BRACKET, '[').replaceAll(COLON, ':');
}

/** Texts of documents: the translations of an article are mostly of the same original. */
const known = new Map<string, string>();

/** More than the articles of a locale, and little memory. */
const KNOWN = 4000;

function markdownText(document: string): string {
  const key = createHash('sha256').update(document).digest('base64');
  const before = known.get(key);
  if (before !== undefined) return before;
  const out: string[] = [];
  write(MARKDOWN.parse(document), out);
  const text = out.join('');
  if (known.size >= KNOWN) known.clear();
  known.set(key, text);
  return text;
}

const MARKDOWN = unified().use(remarkParse).use(remarkGfm);

/** Private characters of this reading: around a link's address and text, and for marks that are no markup where they stand. */
const [LINK, LABEL, LINK_END, BRACKET, COLON] = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE004'];

const QUOTE = '(?:"|&quot;)';
const PAIR = new RegExp(
  `<span data-ttu-id=${QUOTE}[0-9a-f]{5}-p?\\d+${QUOTE}>([^]*?)</span><span class=${QUOTE}sxs-lookup${QUOTE}><span data-stu-id=${QUOTE}[0-9a-f]{5}-p?\\d+${QUOTE}>([^]*?)</span></span>(?!</span>)`,
  'g',
);

/** Code that may show pairs: fences, and inline code that starts with a tag. */
const SHOWN = /^[ \t>]*(`{3,}|~{3,})[^`\n]*\n[^]*?\n[ \t>]*\1|(?<!`)(`+)<\/?span[^`\n]*\2(?!`)/gm;

function project(body: string, side: 'target' | 'source', showsPairs: boolean): string {
  const shown = !showsPairs ? [] : Array.from(body.matchAll(SHOWN), (match) => ({ start: match.index, end: match.index + match[0].length }));
  return body.replace(PAIR, (pair, target: string, source: string, offset: number) => {
    if (shown.some(({ start, end }) => start < offset && offset + pair.length <= end)) return pair;
    const text = side === 'target' ? target : source;
    const line = body.slice(body.lastIndexOf('\n', offset - 1) + 1, offset);
    const blank = (pattern: RegExp): string => (pattern.test(text) ? ' ' : '');
    return blank(/^\s/) + half(text, /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t>]+)*(?:<a name="[^"]*"><\/a>)?$/.test(line)) + blank(/\s$/);
  });
}

/** One half of a pair on its way into the document. */
function half(text: string, startsBlock: boolean): string {
  // A segment is inline Markdown: line ends are blanks and what stands at its start opens no block (FORMAT.md §6 nos. 2, 5).
  const inline = text.trim().replace(/[ \t]*\n\s*/g, ' ')
    // A closing tag without an opening one is the damage of FORMAT.md §1.6 no. 1.
    .replace(/^((?:(?!<span)[^])*?)(?<!`)<\/span>/, '$1')
    // A backslash at the end breaks the line (FORMAT.md §6 no. 4).
    .replace(/(?<!\\)\\$/, '')
    // A marker inside a pair is words of the translation (FORMAT.md §2).
    .replace(/\[!(?!\[)/g, `${BRACKET}!`).replaceAll(':::', COLON.repeat(3));
  if (!startsBlock) return inline;
  return inline.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$))/, '\\').replace(/^\[(?=[^\]]*\]:)/, '\\[');
}

const TAGS = new Set(
  ('a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup ' +
    'data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture ' +
    'plaintext portal pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template ' +
    'textarea tfoot th thead time title tr track tt u ul var video wbr xmp').split(' '),
);

/** Appends the characters that readers see, blocks and line breaks set apart. */
function write(node: Nodes, out: string[]): void {
  switch (node.type) {
    case 'text':
      out.push(node.value);
      return;
    case 'inlineCode':
      out.push(literal(node.value));
      return;
    case 'code':
      out.push('\n', literal(node.value), '\n');
      return;
    case 'html':
      out.push(htmlWords(node.value));
      return;
    case 'break':
      out.push('\n');
      return;
    case 'image':
    case 'imageReference':
      // The words of an image are its alt text (FORMAT.md §1.4).
      out.push(literal(node.alt ?? ''), node.type === 'image' && node.title ? ` ${literal(node.title)} ` : '');
      return;
    // Link definitions are no text; numbers of footnotes are made by the page.
    case 'definition':
    case 'footnoteReference':
    case 'yaml':
      return;
    case 'link':
      out.push(LINK, node.url, LABEL);
      for (const child of node.children) write(child, out);
      out.push(LINK_END, node.title ? ` ${literal(node.title)} ` : '');
      return;
    default: {
      const apart = !INLINE.has(node.type);
      if (apart) out.push('\n');
      if ('children' in node) for (const child of node.children) write(child, out);
      if (apart) out.push('\n');
    }
  }
}

const INLINE = new Set(['delete', 'emphasis', 'linkReference', 'strong']);

/** Marks that open no Docs construct where they stand. */
const literal = (text: string): string => text.replace(/\[!(?!\[)/g, `${BRACKET}!`).replaceAll(':::', COLON.repeat(3));

/** Raw HTML as text: tags that HTML does not know are words (FORMAT.md §6 no. 8), comments and scripts are not. */
function htmlWords(html: string): string {
  const known = html.replace(/<(?=\/?([A-Za-z][^\s/>]*))/g, (open, name: string) => (TAGS.has(name.toLowerCase()) ? open : '&lt;'));
  return htmlText(parseFragment(known.replace(SEPARATING_TAGS, ' $& ')));
}

const ALERT = /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?=\n|$)/gim;

/** Docs constructs of the text between pairs (FORMAT.md §2): what they show instead of what they say. */
function docsText(text: string, context: InputContext): string {
  return text
    // The title of an alert is a word of the interface.
    .replace(ALERT, '')
    .replace(/\[!VIDEO[^\]]*\]/gi, '')
    .replace(/\[!div[^\]]*\]/gi, '')
    .replace(/\[!(?:UICONTROL|DNL)\s+([^\]]*)\]/gi, '$1')
    .replace(/\[!INCLUDE\s*\uE000([^\uE001]*)\uE001[^\uE002]*\uE002\s*\]/gi, (_all, url: string) => context.include(url) ?? '')
    .replace(/\[!code-?[\w+#.-]*\s*\uE000([^\uE001]*)\uE001[^\uE002]*\uE002\s*\]/gi, (_all, url: string) => context.code(url) ?? '')
    .replace(/\uE000xref:([^\uE001?]*)[^\uE001]*\uE001xref:[^\uE002]*\uE002/gi, (_all, uid: string) => context.titleOf(uid) ?? uid)
    .replace(/\uE000[^\uE001]*\uE001([^\uE002]*)\uE002/g, '$1')
    .replace(/:::image[^\n]*?alt-text=["“]([^"”\n]*)["”][^\n]*?:::/g, '$1')
    .replace(/^\s*:::\s*[a-z-]+(?:\s[^\n]*)?$/gm, '');
}

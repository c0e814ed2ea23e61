import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import 'mdast-util-mdx-expression';
import 'mdast-util-mdxjs-esm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';

/** An MDX skeleton, read as data: content is untrusted, so nothing in it may run. */
export interface MdxReading {
  /** Why the text is not MDX; then it is published as Markdown. Offset into the skeleton. */
  readonly problem: { readonly reason: string; readonly offset: number } | undefined;
  /** What was left out. Offsets into the skeleton. */
  readonly unsafe: readonly UnsafePart[];
  /** The skeleton without the unsafe parts: Markdown, the site's components, and plain elements. */
  readonly safe: string;
}

interface UnsafePart {
  readonly kind: 'import' | 'export' | 'expression' | 'component';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The site's components and the attributes that each takes, as plain strings. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Hero: [],
  CardGrid: [],
  Card: ['href', 'icon'],
  Steps: [],
  FacingText: [],
};

/** HTML elements that a landing page may use, and their attributes. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'name', 'id', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ...Object.fromEntries('abbr b bdi bdo blockquote br cite code dd del details div dl dt em figcaption figure h2 h3 h4 hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(' ').map((name) => [name, ['title', 'dir', 'lang']])),
};

const processor = unified().use(remarkParse).use(remarkMdx);

/** Reads a skeleton as MDX and leaves out all that could run or is not known. Never throws. */
export function readMdx(skeleton: string): MdxReading {
  const flood = floodOf(skeleton);
  if (flood !== undefined) return { problem: flood, unsafe: [], safe: skeleton };
  let tree: Nodes;
  try {
    tree = processor.parse(skeleton);
  } catch (error) {
    return { problem: problemOf(error), unsafe: [], safe: skeleton };
  }
  const unsafe: UnsafePart[] = [];
  const cuts: { start: number; end: number }[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'mdxjsEsm') {
      unsafe.push({ kind: node.value.trimStart().startsWith('export') ? 'export' : 'import', name: firstWords(node.value), start, end });
      cuts.push({ start, end });
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      // A comment is an expression without content, and harmless.
      if (!/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value)) unsafe.push({ kind: 'expression', name: firstWords(node.value), start, end });
      cuts.push({ start, end });
    } else {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') readElement(node, skeleton, unsafe, cuts);
      if ('children' in node) open.push(...node.children);
    }
  }
  return { problem: undefined, unsafe: unsafe.sort((a, b) => a.start - b.start), safe: without(skeleton, cuts) };
}

/** Above these the MDX parser needs minutes. A landing page has some hundred characters and opens a handful at once. */
const MAX_LENGTH = 200_000;
const MAX_OPEN = 40;

/** Why a text is not even tried; braces and tags count as open until as many have closed. Linear. */
function floodOf(text: string): MdxReading['problem'] {
  if (text.length > MAX_LENGTH) return { reason: `The text is longer than ${MAX_LENGTH} characters`, offset: MAX_LENGTH };
  let open = 0;
  for (const { 0: token, index } of text.matchAll(/[{}]|<\/?(?=[A-Za-z>])|\/>/g)) {
    open = token === '{' || token === '<' ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_OPEN) return { reason: `More than ${MAX_OPEN} braces and tags are open at once`, offset: index };
  }
  return undefined;
}

function readElement(node: MdxJsxFlowElement | MdxJsxTextElement, skeleton: string, unsafe: UnsafePart[], cuts: { start: number; end: number }[]): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const allowed = node.name === null ? [] : (Object.hasOwn(COMPONENTS, node.name) ? COMPONENTS[node.name] : Object.hasOwn(ELEMENTS, node.name) ? ELEMENTS[node.name] : undefined);
  if (allowed !== undefined && node.attributes.every((attribute) => isPlain(attribute, allowed))) return;
  unsafe.push({ kind: 'component', name: node.name ?? '', start, end });
  // Only the tags go: what stands between them is text that somebody wrote.
  const first = node.children[0]?.position?.start.offset;
  const last = node.children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) cuts.push({ start, end });
  else cuts.push({ start, end: tagEnd(skeleton, start, first) }, { start: tagStart(skeleton, last, end), end });
}

function isPlain(attribute: MdxJsxAttribute | MdxJsxExpressionAttribute, allowed: readonly string[]): boolean {
  if (attribute.type !== 'mdxJsxAttribute' || !allowed.includes(attribute.name)) return false;
  return attribute.value === null || attribute.value === undefined || typeof attribute.value === 'string';
}

/** End of the opening tag: the last `>` before the first child. */
function tagEnd(text: string, start: number, firstChild: number): number {
  const end = text.lastIndexOf('>', firstChild - 1);
  return end < start ? firstChild : end + 1;
}

/** Start of the closing tag: the first `</` behind the last child. */
function tagStart(text: string, lastChild: number, end: number): number {
  const start = text.indexOf('</', lastChild);
  return start < 0 || start > end ? end : start;
}

function without(text: string, cuts: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start));
    at = end;
  }
  return out + text.slice(at);
}

function problemOf(error: unknown): { reason: string; offset: number } {
  if (!(error instanceof VFileMessage)) return { reason: error instanceof Error ? error.message : String(error), offset: 0 };
  const place = error.place;
  const offset = place && 'offset' in place ? place.offset : place && 'start' in place ? place.start.offset : undefined;
  return { reason: error.reason, offset: offset ?? 0 };
}

function firstWords(code: string): string {
  const line = code.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

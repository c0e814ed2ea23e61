import type { Nodes } from 'mdast';
import { endsByItself } from './html-names.ts';
import { TagEnds } from './raw-html.ts';

/** Deepest nesting that is published as structure. Real articles stay below 20. */
const MAX_DEPTH = 100;

/** True when a line opens more quotes and lists at once than any parser needs to see. Linear. */
export function opensTooDeep(text: string): boolean {
  return /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){100}/m.test(text);
}

/** True when a tree is nested deeper than {@link MAX_DEPTH}, raw HTML included. No recursion. */
export function isTooDeep(tree: Nodes): boolean {
  const stack: [Nodes, number][] = [[tree, 0]];
  const tags = new OpenTags();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, depth] = top;
    if (node.type === 'html' && tags.nestTooDeep(node.value)) return true;
    if (!('children' in node)) continue;
    if (depth > MAX_DEPTH) return true;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push([child, depth + 1]);
    }
  }
  return false;
}

class OpenTags {
  readonly #open = new Map<string, number>();
  #depth = 0;

  /** Goes on through one more piece of HTML. */
  nestTooDeep(html: string): boolean {
    const last = html.lastIndexOf('>');
    const ends = new TagEnds(html);
    for (let at = html.indexOf('<'); at !== -1 && at < last; at = html.indexOf('<', at + 1)) {
      const tag = ends.readAt(at);
      if (tag === undefined) continue;
      at = tag.end - 1;
      // Those that end by themselves nest only inside others that are counted.
      if (tag.empty || endsByItself(tag.name)) continue;
      const open = this.#open.get(tag.name) ?? 0;
      if (tag.closing && open === 0) continue;
      const step = tag.closing ? -1 : 1;
      this.#open.set(tag.name, open + step);
      this.#depth += step;
      if (this.#depth > MAX_DEPTH) return true;
    }
    return false;
  }
}

/** Most runs of `*` and `_` that one paragraph may hold; pairing them takes the parser quadratic time. */
const MAX_RUNS = 2_000;

/** Escapes the emphasis of paragraphs that hold more of it than any text means. */
export function withoutEmphasisFloods(text: string): string {
  if (text.length < MAX_RUNS * 2 || !/[*_~]/.test(text)) return text;
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (runsIn(paragraph) > MAX_RUNS ? tamed(paragraph) : paragraph))
    .join('');
}

/** The cells of a table are texts of their own: there the flood must stand on one line. */
function tamed(paragraph: string): string {
  const table = /\|[ \t]*:?-/.test(paragraph);
  if (!table) return escapeRuns(paragraph);
  return paragraph.split('\n').map((line) => (runsIn(line) > MAX_RUNS ? escapeRuns(line) : line)).join('\n');
}

const escapeRuns = (text: string): string => text.replace(/[*_~]/g, '\\$&');

function runsIn(text: string): number {
  let count = 0;
  const pattern = /[*_~]+/g;
  while (pattern.test(text)) count++;
  return count;
}

/** Openings that the parser looks for the end of, and their ends. */
const OPENINGS: readonly (readonly [string, string])[] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']];
const MAX_UNCLOSED = 50;

/** Escapes comments and the like that are opened again and again and never closed: from each the parser reads to the end. */
export function withoutUnclosedFloods(text: string): string {
  let out = text;
  for (const [open, close] of OPENINGS) {
    const from = out.lastIndexOf(close) + 1;
    const rest = out.slice(from).split(open);
    if (rest.length > MAX_UNCLOSED) out = out.slice(0, from) + rest.join(`&lt;${open.slice(1)}`);
  }
  return out;
}

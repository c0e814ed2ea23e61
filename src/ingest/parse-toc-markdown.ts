import type { Toc, TocLink, TocNode } from '../model/toc.ts';
import { placeholderPattern } from '../model/skeleton.ts';
import { unescapeHtml } from '../text/unescape-html.ts';
import { readFrontmatter } from './frontmatter.ts';
import { tokenise } from './tokenise.ts';

/**
 * Reads a docfx `TOC.md`, the older form of `toc.yml`: every heading is an entry, below the one of the level above it,
 * `# Group` or `## [Title](article.md)`. Other lines and comments say nothing; pairs show their targets. Never throws.
 */
export function parseTocMarkdown(text: string): Toc {
  const { bodyStart } = readFrontmatter(text);
  const { segments, skeleton } = tokenise(text, bodyStart);
  const root: Open = { depth: 0, items: [] };
  const open: Open[] = [root];
  const links: TocLink[] = [];
  let line = lineEnds(text.slice(0, bodyStart));
  for (const shown of skeleton.replace(/<!--[^]*?(?:-->|$)/g, (comment) => '\n'.repeat(lineEnds(comment))).split('\n')) {
    const at = { line: ++line, column: 1 };
    const filled = shown.replace(placeholderPattern(), (_, index: string) => {
      const { start = 0, end = 0, target = '' } = segments[Number(index)] ?? {};
      line += lineEnds(text.slice(start, end));
      return target.replaceAll('\n', ' ');
    });
    const [, marks = '', written = ''] = /^ {0,3}(#{1,6})([^\n]*)$/.exec(filled) ?? [];
    const name = written.slice(0, LONGEST).trim().replace(/^<a (?:name|id)="[^"]*"><\/a>[ \t]*/, '').replace(/ #+$/, '');
    if (name === '') continue;
    while ((open.at(-1)?.depth ?? 0) >= marks.length) open.pop();
    const items: TocNode[] = [];
    const node = { ...entry(name), items };
    (open.at(-1) ?? root).items.push(node);
    open.push({ depth: marks.length, items });
    if (node.href !== undefined) links.push({ href: node.href, ...at });
  }
  return { nodes: root.items, problems: [], links };
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1;
}

/** Of a line, in UTF-16 code units: no name and address are longer. */
const LONGEST = 2_000;

interface Open {
  readonly depth: number;
  readonly items: TocNode[];
}

function entry(written: string): Omit<TocNode, 'items'> {
  const [, label, url = ''] = /^\[(.*)\][ \t]*\([ \t]*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:[ \t][^()]*)?\)/.exec(written) ?? [];
  if (label === undefined) return { title: plain(written) };
  const [, uid] = /^(?:xref:|@)([^?#]+)/i.exec(url) ?? [];
  return { title: plain(label), ...(uid !== undefined ? { uid } : url === '' ? {} : { href: url.replaceAll('\\', '/') }) };
}

function plain(markdown: string): string {
  return unescapeHtml(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('`', '')).trim();
}

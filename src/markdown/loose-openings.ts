import type { Nodes, Root } from 'mdast';

/** Most `<` without a tag, an address or a comment that one paragraph may hold: for each, remark's parser moves all that it has read of it. */
const MOST = 2_000;

/** Stands for such a `<` while the text is parsed. */
const MASK = '\uFDD6';

/** Parses a text with floods of `<` that begin nothing as it is parsed without them, in linear time. */
export function parseLooseOpenings(text: string, parse: (text: string) => Root): Root {
  const masked = text.length < MOST || text.includes(MASK) ? text : withMasks(text);
  if (masked === text) return parse(text);
  const tree = parse(masked);
  unmask(tree);
  return tree;
}

/** CommonMark §6.4 and §6.6, by what does not begin with it. */
const LOOSE = /(?<!\\)<(?!\/?[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|[a-z][a-z\d+.-]{1,31}:[^\s<>]*>|[^\s<>@]+@[^\s<>]+>|[!?])/gi;

function withMasks(text: string): string {
  return text.split(/(\n[ \t]*\n)/).map((paragraph) => {
    let count = 0;
    const masked = paragraph.replace(LOOSE, (opening, at: number) => {
      if (mayOpenBlock(paragraph, at)) return opening;
      count++;
      return MASK;
    });
    return count > MOST ? masked : paragraph;
  }).join('');
}

/** Whether nothing but indent and markers of lists and quotes stands before on the line: HTML may begin a block without being a whole tag. */
function mayOpenBlock(text: string, at: number): boolean {
  return /(?:^|\n)[\s>*+\-\d.)]{0,99}$/.test(text.slice(Math.max(0, at - 100), at));
}

function unmask(tree: Root): void {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && value.includes(MASK)) Object.assign(node, { [key]: value.replaceAll(MASK, '<') });
    }
    if ('children' in node) open.push(...node.children);
  }
}

import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

export interface SitePage {
  /** Address path, e.g. `/vi-vn/start/install/`; a page that is no folder keeps its name: `/404.html`. */
  readonly url: string;
  readonly html: string;
  /** All elements in document order. */
  readonly elements: readonly Element[];
}

/** Every HTML page of a built site, by address, sorted. */
export function readSite(folder: string): ReadonlyMap<string, SitePage> {
  const files = globSync('**/*.html', { cwd: folder }).map((file) => file.split(sep).join('/')).sort();
  return new Map(files.map((file) => {
    const url = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const html = readFileSync(join(folder, file), 'utf8');
    return [url, { url, html, elements: [...elementsOf(parse(html))] }];
  }));
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Elements with a tag name and, when given, attribute values. */
export function all(page: SitePage, tag: string, attributes: Readonly<Record<string, string>> = {}): readonly Element[] {
  return page.elements.filter((element) => element.tagName === tag && Object.entries(attributes).every(([name, value]) => attribute(element, name) === value));
}

/** The text of an element and its descendants. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function* elementsOf(node: Node): Iterable<Element> {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('tagName' in next) yield next;
    if ('childNodes' in next) waiting.push(...next.childNodes.toReversed());
  }
}

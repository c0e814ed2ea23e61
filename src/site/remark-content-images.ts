import type { Nodes, Root } from 'mdast';
import { CONTENT_URL } from '../model/content-url.ts';

/** Remark plugin for MDX articles: their images belong to the content, and Astro must not look for them among its own files. */
export function remarkContentImages(): (tree: Root) => void {
  return (tree) => {
    const open: Nodes[] = [tree];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'image' || node.type === 'definition') node.url = mark(node.url);
      if ('children' in node) open.push(...node.children);
    }
  };
}

function mark(url: string): string {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) ? url : CONTENT_URL + url;
}

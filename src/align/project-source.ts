import type { Article } from '../model/article.ts';
import { PLACEHOLDER_CLOSE, PLACEHOLDER_OPEN } from '../model/skeleton.ts';

/**
 * The article's body in the source language (s-proj of FORMAT.md): every placeholder of the skeleton
 * replaced by its segment's source. Alt texts, link titles and labels of definitions stay translated,
 * for the format keeps no source of them. The skeleton of a plain article comes back as it is.
 */
export function projectSource(article: Article): string {
  const { skeleton, segments } = article;
  let projected = '';
  let at = 0;
  for (;;) {
    const open = skeleton.indexOf(PLACEHOLDER_OPEN, at);
    const close = open < 0 ? -1 : skeleton.indexOf(PLACEHOLDER_CLOSE, open);
    if (close < 0) return projected + skeleton.slice(at);
    projected += skeleton.slice(at, open) + (segments[Number(skeleton.slice(open + 1, close))]?.source ?? '');
    at = close + 1;
  }
}

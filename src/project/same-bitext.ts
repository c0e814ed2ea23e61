import type { Article } from '../model/article.ts';

/** Whether two readings of an article hold the same segments with the same texts, and no other damage. */
export function hasSameBitext(before: Article, after: Article): boolean {
  return (
    after.damage.length === before.damage.length &&
    after.segments.length === before.segments.length &&
    after.segments.every(({ ordinal, target, source }, index) => {
      const old = before.segments[index];
      return old?.ordinal === ordinal && old.target === target && old.source === source;
    })
  );
}

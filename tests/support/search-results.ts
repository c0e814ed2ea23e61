import type { Found, Results } from '../../src/site/client/search-site.ts';

/** The first `count` results, from all indexes. */
export async function firstResults(results: Results, count: number): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (let next: readonly Found[]; all.length < count; all.push(...next)) {
    next = await results.next(count - all.length);
    if (next.length === 0) break;
  }
  return all;
}

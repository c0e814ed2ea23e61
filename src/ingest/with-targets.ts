import type { Frontmatter } from '../model/article.ts';
import { placeholderPattern } from '../model/skeleton.ts';
import { tokenise } from './tokenise.ts';

/**
 * Metadata in whose values pairs may stand: every text with its targets in place of its pairs, and the sources of those
 * right below a key. Pairs are read as in a body: tags that form none are taken out, code is left alone.
 */
export function withTargets(data: Frontmatter['data']): Required<Pick<Frontmatter, 'data' | 'sources'>> {
  const sources: [key: string, source: string][] = [];
  const entries = Object.entries(data).map(([key, value]) => {
    if (typeof value !== 'string' || !mayHoldPairs(value)) return [key, targetsOf(value)] as const;
    const { target, source } = sides(value);
    if (source !== undefined) sources.push([key, source]);
    return [key, target] as const;
  });
  return { data: Object.fromEntries(entries), sources: Object.fromEntries(sources) };
}

function targetsOf(value: unknown): unknown {
  if (typeof value === 'string') return mayHoldPairs(value) ? sides(value).target : value;
  if (Array.isArray(value)) return value.map(targetsOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, targetsOf(inner)]));
}

/** Other spans are somebody's text. */
function mayHoldPairs(text: string): boolean {
  return /data-[ts]tu-id|sxs-lookup/.test(text);
}

/** `source`: undefined when the text holds no whole pair. */
function sides(text: string): { readonly target: string; readonly source: string | undefined } {
  const { segments, skeleton } = tokenise(text, 0);
  const fill = (side: 'target' | 'source'): string => skeleton.replace(placeholderPattern(), (_, index: string) => segments[Number(index)]?.[side] ?? '').trim();
  return { target: fill('target'), source: segments.length === 0 ? undefined : fill('source') };
}

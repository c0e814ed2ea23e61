import type { Category } from '../checks/define-check.ts';
import { checks } from '../checks/index.ts';
import type { ContentMap } from './content-map.ts';

/** What decides whether a page is sound and complete. */
const PUBLISHING: ReadonlySet<Category> = new Set(['structure', 'alignment', 'metadata', 'links', 'files']);

/**
 * The same content with the checks of how it is translated switched off: those of markup, wording, typography and of the
 * project, and all that compare a sentence with its source. A build that nobody asks for their findings needs none of them.
 */
export function withoutQualityChecks(map: ContentMap): ContentMap {
  const off = checks.filter(({ category, scope }) => scope === 'segment' || !PUBLISHING.has(category)).map(({ id }) => [id, 'off'] as const);
  return { ...map, config: { ...map.config, checks: { ...map.config.checks, ...Object.fromEntries(off) } } };
}

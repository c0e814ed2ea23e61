import { withoutNoLoc } from './no-loc.ts';
import { unescapeHtml } from './unescape-html.ts';

/**
 * A value of the frontmatter as plain text on one line, empty when it is no text: what it writes as an entity is the
 * character. metadataText('R&amp;D') // => 'R&D'
 */
export function metadataText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? unescapeHtml(withoutNoLoc(value)).replace(/\s+/g, ' ').trim() : '';
}

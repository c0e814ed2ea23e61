import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';

/** A text with what another has not marked: everything between what both begin and end with. */
export function Difference({ before, after, kind = 'ins' }: { readonly before: string; readonly after: string; readonly kind?: 'ins' | 'del' }): VNode {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // No mark begins within a letter of two code units.
  if (/[\uD800-\uDBFF]/.test(after[start - 1] ?? '')) start -= 1;
  if (/[\uDC00-\uDFFF]/.test(after[after.length - end] ?? '')) end -= 1;
  const middle = after.slice(start, after.length - end);
  return html`${after.slice(0, start)}${middle && (kind === 'ins' ? html`<ins>${middle}</ins>` : html`<del>${middle}</del>`)}${after.slice(after.length - end)}`;
}

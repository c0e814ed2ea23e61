/**
 * Noncharacters that this folder uses beside the placeholders of model/skeleton.ts:
 * a placeholder inside raw HTML, and a slot on its way through the syntax trees.
 */
const HTML_PLACEHOLDER_OPEN = '\uFDD2';
const HTML_PLACEHOLDER_CLOSE = '\uFDD3';
const SLOT_OPEN = '\uFDD4';
const SLOT_CLOSE = '\uFDD5';

/** Text that stands for the slot of this number in the trees. */
export const slotMarker = (index: number): string => `${SLOT_OPEN}${index}${SLOT_CLOSE}`;

/** Matches a placeholder (group 1), a placeholder in raw HTML (group 2) or a slot (group 3). Stateful: one per walk. */
export const markerPattern = (): RegExp => /\uFDD0(\d+)\uFDD1|\uFDD2(\d+)\uFDD3|\uFDD4(\d+)\uFDD5/g;

export const hasMarker = (text: string): boolean => /[\uFDD0-\uFDD5]/.test(text);

/** A whole text that is one slot marker; group 1 is the slot's number. */
export const ONE_SLOT = /^\uFDD4(\d+)\uFDD5$/;

/** Replaces the private characters that content itself may hold. */
export function withoutPrivate(text: string, keepPlaceholders: boolean): string {
  if (keepPlaceholders) return /[\uFDD2-\uFDD5\0]/.test(text) ? text.replace(/[\uFDD2-\uFDD5\0]/g, '\uFFFD') : text;
  return /[\uFDD0-\uFDD5\0]/.test(text) ? text.replace(/[\uFDD0-\uFDD5\0]/g, '\uFFFD') : text;
}

/** Marks the placeholders of raw HTML, where a segment is HTML and not Markdown. */
export function asHtmlPlaceholders(html: string): string {
  return html.includes('\uFDD0')
    ? html.replace(/\uFDD0(\d+)\uFDD1/g, `${HTML_PLACEHOLDER_OPEN}$1${HTML_PLACEHOLDER_CLOSE}`)
    : html;
}

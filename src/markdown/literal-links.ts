import type { Link, Text } from 'mdast';

/** What may be an address in a text; every `@` is looked at by {@link mayHoldMail}. */
const ADDRESS = /https?:\/\/|www\./i;

/**
 * Whether remark's parser makes the same link of a bare address as the fast one: only of characters that mean nothing to
 * Markdown, and up to punctuation that both leave out, with a blank (or a tag) behind it.
 */
export function isPlainLiteral(link: Link, source: string): boolean {
  const start = link.position?.start.offset ?? 0;
  const end = link.position?.end.offset ?? 0;
  const raw = source.slice(start, end);
  const [only, ...others] = link.children;
  if (raw.length > LONGEST || others.length > 0 || only?.type !== 'text' || only.value !== raw) return false;
  const before = source[start - 1] ?? '';
  const after = source.slice(end, end + LONGEST_TRAIL);
  if (MAIL.test(raw)) return link.url === `mailto:${raw}` && !/[\w.+\-/\\]/.test(before) && !/^(?:[\w@/-]|\.[\w-])/.test(after);
  return HTTP.test(raw) && TRAIL.test(after) && link.url === raw && !/[a-z\d.+\-\\]/i.test(before);
}

/** Between letters an underline neither opens nor closes. */
const UNDERLINE = '(?<=[a-z\\d])_(?=[a-z\\d])';
const HTTP = new RegExp(`^https?://[a-z\\d](?:[a-z\\d-]|\\.(?=[a-z\\d]))*(?:[/?#:](?:[a-z\\d./?#:=&%+,-]|${UNDERLINE})*)?(?<=[a-z\\d/=-])$`, 'i');
const MAIL = new RegExp(`^[a-z\\d](?:[a-z\\d.+-]|${UNDERLINE})*@[a-z\\d-]+(?:\\.[a-z\\d-]+)*\\.[a-z\\d-]*[a-z]$`, 'i');
const TRAIL = /^[!"'),.:?*_]*(?:[\s<]|$)/;
const LONGEST_TRAIL = 50;
/** A longer address is no plain one. */
const LONGEST = 2_000;

/** Whether remark's parser could make a link of something in a text that is none to the fast one. */
export function mayHoldLiteral(text: Text, source: string): boolean {
  return ADDRESS.test(text.value) || mayHoldMail(text, source);
}

/** An `@` between characters that an e-mail address may have on both sides of it. */
function mayHoldMail({ value, position }: Text, source: string): boolean {
  for (let at = value.indexOf('@'); at !== -1; at = value.indexOf('@', at + 1)) {
    const before = at > 0 ? value[at - 1] : source[(position?.start.offset ?? 0) - 1];
    const after = at + 1 < value.length ? value[at + 1] : source[position?.end.offset ?? 0];
    if (/[\w.+-]/.test(before ?? '') && /[\w.-]/.test(after ?? '')) return true;
  }
  return false;
}

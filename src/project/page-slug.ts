import { hash } from 'node:crypto';
import { compareText } from '../text/compare-text.ts';

/**
 * URL of an article below its locale: lower case, letters and digits of any script kept, everything else to
 * hyphens, characters without width dropped; `index.md` stands for its folder. Equal in all locales.
 * pageSlug('Guides/Set-up SPF.md') // => 'guides/set-up-spf/'
 */
export function pageSlug(path: string): string {
  const parts = path.replace(/\.mdx?$/i, '').split('/').map(slugPart);
  if (parts.at(-1) === 'index') parts.pop();
  return parts.map((part) => `${part}/`).join('');
}

/** Addresses below a locale that the site itself needs: the page for addresses that lead nowhere. */
const RESERVED = ['404/'];

/**
 * Slugs of all paths of a site, in path order. Where two paths ask for one, the first in path order keeps it and the
 * others get a suffix made of their path, so that adding or removing an unrelated article moves no page.
 */
export function pageSlugs(paths: Iterable<string>): { readonly slugs: ReadonlyMap<string, string> } {
  const sorted = [...new Set(paths)].sort(compareText);
  const taken = new Set(RESERVED);
  const slugs = new Map<string, string>(sorted.map((path) => [path, '']));
  const late: string[] = [];
  for (const path of sorted) {
    const slug = pageSlug(path);
    if (taken.has(slug)) late.push(path);
    else slugs.set(path, slug);
    taken.add(slug);
  }
  // After all others: a suffix must not take an address that an article has by its name.
  for (const path of late) {
    const slug = withSuffix(path, taken);
    slugs.set(path, slug);
    taken.add(slug);
  }
  return { slugs };
}

function withSuffix(path: string, taken: ReadonlySet<string>): string {
  const slug = pageSlug(path);
  const digest = hash('sha256', path, 'hex');
  for (let length = 6; ; length++) {
    const suffix = digest.slice(0, length);
    const candidate = slug === '' ? `index-${suffix}/` : slug.replace(/\/$/, `-${suffix}/`);
    if (!taken.has(candidate) || length === digest.length) return candidate;
  }
}

/** Most names are their own slug, and a site has ten thousands of them. */
const PLAIN = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;

function slugPart(part: string): string {
  if (PLAIN.test(part)) return part;
  const slug = part
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u0027\u2018\u2019]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'page' : slug;
}

import { createHash } from 'node:crypto';
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

/**
 * Slugs of all paths of a site. Where two paths would share one, the first in path order keeps it and the
 * others get a suffix made of their path, so that adding or removing an unrelated article moves no page.
 * @returns the slug by path, and the paths that had to give way with the path that kept the slug
 */
export function pageSlugs(paths: Iterable<string>): { slugs: ReadonlyMap<string, string>; collisions: readonly SlugCollision[] } {
  const owner = new Map<string, string>();
  const slugs = new Map<string, string>();
  const collisions: SlugCollision[] = [];
  for (const path of [...new Set(paths)].sort(compareText)) {
    const slug = pageSlug(path);
    const other = owner.get(slug);
    if (other === undefined) {
      owner.set(slug, path);
      slugs.set(path, slug);
    } else {
      const digest = createHash('sha256').update(path).digest('hex').slice(0, 6);
      slugs.set(path, slug === '' ? `index-${digest}/` : slug.replace(/\/$/, `-${digest}/`));
      collisions.push({ path, other, slug });
    }
  }
  return { slugs, collisions };
}

export interface SlugCollision {
  readonly path: string;
  readonly other: string;
  readonly slug: string;
}

function slugPart(part: string): string {
  const slug = part
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}\u0027\u2018\u2019]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'page' : slug;
}

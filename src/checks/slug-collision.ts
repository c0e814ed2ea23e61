import { compareText } from '../text/compare-text.ts';
import type { SiteEntry } from './define-check.ts';
import { defineCheck } from './define-check.ts';

type Args = { readonly slug: string; readonly other: string };

export default defineCheck<Args>({
  id: 'slug-collision',
  category: 'files',
  scope: 'site',
  severity: 'error',
  summary: 'Every article of a locale has an address of its own.',
  why: 'Two files that differ only in letter case, spaces or punctuation of their names would be published at one address. Only the first by name can be.',
  whatToDo: 'Rename one of the files, in every locale.',
  message: ({ slug, other }) => `The address \`${slug}\` is taken by \`${other}\`, so that this article is not published. Rename one of the two in every locale.`,
  examples: [
    { name: 'different names', content: { 'de-de/setup.md': 'A', 'de-de/set-up.md': 'B' }, expected: [] },
    { name: 'the same name in two locales', content: { 'de-de/setup.md': 'A', 'ja-jp/setup.md': 'B' }, expected: [] },
    { name: 'only the case differs', content: { 'de-de/Setup.md': 'A', 'de-de/setup.md': 'B' }, expected: [{ slug: 'setup/', other: 'Setup.md' }] },
  ],
  *run({ entries }) {
    const bySlug = Map.groupBy(entries, ({ locale, slug }) => `${locale}/${slug}`);
    for (const group of bySlug.values()) {
      const [first, ...others] = group.length > 1 ? distinct(group) : [];
      for (const entry of others) yield { entry, args: { slug: entry.slug, other: first?.path ?? '' } };
    }
  },
});

/** One entry per path, in the order of paths: `first` is the one that is published. */
function distinct(entries: readonly SiteEntry[]): SiteEntry[] {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()].sort((a, b) => compareText(a.path, b.path));
}

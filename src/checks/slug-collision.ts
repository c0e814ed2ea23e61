import { defineCheck } from './define-check.ts';

type Args = { readonly slug: string; readonly other: string; readonly publishedAs: string };

export default defineCheck<Args>({
  id: 'slug-collision',
  category: 'files',
  scope: 'site',
  severity: 'error',
  summary: 'Every article has the address that its name asks for.',
  why: 'Two files that differ only in letter case, spaces or punctuation of their names ask for one address. The first by name gets it; the other is published under an address that no reader would guess and that links from elsewhere do not know.',
  whatToDo: 'Rename one of the files, in every locale.',
  message: ({ slug, other, publishedAs }) => `The address \`${slug}\` is taken by \`${other}\`, so that this article is published at \`${publishedAs}\`. Rename one of the two in every locale.`,
  examples: [
    { name: 'different names', content: { 'de-de/setup.md': 'A', 'de-de/set-up.md': 'B' }, expected: [] },
    { name: 'the same name in two locales', content: { 'de-de/setup.md': 'A', 'ja-jp/setup.md': 'B' }, expected: [] },
    { name: 'only the case differs', content: { 'de-de/Setup.md': 'A', 'de-de/setup.md': 'B' }, expected: [{ slug: 'setup/', other: 'Setup.md', publishedAs: 'setup-810117/' }] },
    { name: 'an article beside the index of its folder', content: { 'de-de/setup.md': 'A', 'de-de/setup/index.md': 'B' }, expected: [{ slug: 'setup/', other: 'setup.md', publishedAs: 'setup-75ee6b/' }] },
  ],
  *run({ entries }) {
    const owners = new Map(entries.map(({ path, publishedAs }) => [publishedAs, path]));
    for (const entry of entries) {
      const other = owners.get(entry.slug);
      if (entry.slug !== entry.publishedAs && other !== undefined) yield { entry, args: { slug: entry.slug, other, publishedAs: entry.publishedAs } };
    }
  },
});

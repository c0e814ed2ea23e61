import { defineCheck } from './define-check.ts';

type Args = { readonly chain: readonly string[] };

export default defineCheck<Args>({
  id: 'include-cycle',
  category: 'links',
  scope: 'reference',
  severity: 'error',
  summary: 'An included fragment does not lead back to the article that includes it.',
  why: 'Such an article would never end. The fragment is left out where it would repeat itself.',
  whatToDo: 'Remove one of the includes named.',
  message: ({ chain }) => `The include leads back to this article (${chain.join(' → ')}) and is left out. Remove one of these includes.`,
  examples: [
    {
      name: 'one fragment in two places',
      content: { 'de-de/guide.md': '[!INCLUDE [A](a.md)]\n\n[!INCLUDE [B](b.md)]', 'de-de/a.md': '[!INCLUDE [B](b.md)]', 'de-de/b.md': 'Text' },
      expected: [],
    },
    {
      name: 'two articles that include each other: a finding in both',
      content: { 'de-de/guide.md': '[!INCLUDE [A](a.md)]', 'de-de/a.md': '[!INCLUDE [Anleitung](guide.md)]' },
      expected: [{ chain: ['a.md', 'guide.md', 'a.md'] }, { chain: ['guide.md', 'a.md', 'guide.md'] }],
    },
  ],
  *run({ article, references, resolveLink, includesOf }) {
    for (const { kind, url, start, end } of references) {
      if (kind !== 'include') continue;
      const target = resolveLink(url);
      const chain = target.kind === 'article' ? chainBack(target.path, article.path, includesOf) : undefined;
      if (chain) yield { args: { chain: [article.path, ...chain] }, at: { start, end } };
    }
  },
});

/** Shortest way from one path to another over includes, both named; undefined when there is none. */
function chainBack(from: string, to: string, includesOf: (path: string) => readonly string[]): string[] | undefined {
  const reachedFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const path of reachedFrom.keys()) {
    if (path === to) {
      const chain: string[] = [];
      for (let step: string | undefined = path; step !== undefined; step = reachedFrom.get(step)) chain.unshift(step);
      return chain;
    }
    for (const next of includesOf(path)) if (!reachedFrom.has(next)) reachedFrom.set(next, path);
  }
  return undefined;
}

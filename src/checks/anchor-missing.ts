import { closest } from '../text/closest.ts';
import type { ReferenceInput } from './define-check.ts';
import { defineCheck } from './define-check.ts';

type Args = { readonly anchor: string; readonly page: string; readonly suggestion: string };

export default defineCheck<Args>({
  id: 'anchor-missing',
  category: 'links',
  scope: 'reference',
  severity: 'warning',
  summary: 'A link to a place on a page finds that place.',
  why: 'The reader lands at the top of a page, maybe a long one, instead of at the paragraph promised.',
  whatToDo: 'Use an anchor of that page. Anchors are made of the headings of the original, so that they are the same in every language.',
  message: ({ anchor, page, suggestion }) =>
    `There is no \`#${anchor}\` on ${page === '' ? 'this page' : `\`${page}\``}, nor on its original. ${suggestion === '' ? 'Use an anchor of that page.' : `Did you mean \`#${suggestion}\`?`}`,
  examples: [
    { name: 'an anchor of the page', content: '# <a name="set-up"></a>⟦Einrichten⟧⟪Set up⟫\n\n⟦Siehe [oben](#set-up).⟧⟪See [above](#set-up).⟫', expected: [] },
    {
      name: 'only the original has it',
      content: { 'de-de/guide.md': '[⟦Mehr⟧⟪More⟫](more.md#new)', 'de-de/more.md': '# <a name="old"></a>⟦Alt⟧⟪Old⟫', 'en-us/more.md': '# <a name="new"></a>New' },
      expected: [],
    },
    { name: 'a sentence', content: '⟦102: Anfang.⟧⟪Start.⟫ ⟦103: Zum [Anfang](#s102).⟧⟪To the [start](#s102).⟫', expected: [] },
    {
      name: 'a sentence that is not there',
      content: '⟦102: Anfang.⟧⟪Start.⟫ ⟦103: Zum [Ende](#s109).⟧⟪To the [end](#s109).⟫',
      expected: [{ anchor: 's109', page: '', suggestion: 's102' }],
    },
    { name: 'a tab', content: '# [⟦Fenster⟧⟪Windows⟫](#tab/windows)', expected: [] },
    {
      name: 'a translated anchor',
      content: '# <a name="set-up"></a>⟦Einrichten⟧⟪Set up⟫\n\n⟦Siehe [oben](#einrichten).⟧⟪See [above](#set-up).⟫',
      expected: [{ anchor: 'einrichten', page: '', suggestion: '' }],
    },
    {
      name: 'a mistyped anchor of another page',
      content: { 'de-de/guide.md': '[⟦Mehr⟧⟪More⟫](more.md#instal)', 'de-de/more.md': '# <a name="install"></a>⟦Installieren⟧⟪Install⟫' },
      expected: [{ anchor: 'instal', page: 'more.md', suggestion: 'install' }],
    },
  ],
  *run(input) {
    for (const { kind, url, start, end } of input.references) {
      if (kind !== 'link' || !url.includes('#')) continue;
      const place = placeOf(input, url);
      if (!place || place.fragment === '' || place.fragment === 'top' || place.fragment.startsWith('tab/')) continue;
      const pages = [input.anchorsOf(place.locale, place.path), input.anchorsOf(input.sourceLocale, place.path)].filter((anchors) => anchors !== undefined);
      const names = [place.fragment, decoded(place.fragment)];
      if (pages.length === 0 || pages.some((anchors) => names.some((name) => anchors.has(name)))) continue;
      const suggestion = closest(place.fragment.slice(0, 100), [...(pages[0] ?? [])].slice(0, 500)) ?? '';
      yield { args: { anchor: place.fragment, page: place.path === input.article.path ? '' : place.path, suggestion }, at: { start, end } };
    }
  },
});

function placeOf({ article, resolveLink }: ReferenceInput, url: string): { readonly locale: string; readonly path: string; readonly fragment: string } | undefined {
  const target = resolveLink(url);
  if (target.kind === 'fragment') return { locale: article.locale, path: article.path, fragment: withoutHash(target.fragment) };
  return target.kind === 'article' ? { locale: target.locale, path: target.path, fragment: withoutHash(target.fragment) } : undefined;
}

function withoutHash(fragment: string): string {
  return fragment.startsWith('#') ? fragment.slice(1) : fragment;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

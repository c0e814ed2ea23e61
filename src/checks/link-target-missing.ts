import { defineCheck } from './define-check.ts';
import { addressOf } from './shared/address-of.ts';
import { isRelativeUrl } from './shared/is-relative-url.ts';

type Args = { readonly url: string; readonly resolved: string; readonly outside: boolean };

export default defineCheck<Args>({
  id: 'link-target-missing',
  category: 'links',
  scope: 'reference',
  severity: 'warning',
  summary: 'A relative link leads to an article of its locale or, failing that, of the source.',
  why: 'The reader follows the link and gets an error page.',
  whatToDo: 'Correct the path. It is relative to the file in which it stands, and case counts.',
  message: ({ url, resolved, outside }) =>
    url.startsWith('/') ? `The link \`${url}\` begins at the root of the site, where there is nothing. Set \`linkBase\` in site.yml to the address of the site that such links belong to.` : outside ? `The link \`${url}\` leads out of the content. Use a full address for other sites.` : `The link ${addressOf(url, resolved)} leads to no article or file, neither in this locale nor in the source. Correct the path or restore the article.`,
  examples: [
    { name: 'an article of the locale', content: { 'de-de/guide.md': '⟦Siehe [Mehr](more.md).⟧⟪See [More](more.md).⟫', 'de-de/more.md': 'Mehr' }, expected: [] },
    { name: 'only the source has it', content: { 'de-de/guide.md': '[⟦Mehr⟧⟪More⟫](more.md)', 'en-us/more.md': 'More' }, expected: [] },
    { name: 'in code it is no link', content: { 'de-de/guide.md': '⟦Schreiben Sie `[Text](datei.md)`.⟧⟪Write `[text](file.md)`.⟫' }, expected: [] },
    { name: 'other sites are not looked at', content: { 'de-de/guide.md': '⟦[A](https://a.example/x.md) [C](xref:d) [D](~/e.md)⟧⟪[A](https://a.example/x.md)⟫' }, expected: [] },
    { name: 'nothing at the root of the site', content: '[⟦Mehr⟧⟪More⟫](/azure/more)', expected: [{ url: '/azure/more', resolved: '/azure/more', outside: false }] },
    {
      name: 'no such article, counted once though it stands in both halves',
      content: { 'de-de/guide.md': '⟦Siehe [Mehr](mroe.md#a).⟧⟪See [More](mroe.md#a).⟫', 'de-de/more.md': 'Mehr' },
      expected: [{ url: 'mroe.md#a', resolved: 'mroe.md', outside: false }],
    },
  ],
  *run({ references, resolveLink }) {
    for (const { kind, url, start, end } of references) {
      if (kind !== 'link' || !(isRelativeUrl(url) || url.startsWith('/'))) continue;
      const target = resolveLink(url);
      if (target.kind === 'missing' || target.kind === 'outside') yield { args: { url, resolved: target.resolved, outside: target.kind === 'outside' }, at: { start, end } };
    }
  },
});

import { defineCheck } from './define-check.ts';

type Args = { readonly from: string; readonly target: string };

export default defineCheck<Args>({
  id: 'redirect-target-missing',
  category: 'links',
  scope: 'redirect',
  severity: 'warning',
  summary: 'A redirect of this site leads to a page of it.',
  why: 'Whoever follows an old link gets the error page. The redirect is left out.',
  whatToDo: 'Let it lead to an article that exists. Paths count from the folder of the locale, or from the article whose frontmatter it is.',
  message: ({ from, target }) => `The redirect of \`${from}\` leads to \`${target}\`, where there is nothing, and is left out. Let it lead to an article that exists${target.startsWith('/') ? ', or set `linkBase` in site.yml to the site that such addresses belong to' : ''}.`,
  examples: [
    { name: 'the article is there, in the source at least', content: { 'de-de/old.md': '---\nredirect_url: new.md\n---\n', 'en-us/new.md': 'New' }, expected: [] },
    { name: 'a folder', content: { 'de-de/guides/a.md': 'A', 'site.yml': 'redirects:\n- { from: old.md, to: /guides/ }' }, expected: [] },
    { name: 'no such article', content: { 'vi-vn/old.md': '---\nredirect_url: nwe.md\n---\n', 'vi-vn/new.md': 'Mới' }, expected: [{ from: 'old.md', target: 'nwe.md' }] },
    { name: 'an address of another site, without it', content: { 'ar-sa/old.md': '---\nredirect_url: /azure/new\n---\n' }, expected: [{ from: 'old.md', target: '/azure/new' }] },
  ],
  *run({ redirects }) {
    for (const redirect of redirects) {
      const { from, end } = redirect;
      if (end.kind === 'missing') yield { redirect, args: { from, target: end.target } };
    }
  },
});

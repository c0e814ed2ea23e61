import { defineCheck } from './define-check.ts';

type Args = { readonly from: string; readonly via: readonly string[]; readonly target: string };

export default defineCheck<Args>({
  id: 'redirect-chain',
  category: 'links',
  scope: 'redirect',
  severity: 'info',
  summary: 'A redirect leads straight to its end.',
  why: 'The site redirects to the end at once, but the entry is harder to keep: when the redirect on the way is removed, this one leads nowhere.',
  whatToDo: 'Write the last address into the entry.',
  message: ({ from, via, target }) => `The redirect of \`${from}\` leads to another one (${[...via, target].join(' → ')}). Write ${target} here.`,
  examples: [
    { name: 'straight', content: { 'de-de/new.md': '---\naliases: [old.md, older.md]\n---\nNeu' }, expected: [] },
    {
      name: 'renamed twice',
      content: { 'ja-jp/c.md': '本文', 'ja-jp/.openpublishing.redirection.json': '{"redirections":[\n{"source_path":"a.md","redirect_url":"/b"},\n{"source_path":"b.md","redirect_url":"/c#x"}]}' },
      expected: [{ from: 'a.md', via: ['/ja-jp/b/'], target: '/ja-jp/c/' }],
    },
  ],
  *run({ redirects }) {
    for (const redirect of redirects) {
      const { from, end } = redirect;
      if (end.kind === 'target' && end.via.length > 0) yield { redirect, args: { from, via: end.via, target: end.target } };
    }
  },
});

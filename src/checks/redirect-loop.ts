import { defineCheck } from './define-check.ts';

type Args = { readonly from: string; readonly chain: readonly string[] };

export default defineCheck<Args>({
  id: 'redirect-loop',
  category: 'links',
  scope: 'redirect',
  severity: 'error',
  summary: 'No redirect leads back to itself.',
  why: 'A browser would go in a circle and give up. The redirects of the circle are left out, and their readers get the error page.',
  whatToDo: 'Let one of the redirects named lead to a page.',
  message: ({ from, chain }) => `The redirect of \`${from}\` goes in a circle (${chain.join(' → ')}) and is left out. Let one of these lead to a page.`,
  examples: [
    { name: 'two redirects with one end', content: { 'de-de/c.md': '---\naliases: [a.md, b.md]\n---\nC' }, expected: [] },
    {
      name: 'back and forth',
      content: { 'ko-kr/a.md': '---\nredirect_url: b.md\n---\n', 'ko-kr/b.md': '---\nredirect_url: a.md\n---\n' },
      expected: [{ from: 'a.md', chain: ['/ko-kr/a/', '/ko-kr/b/', '/ko-kr/a/'] }, { from: 'b.md', chain: ['/ko-kr/a/', '/ko-kr/b/', '/ko-kr/a/'] }],
    },
    { name: 'to itself', content: { 'de-de/a.md': '---\nredirect_url: /a\n---\n' }, expected: [{ from: 'a.md', chain: ['/de-de/a/', '/de-de/a/'] }] },
  ],
  *run({ redirects }) {
    for (const redirect of redirects) {
      const { from, end } = redirect;
      if (end.kind === 'loop') yield { redirect, args: { from, chain: end.chain } };
    }
  },
});

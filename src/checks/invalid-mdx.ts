import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'invalid-mdx',
  category: 'structure',
  scope: 'article',
  severity: 'error',
  summary: 'An `.mdx` article parses as MDX.',
  why: 'It is published as plain Markdown instead, with its components shown as text.',
  whatToDo: 'Close every tag, write `&lt;` and `&#123;` for `<` and `{` that are text, or rename the file to `.md`.',
  message: ({ reason }) => `The article does not parse as MDX: ${reason}. Close every tag and escape \`<\` and \`{\` that are text; until then it is published as Markdown.`,
  examples: [
    { name: 'every tag is closed', content: { 'de-de/guide.mdx': '<Card>\n\n⟦Hallo.⟧⟪Hello.⟫\n\n</Card>' }, facts: { mdx: { unsafe: [] } }, expected: [] },
    {
      name: 'a tag that is not closed',
      content: { 'de-de/guide.mdx': '<Card>\n\n⟦Hallo.⟧⟪Hello.⟫' },
      facts: { mdx: { problem: { reason: 'expected a closing tag for `<Card>`', offset: 0 }, unsafe: [] } },
      expected: [{ reason: 'expected a closing tag for `<Card>`' }],
    },
  ],
  *run({ mdx }) {
    if (mdx?.problem) yield { args: { reason: mdx.problem.reason }, at: { start: mdx.problem.offset, end: mdx.problem.offset } };
  },
});

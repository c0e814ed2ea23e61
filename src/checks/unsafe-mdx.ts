import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly kind: string; readonly name: string };

export default defineCheck<Args>({
  id: 'unsafe-mdx',
  category: 'structure',
  scope: 'article',
  severity: 'warning',
  summary: 'An `.mdx` article uses the components of the site and no code of its own.',
  why: 'Articles come from outside and are not trusted: imports, exports and expressions are never run, unknown components never loaded. They are left out of the page.',
  whatToDo: 'Use Markdown or one of the site’s components; write braces that are text as `&#123;`.',
  message: ({ kind, name }) =>
    kind === 'component'
      ? `\`<${name}>\` is not a component of this site and is left out; its content is kept. Use one that exists, or Markdown.`
      : `The ${kind} \`${name}\` is left out: articles cannot run code. Write it as text or remove it.`,
  examples: [
    { name: 'a component of the site', content: { 'de-de/guide.mdx': '<Card>\n\n⟦Hallo.⟧⟪Hello.⟫\n\n</Card>' }, facts: { mdx: { unsafe: [] } }, expected: [] },
    {
      name: 'an import',
      content: { 'de-de/guide.mdx': 'import x from "./x.js"\n\n⟦Hallo.⟧⟪Hello.⟫' },
      facts: { mdx: { unsafe: [{ kind: 'import', name: 'import x from "./x.js"', start: 0, end: 22 }] } },
      expected: [{ kind: 'import', name: 'import x from "./x.js"' }],
    },
  ],
  *run({ mdx }) {
    for (const { kind, name, start, end } of mdx?.unsafe ?? []) yield { args: { kind, name: excerpt(name) }, at: { start, end } };
  },
});

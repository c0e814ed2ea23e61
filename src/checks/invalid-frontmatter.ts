import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'invalid-frontmatter',
  category: 'metadata',
  scope: 'article',
  severity: 'error',
  summary: 'The frontmatter is valid YAML.',
  why: 'The article is published, but without its metadata: the title comes from the first heading, and source version, date and robots rules are unknown.',
  whatToDo: 'Correct the YAML. Values with `: `, a leading `[`, `{`, `*`, `&`, `#` or `@` need quotation marks.',
  message: ({ reason }) => `The frontmatter is not valid YAML: ${reason}. Correct it; values with a colon need quotation marks.`,
  examples: [
    { name: 'quoted where YAML needs it', content: '---\ntitle: "Fehler: was nun?"\n---\nText', expected: [] },
    { name: 'odd types are kept, not rejected', content: '---\ntitle: Hallo\nms.custom: 672\n---\nText', expected: [] },
    { name: 'a colon in a plain value', content: '---\ntitle: Fehler: was nun?\n---\nText', expected: [{ reason: 'bad indentation of a mapping entry' }] },
  ],
  *run({ article: { frontmatter } }) {
    if (frontmatter.state !== 'invalid') return;
    const start = frontmatter.problem?.offset ?? frontmatter.start;
    yield { args: { reason: frontmatter.problem?.reason ?? 'it cannot be read' }, at: { start, end: Math.max(start, frontmatter.problem ? start : frontmatter.end) } };
  },
});

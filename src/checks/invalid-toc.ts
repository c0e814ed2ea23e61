import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'invalid-toc',
  category: 'files',
  scope: 'toc',
  severity: 'error',
  summary: 'The table of contents can be read: a YAML list of entries with a name.',
  why: 'What cannot be read is left out of the navigation; articles become hard to find.',
  whatToDo: 'Write entries as `- name: …` with `href: article.md` or nested `items:`.',
  message: ({ reason }) => `The table of contents cannot be used here: ${reason}. Write entries as \`- name: …\` with \`href:\` or \`items:\`.`,
  examples: [
    { name: 'an entry and a group', content: { 'de-de/toc.yml': '- name: Start\n  href: index.md\n- name: Mehr\n  items:\n  - name: Setup\n    href: setup.md\n' }, expected: [] },
    { name: 'a mapping instead of a list', content: { 'de-de/toc.yml': 'Start: index.md\n' }, expected: [{ reason: 'expected a list of entries, or items' }] },
  ],
  *run({ problems }) {
    for (const { reason, line, column } of problems) yield { args: { reason }, line, column };
  },
});

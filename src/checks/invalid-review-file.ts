import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'invalid-review-file',
  category: 'files',
  scope: 'review',
  severity: 'warning',
  summary: 'Every line of a review file can be read.',
  why: 'What people have said of a translation counts for nothing while its line cannot be read; mostly it is left over from a merge.',
  whatToDo: 'Take out the marks of the merge conflict, or restore the line from version control. Lines that cannot be read are kept as they are.',
  message: ({ reason }) => `What was said here of the translation cannot be read: ${reason}. Take out the marks of a merge conflict, or restore the line from version control.`,
  examples: [
    {
      name: 'a review beside its article',
      content: { 'de-de/guide.md': '# ⟦Titel⟧⟪Title⟫\n', 'de-de/guide.md.review.jsonl': '{"ordinal":"102","state":"reviewed","source":"0","target":"0"}\n' },
      expected: [],
    },
    {
      name: 'the marks of a merge conflict',
      content: { 'de-de/guide.md': '# ⟦Titel⟧⟪Title⟫\n', 'de-de/guide.md.review.jsonl': '<<<<<<< ours\n{"ordinal":"102","state":"reviewed","source":"0","target":"0"}\n' },
      expected: [{ reason: 'not JSON' }],
    },
  ],
  *run({ problems }) {
    for (const { reason, line } of problems) yield { args: { reason }, line, column: 1 };
  },
});

import { defineCheck } from './define-check.ts';

type Args = { readonly rules: readonly string[] };

export default defineCheck<Args>({
  id: 'suppression-without-reason',
  category: 'project',
  scope: 'suppression',
  severity: 'info',
  summary: 'A comment that silences a rule says why.',
  why: 'Without a reason nobody can tell a decision from a way out, and nobody dares to remove the comment.',
  whatToDo: 'Write the reason behind a colon: `<!-- interlinear-ignore rule: reason -->`.',
  message: ({ rules }) => `The comment silences ${rules.map((rule) => `\`${rule}\``).join(', ')} without a reason. Write it behind a colon: \`interlinear-ignore ${rules.join(', ')}: reason\`.`,
  examples: [
    { name: 'a reason', content: '<!-- interlinear-ignore empty-segment: the source is a mere mark -->\n⟦⟧⟪*⟫', expected: [] },
    { name: 'no reason', content: '<!-- interlinear-ignore empty-segment -->\n⟦⟧⟪*⟫', expected: [{ rules: ['empty-segment'] }] },
    { name: 'a colon only', content: '⟦⟧⟪*⟫ <!-- interlinear-ignore empty-segment: -->', expected: [{ rules: ['empty-segment'] }] },
  ],
  *run({ comments }) {
    for (const { comment } of comments) if (comment.reason === '' && comment.rules.length > 0) yield { comment, args: { rules: comment.rules } };
  },
});

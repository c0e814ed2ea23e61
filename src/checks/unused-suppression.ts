import { defineCheck } from './define-check.ts';

type Args = { readonly rule: string };

export default defineCheck<Args>({
  id: 'unused-suppression',
  category: 'project',
  scope: 'suppression',
  severity: 'info',
  summary: 'Every comment that silences a rule silences a finding.',
  why: 'The next finding of that rule at this place would be silenced, too, and nobody would know.',
  whatToDo: 'Remove the rule from the comment, or the comment when it names no other.',
  message: ({ rule }) => `Nothing that \`${rule}\` reports is silenced by this comment. Remove the rule from it.`,
  examples: [
    { name: 'a comment that silences something', content: '<!-- interlinear-ignore empty-segment: the source is a mere mark -->\n⟦⟧⟪*⟫', expected: [], facts: { silenced: ['empty-segment'] } },
    { name: 'a comment without use', content: '<!-- interlinear-ignore empty-segment: the source is a mere mark -->\n⟦Hallo.⟧⟪Hello.⟫', expected: [{ rule: 'empty-segment' }] },
    { name: 'one of two rules', content: '⟦⟧⟪*⟫ <!-- interlinear-ignore empty-segment, invalid-mdx: a mark -->', expected: [{ rule: 'invalid-mdx' }], facts: { silenced: ['empty-segment'] } },
  ],
  *run({ comments }) {
    for (const { comment, rules } of comments) {
      for (const { rule, known, used } of rules) if (known && !used) yield { comment, args: { rule } };
    }
  },
});

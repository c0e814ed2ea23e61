import { defineCheck } from './define-check.ts';

type Args = { readonly rule: string; readonly suggestion: string };

export default defineCheck<Args>({
  id: 'unknown-suppressed-rule',
  category: 'project',
  scope: 'suppression',
  severity: 'warning',
  summary: 'A comment that silences rules names rules that exist.',
  why: 'A mistyped name silences nothing.',
  whatToDo: 'Correct the name. `interlinear explain` lists all rules.',
  message: ({ rule, suggestion }) =>
    rule === ''
      ? 'The comment names no rule. Write `interlinear-ignore rule: reason`.'
      : `There is no rule \`${rule}\`. ${suggestion === '' ? '`interlinear explain` lists all rules.' : `Did you mean \`${suggestion}\`?`}`,
  examples: [
    { name: 'a rule that exists', content: '<!-- interlinear-ignore empty-segment: a mark -->\n⟦⟧⟪*⟫', expected: [] },
    { name: 'a mistyped rule', content: '<!-- interlinear-ignore emtpy-segment: a mark -->\n⟦⟧⟪*⟫', expected: [{ rule: 'emtpy-segment', suggestion: 'empty-segment' }] },
    { name: 'no rule', content: '<!-- interlinear-ignore-file -->\n\n⟦⟧⟪*⟫', expected: [{ rule: '', suggestion: '' }] },
  ],
  *run({ comments }) {
    for (const { comment, rules } of comments) {
      if (rules.length === 0) yield { comment, args: { rule: '', suggestion: '' } };
      for (const { rule, known, suggestion } of rules) if (!known) yield { comment, args: { rule, suggestion } };
    }
  },
});

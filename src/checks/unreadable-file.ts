import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'unreadable-file',
  category: 'files',
  scope: 'file',
  severity: 'error',
  summary: 'Every file and folder of the content can be read.',
  why: 'What cannot be read is missing from the site: readers get the original instead, or nothing, and links to it end there.',
  whatToDo: 'Correct its permissions, restore what a link leads to, or remove it.',
  message: ({ reason }) => `The file cannot be read (${reason}), so that its article is not published. Check its permissions.`,
  examples: [
    { name: 'a readable file', content: '⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'no permission', content: '', facts: { unreadable: 'permission denied' }, expected: [{ reason: 'permission denied' }] },
  ],
  *run({ file }) {
    if (file.unreadable !== undefined) yield { args: { reason: file.unreadable } };
  },
});

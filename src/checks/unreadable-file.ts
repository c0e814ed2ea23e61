import { defineCheck } from './define-check.ts';

type Args = { readonly reason: string };

export default defineCheck<Args>({
  id: 'unreadable-file',
  category: 'files',
  scope: 'file',
  severity: 'error',
  summary: 'Every article’s file can be read.',
  why: 'An article that cannot be read is not published; everything else is.',
  whatToDo: 'Give the file back its read permission, or restore it.',
  message: ({ reason }) => `The file cannot be read (${reason}), so that its article is not published. Check its permissions.`,
  examples: [
    { name: 'a file that can be read', content: '⟦Hallo.⟧⟪Hello.⟫', expected: [] },
    { name: 'no permission', content: '', facts: { unreadable: 'permission denied' }, expected: [{ reason: 'permission denied' }] },
  ],
  *run({ file }) {
    if (file.unreadable !== undefined) yield { args: { reason: file.unreadable } };
  },
});

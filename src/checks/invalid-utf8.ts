import { defineCheck } from './define-check.ts';

type Args = { readonly offset: number };

export default defineCheck<Args>({
  id: 'invalid-utf8',
  category: 'files',
  scope: 'file',
  severity: 'error',
  summary: 'Every file is valid UTF-8.',
  why: 'Text in another encoding can only be guessed at. Nothing is guessed: the article is not published.',
  whatToDo: 'Save the file as UTF-8. If it is not text at all, remove it or give it the right file name.',
  message: ({ offset }) => `The file is not valid UTF-8: the first wrong byte is byte ${offset}, counted from 0. Save it as UTF-8; the article is not published until then.`,
  examples: [
    { name: 'UTF-8', content: '⟦Grüße.⟧⟪Greetings.⟫', expected: [] },
    { name: 'another encoding', content: '', facts: { invalidUtf8At: 17 }, expected: [{ offset: 17 }] },
  ],
  *run({ file }) {
    if (file.invalidUtf8At !== undefined) yield { args: { offset: file.invalidUtf8At } };
  },
});

import type { InlineText } from '../model/inline.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly mark: string; readonly near: string };

export default defineCheck<Args>({
  id: 'escaped-markup',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'target', of: '\\' },
  severity: 'error',
  summary: 'Markup of the source was not turned into characters by backslashes.',
  why: 'A tool that could not read the markup of a translation escaped it: the page shows `****` or `_` where bold text or nothing at all should be.',
  whatToDo: 'Write the markup as in the source, without backslashes; close it on the right side of punctuation.',
  message: ({ mark, near }) => `The reader sees ${mark === '*' ? 'stars' : 'underscores'} that the source does not have, in “${near}”. Remove the backslashes and close the markup.`,
  examples: [
    { name: 'escaped in both', content: { 'de-de/a.md': '⟦\\*.txt und snake\\_case⟧⟪\\*.txt and snake\\_case⟫', 'ar-sa/a.md': '⟦الحقل \\* مطلوب⟧⟪Field \\* is required⟫', 'ja-jp/a.md': '⟦\\*印⟧⟪\\*mark⟫' }, expected: [] },
    { name: 'shown in the original without a backslash', content: { 'ru-ru/a.md': '⟦2 \\* 3, snake\\_case⟧⟪2 * 3, snake_case⟫', 'vi-vn/a.md': '⟦snake\\_case⟧⟪`snake_case`⟫' }, expected: [] },
    { name: 'stars', content: { 'th-th/a.md': '⟦**ในสถานที่\\*\\*\\*\\*ให้คลิก**⟧⟪**In place**, **click**⟫', 'zh-cn/a.md': '⟦单击\\*\\*“确定”。⟧⟪Click **OK**.⟫', 'he-il/a.md': '⟦לחץ על \\*\\*אישור.⟧⟪Click **OK**.⟫' }, expected: [{ mark: '*', near: 'לחץ על \\*\\*אישור.' }, { mark: '*', near: '**ในสถานที่\\*\\*\\*\\*ให้คลิก**' }, { mark: '*', near: '单击\\*\\*“确定”。' }] },
    { name: 'underscores', content: { 'fr-fr/a.md': '⟦option \\_Pas de compte⟧⟪option _No account_⟫', 'ar-sa/a.md': '⟦خيار \\_لا⟧⟪option _No_⟫' }, expected: [{ mark: '_', near: 'خيار \\_لا' }, { mark: '_', near: 'option \\_Pas de compte' }] },
  ],
  *run({ source, target }) {
    if (!/\\[*_]/.test(target.raw)) return;
    for (const mark of ['*', '_']) {
      const token = target.tokens.find(({ kind, ...rest }) => kind === 'escape' && 'text' in rest && rest.text === mark);
      if (!token || shown(target, mark) <= shown(source, mark)) continue;
      yield { args: { mark, near: excerpt(target.raw.slice(Math.max(0, token.start - 12), token.start + 30)) }, inTarget: { start: token.start, end: token.end } };
      return;
    }
  },
});

function shown({ plain }: InlineText, mark: string): number {
  return plain.split(mark).length - 1;
}

import type { InlineText } from '../model/inline.ts';
import { multisetDifference } from '../text/multiset-difference.ts';
import { defineCheck } from './define-check.ts';
import { quoted } from './shared/quoted.ts';

type Args = { readonly missing: readonly string[]; readonly extra: readonly string[] };

export default defineCheck<Args>({
  id: 'inline-code-differs',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'either', of: '`' },
  severity: 'error',
  summary: 'The target has the inline code of its source, unchanged.',
  why: 'Code is typed or copied as it stands: a translated command or a lost value does not work.',
  whatToDo: 'Copy the code from the source; its place in the sentence is free.',
  message: ({ missing, extra }) =>
    `Inline code differs from the source: ${[missing.length > 0 && `${quoted(missing)} is missing`, extra.length > 0 && `${quoted(extra)} is not in it`].filter(Boolean).join(', ')}. Copy it from the source.`,
  examples: [
    { name: 'in another order', content: { 'de-de/a.md': '⟦`b` nach `a`⟧⟪`a` before `b`⟫', 'ja-jp/a.md': '⟦`x` を入力⟧⟪Enter `x`⟫', 'ar-sa/a.md': '⟦اكتب ``a`b``⟧⟪Type ``a`b``⟫', 'th-th/a.md': '⟦พิมพ์ `a  b`⟧⟪Type `a b`⟫', 'ru-ru/a.md': '⟦Нет кода⟧⟪No code⟫' }, expected: [] },
    { name: 'translated', content: { 'vi-vn/a.md': '⟦Gõ `dừng`⟧⟪Type `stop`⟫', 'he-il/a.md': '⟦הקלד `עצור`⟧⟪Type `stop`⟫' }, expected: [{ missing: ['stop'], extra: ['עצור'] }, { missing: ['stop'], extra: ['dừng'] }] },
    { name: 'lost, and written as text', content: { 'zh-cn/a.md': '⟦输入 stop⟧⟪Type `stop`⟫' }, expected: [{ missing: ['stop'], extra: [] }] },
    { name: 'a word made code', content: { 'ru-ru/a.md': '⟦Введите `стоп`⟧⟪Type stop⟫' }, expected: [{ missing: [], extra: ['стоп'] }] },
  ],
  *run({ source, target }) {
    if (!source.raw.includes('`') && !target.raw.includes('`')) return;
    const wanted = codeOf(source);
    const found = codeOf(target);
    const missing = multisetDifference(wanted, found);
    const extra = multisetDifference(found, wanted);
    if (missing.length > 0 || extra.length > 0) yield { args: { missing, extra } };
  },
});

function codeOf({ tokens }: InlineText): string[] {
  return tokens.flatMap((token) => (token.kind === 'code' ? token.value.replace(/\s+/g, ' ') : []));
}

import { defineCheck } from './define-check.ts';
import { runRange } from './shared/run-range.ts';
import { unpairedQuote } from './shared/unpaired.ts';

type Args = { readonly mark: string };

export default defineCheck<Args>({
  id: 'unpaired-quotes',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: '"“”„‟«»〝〞〟＂' },
  severity: 'warning',
  summary: 'Quotation marks come in pairs, as in the original.',
  why: 'The reader cannot tell where a title or a label ends, and may type the mark as part of it.',
  whatToDo: 'Add the missing mark or remove the one left over.',
  message: ({ mark }) => `The number of quotation marks is odd (the last one is \`${mark}\`); in the original it is even. Add or remove one.`,
  examples: [
    { name: 'paired in the forms of each language', content: { 'de-de/a.md': '⟦Wählen Sie „Senden“.⟧⟪Select "Send".⟫', 'sv-se/a.md': '⟦Välj ”Skicka”.⟧⟪Select "Send".⟫', 'fr-fr/a.md': '⟦Choisissez « Envoyer ».⟧⟪Select "Send".⟫', 'ar-sa/a.md': '⟦حدد «إرسال».⟧⟪Select "Send".⟫', 'zh-cn/a.md': '⟦选择“发送”。⟧⟪Select "Send".⟫' }, expected: [] },
    { name: 'inches, and marks inside a word', content: { 'he-il/a.md': '⟦מסך 13" של צה"ל⟧⟪A screen of 13 inches⟫' }, expected: [] },
    { name: 'not paired in the original either', content: { 'ja-jp/a.md': '⟦"送信 を選びます。⟧⟪Select "Send.⟫' }, expected: [] },
    { name: 'in code', content: { 'th-th/a.md': '⟦พิมพ์ `"`⟧⟪Type `"`⟫' }, expected: [] },
    { name: 'not closed: German', content: { 'de-de/a.md': '⟦Wählen Sie „Senden.⟧⟪Select "Send".⟫' }, expected: [{ mark: '„' }] },
    { name: 'not closed: Arabic', content: { 'ar-sa/a.md': '⟦حدد «إرسال.⟧⟪Select "Send".⟫' }, expected: [{ mark: '«' }] },
    { name: 'not closed: Chinese', content: { 'zh-cn/a.md': '⟦选择“发送。⟧⟪Select "Send".⟫' }, expected: [{ mark: '“' }] },
    { name: 'one too many: Russian', content: { 'ru-ru/a.md': '⟦Выберите «Отправить»" сейчас.⟧⟪Select "Send" now.⟫' }, expected: [{ mark: '"' }] },
    { name: 'not opened: Vietnamese', content: { 'vi-vn/a.md': '⟦Chọn Gửi" ngay.⟧⟪Select "Send" now.⟫' }, expected: [{ mark: '"' }] },
  ],
  run({ source, target }) {
    if (!QUOTE.test(target.plain)) return NONE;
    const found = unpairedQuote(target.runs);
    if (!found || unpairedQuote(source.runs)) return NONE;
    return [{ args: { mark: found.mark }, inTarget: runRange(found.run, found.index, found.index + 1) }];
  },
});

const NONE: readonly never[] = [];

const QUOTE = /["“”„‟«»〝〞〟＂]/;

import { defineCheck } from './define-check.ts';
import { runRange } from './shared/run-range.ts';
import { isListMark, unpairedBracket, unpairedQuote } from './shared/unpaired.ts';

type Args = { readonly mark: string };

export default defineCheck<Args>({
  id: 'unpaired-brackets',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: '()[]{}（）［］｛｝「」『』【】〈〉《》〔〕' },
  severity: 'warning',
  summary: 'Every bracket has its partner, as in the original.',
  why: 'A reader looks for the end of a remark that never comes; often a part of the sentence was lost with the bracket.',
  whatToDo: 'Add the missing bracket or remove the one left over, and compare the sentence with the original.',
  message: ({ mark }) => `\`${mark}\` has no partner; the brackets of the original are paired. Compare the sentence with the original.`,
  examples: [
    { name: 'paired, also in full width', content: { 'ja-jp/a.md': '⟦設定（必須）を「開く」(任意）。⟧⟪Open the settings (required).⟫', 'zh-cn/a.md': '⟦打开《设置》【必需】⟧⟪Open the settings (required)⟫', 'ar-sa/a.md': '⟦افتح الإعدادات (مطلوب).⟧⟪Open the settings (required).⟫' }, expected: [] },
    { name: 'marks of a list', content: { 'ru-ru/a.md': '⟦а) откройте, б) закройте⟧⟪(a) open, (b) close⟫', 'de-de/a.md': '⟦Wählen Sie 1) oder 2).⟧⟪Choose 1 or 2.⟫' }, expected: [] },
    { name: 'not paired in the original either', content: { 'vi-vn/a.md': '⟦Cài đặt (bắt buộc⟧⟪Settings (required⟫' }, expected: [] },
    { name: 'a quotation that goes on in the next segment', content: { 'ja-jp/a.md': '⟦「開く必要があります。⟧⟪"You need to open it.⟫' }, expected: [] },
    { name: 'in code', content: { 'th-th/a.md': '⟦พิมพ์ `(` ⟧⟪Type `(`⟫' }, expected: [] },
    { name: 'not closed: Vietnamese', content: { 'vi-vn/a.md': '⟦Mở cài đặt (bắt buộc.⟧⟪Open the settings (required).⟫' }, expected: [{ mark: '(' }] },
    { name: 'closes nothing: Arabic', content: { 'ar-sa/a.md': '⟦افتح الإعدادات مطلوب) الآن.⟧⟪Open the settings (required) now.⟫' }, expected: [{ mark: ')' }] },
    { name: 'not closed: Japanese', content: { 'ja-jp/a.md': '⟦「設定を開きます。⟧⟪Open “Settings”.⟫' }, expected: [{ mark: '「' }] },
    { name: 'not closed: Russian', content: { 'ru-ru/a.md': '⟦Откройте [параметры сейчас.⟧⟪Open [settings] now.⟫' }, expected: [{ mark: '[' }] },
  ],
  run({ source, target }) {
    if (!BRACKET.test(target.plain)) return NONE;
    const found = unpairedBracket(target.runs, isListMark);
    if (!found || unpairedBracket(source.runs)) return NONE;
    // A quotation over several sentences is closed in another segment.
    if (QUOTING.test(found.mark) && unpairedQuote(source.runs)) return NONE;
    return [{ args: { mark: found.mark }, inTarget: runRange(found.run, found.index, found.index + 1) }];
  },
});

const NONE: readonly never[] = [];

/** Brackets that stand for quotation marks. */
const QUOTING = /[「」『』《》]/;

const BRACKET = /[()[\]{}（）［］｛｝「」『』【】〈〉《》〔〕]/;

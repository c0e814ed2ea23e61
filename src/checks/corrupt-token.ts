import { defineCheck } from './define-check.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly token: string; readonly word: string };

export default defineCheck<Args>({
  id: 'corrupt-token',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'target', of: '0-9' },
  severity: 'error',
  summary: 'No word of the source has its last letter replaced by a digit.',
  why: 'Machine translation damages names that it does not know: “Intune” became “Intun1”. Readers take it for another product.',
  whatToDo: 'Write the word as in the source.',
  message: ({ token, word }) => `“${token}” looks like a damaged “${word}”. Write the word as in the source.`,
  examples: [
    { name: 'names with digits in both', content: { 'de-de/a.md': '⟦Intune und Word2⟧⟪Intune and Word2⟫', 'th-th/a.md': '⟦ตั้งค่า Intune⟧⟪Set up Intune⟫', 'ja-jp/a.md': '⟦Base64 の Basel⟧⟪Base64 of Basel⟫', 'ar-sa/a.md': '⟦Windows10⟧⟪Windows 10⟫', 'ru-ru/a.md': '⟦Office2016⟧⟪Office 2016⟫' }, expected: [] },
    { name: 'a damaged name', content: { 'th-th/a.md': '⟦ตั้งค่า Intun1⟧⟪Set up Intune⟫', 'he-il/a.md': '⟦הגדר את Intun1⟧⟪Set up Intune⟫', 'zh-cn/a.md': '⟦设置 Exchang2⟧⟪Set up Exchange⟫', 'ar-sa/a.md': '⟦إعداد Outloo1⟧⟪Set up Outlook⟫', 'ru-ru/a.md': '⟦Настройка Yammе и Yamme1⟧⟪Set up Yammer⟫' }, expected: [{ token: 'Outloo1', word: 'Outlook' }, { token: 'Intun1', word: 'Intune' }, { token: 'Yamme1', word: 'Yammer' }, { token: 'Intun1', word: 'Intune' }, { token: 'Exchang2', word: 'Exchange' }] },
  ],
  *run({ source, target }) {
    if (!/\d/.test(target.plain) || !TOKEN.test(target.plain)) return;
    for (const run of target.runs) {
      for (const match of run.text.matchAll(TOKENS)) {
        const [token, stem = ''] = match;
        if (source.raw.includes(token)) continue;
        const word = new RegExp(`\\b${stem}[A-Za-z]\\b`).exec(source.plain)?.[0];
        if (word !== undefined) yield { args: { token, word }, inTarget: runRange(run, match.index, match.index + token.length) };
      }
    }
  },
});

const TOKEN = /[A-Za-z]{4}\d/;
const TOKENS = /(?<![\p{L}\d_])([A-Za-z]{4,})\d{1,2}(?![\p{L}\d_])/gu;

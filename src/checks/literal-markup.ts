import type { InlineText } from '../model/inline.ts';
import { defineCheck } from './define-check.ts';
import { excerpt } from './shared/excerpt.ts';

type Args = { readonly mark: string; readonly near: string };

export default defineCheck<Args>({
  id: 'literal-markup',
  category: 'markup',
  scope: 'segment',
  signs: { in: 'target', of: '*`]' },
  severity: 'error',
  summary: 'No markup of the target is shown to the reader.',
  why: 'The page shows stars, backticks or brackets instead of bold text, code or a link. It happens where a mark stands beside a blank or a bracket, or where one of two marks was lost.',
  whatToDo: 'Close what is open, remove blanks inside the marks, and put punctuation outside bold text (`**注意**：` instead of `**注意：**`).',
  message: ({ mark, near }) => `The reader sees ${mark === '`' ? 'a backtick' : `\`${mark}\``} in “${near}”. Close the markup, and put blanks and punctuation outside of it.`,
  examples: [
    { name: 'markup that works', content: { 'de-de/a.md': '⟦**Neu** und `x`⟧⟪**New** and `x`⟫', 'ja-jp/a.md': '⟦**注意**：これは [UI] (画面) です。⟧⟪**Note**: this is [UI] (screen).⟫', 'ar-sa/a.md': '⟦انقر **موافق**.⟧⟪Click **OK**.⟫', 'th-th/a.md': '⟦เลือก **ตกลง**⟧⟪Select **OK**⟫', 'ru-ru/a.md': '⟦2 * 3 * 4⟧⟪2 * 3 * 4⟫' }, expected: [] },
    { name: 'shown in the original too', content: { 'vi-vn/a.md': '⟦Gõ ** hai lần.⟧⟪Type ** twice.⟫', 'he-il/a.md': '⟦הקלד ` כאן.⟧⟪Type ` here.⟫' }, expected: [] },
    { name: 'punctuation inside the marks', content: { 'zh-cn/a.md': '⟦**示例：**直接⟧⟪**Example:** direct⟫', 'ja-jp/a.md': '⟦これは**「共有」**を⟧⟪The **Share** one⟫' }, expected: [{ mark: '**', near: 'これは**「共有」**を' }, { mark: '**', near: '**示例：**直接' }] },
    { name: 'a blank inside, a lost mark', content: { 'th-th/a.md': '⟦เลือก ** ตกลง** แล้ว⟧⟪Select **OK** now⟫', 'ru-ru/a.md': '⟦Введите `код.⟧⟪Enter `code`.⟫', 'de-de/a.md': '⟦Siehe [Hilfe](a b.md).⟧⟪See [help](a.md).⟫' }, expected: [{ mark: '](', near: 'Siehe [Hilfe](a b.md).' }, { mark: '`', near: 'Введите `код.' }, { mark: '**', near: 'เลือก ** ตกลง** แล้ว' }] },
    { name: 'in Arabic', content: { 'ar-sa/a.md': '⟦انقر **موافق .⟧⟪Click **OK**.⟫' }, expected: [{ mark: '**', near: 'انقر **موافق .' }] },
  ],
  *run({ source, target }) {
    if (!POSSIBLE.test(target.raw)) return;
    for (const mark of MARKS) {
      if (!target.raw.includes(mark)) continue;
      const places = shownPlaces(target, mark);
      if (places.length === 0 || places.length <= countIn(source.plain, mark)) continue;
      const start = places[0] ?? 0;
      yield { args: { mark, near: excerpt(target.raw.slice(wordStart(target.raw, start), start + 30)) }, inTarget: { start, end: start + mark.length } };
      return;
    }
  },
});

const MARKS = ['**', '`', ']('] as const;
const POSSIBLE = /\*\*|`|\]\(/;

/** Offsets of a mark in text that is not escaped and did not become markup. */
function shownPlaces({ tokens }: InlineText, mark: string): number[] {
  const places: number[] = [];
  let images = 0;
  for (const token of tokens) {
    if (token.kind === 'open' && token.of === 'image') images++;
    if (token.kind === 'close' && token.of === 'image') images--;
    if (token.kind !== 'text' || images > 0) continue;
    for (let at = token.text.indexOf(mark); at >= 0; at = token.text.indexOf(mark, at + mark.length)) places.push(token.start + at);
  }
  return places;
}

function countIn(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** A little before the place, at the beginning of a word where there is one. */
function wordStart(text: string, at: number): number {
  const from = Math.max(0, at - 20);
  const space = from === 0 ? -1 : text.indexOf(' ', from);
  return space >= 0 && space < at ? space + 1 : from;
}

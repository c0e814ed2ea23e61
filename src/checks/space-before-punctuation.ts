import type { TextRun } from '../model/inline.ts';
import { SPACED_PUNCTUATION } from './data/punctuation.ts';
import { defineCheck, type SegmentHit } from './define-check.ts';
import { languageOf } from './shared/language-of.ts';
import { replaceInRun } from './shared/replace-in-run.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly mark: string };

export default defineCheck<Args>({
  id: 'space-before-punctuation',
  category: 'typography',
  scope: 'segment',
  severity: 'info',
  summary: 'No space stands before a comma, a full stop or another mark that closes.',
  why: 'The mark may come to stand alone at the beginning of the next line. The space is mostly left over from machine translation, after a link or a bold word.',
  whatToDo: 'Remove the space; `interlinear fix` does it. French keeps the spaces of its own rules (see no-break-space).',
  message: ({ mark }) => `A space stands before \`${mark}\`. Remove it.`,
  examples: [
    { name: 'none before, none in names', content: { 'de-de/a.md': '⟦Öffnen Sie .NET, dann „Senden“: fertig ... und a.b.⟧⟪Open .NET, then Send: done ... and a.b.⟫', 'ja-jp/a.md': '⟦開きます。 次に、.docx を選びます。⟧⟪Open it. Then select .docx.⟫', 'ar-sa/a.md': '⟦افتح الملف، ثم أغلقه.⟧⟪Open the file, then close it.⟫' }, expected: [] },
    { name: 'French sets a space before some marks', content: { 'fr-fr/a.md': '⟦Attention : ouvrez-vous le fichier ?⟧⟪Note: do you open the file?⟫' }, expected: [] },
    { name: 'as in the original', content: { 'ru-ru/a.md': '⟦Введите a ; b .⟧⟪Enter a ; b .⟫' }, expected: [] },
    { name: 'in French', content: { 'fr-fr/a.md': '⟦Ouvrez le fichier .⟧⟪Open the file.⟫' }, expected: [{ mark: '.' }] },
    { name: 'in Vietnamese, after bold', content: { 'vi-vn/a.md': '⟦Chọn **Gửi** , rồi **Đóng** .⟧⟪Select **Send**, then **Close**.⟫' }, expected: [{ mark: ',' }, { mark: '.' }] },
    { name: 'in Arabic', content: { 'ar-sa/a.md': '⟦افتح الملف ، ثم أغلقه .⟧⟪Open the file, then close it.⟫' }, expected: [{ mark: '،' }, { mark: '.' }] },
    { name: 'in Japanese, after code', content: { 'ja-jp/a.md': '⟦`open` 。⟧⟪`open`.⟫' }, expected: [{ mark: '。' }] },
    { name: 'in Hebrew', content: { 'he-il/a.md': '⟦פתח את הקובץ :⟧⟪Open the file:⟫' }, expected: [{ mark: ':' }] },
  ],
  run({ source, target, locale }) {
    if (!POSSIBLE.test(target.raw)) return NONE;
    const hits = spaced(target.runs, target.raw);
    if (hits.length === 0 || hits.length <= spaced(source.runs, source.raw).length) return NONE;
    return SPACED_PUNCTUATION.has(languageOf(locale.tag)) ? hits.filter(({ args }) => args.mark === ',' || args.mark === '.') : hits;
  },
});

const NONE: readonly never[] = [];

const POSSIBLE = / [,.;:!?،؛؟、。，；：！？]/;

/** What follows tells the mark from the beginning of a name (`.NET`) or an ellipsis. */
const SPACED = /(?<! )( +)([,.;:!?،؛؟、。，；：！？])(?=[\s"'”»’)\]」』）]|$)/g;

/** A word, number, closing bracket or quotation mark: an arrow or a dash before the space has lost something else. */
const CLOSES = /[\p{L}\p{M}\p{N})\]」』）”»"’“]/u;

function spaced(runs: readonly TextRun[], raw: string): SegmentHit<Args>[] {
  return runs.flatMap((run) =>
    [...run.text.matchAll(SPACED)].flatMap(({ 1: blanks = '', 2: mark = '', index }): SegmentHit<Args>[] => {
      if (blanks.length > MOST || !followsText(run, raw, index)) return [];
      const end = index + blanks.length;
      const edit = replaceInRun(run, raw, index, end, '');
      return [{ args: { mark }, inTarget: runRange(run, index, end + 1), ...(edit && { fix: [edit] }) }];
    }),
  );
}

/** More is a gap for something that is filled in. */
const MOST = 3;

function followsText({ text, offsets }: TextRun, raw: string, index: number): boolean {
  if (index === 0) return raw[(offsets[0] ?? 0) - 1] === '`';
  // A number alone at the beginning would become the mark of a list.
  return CLOSES.test(text[index - 1] ?? '') && !/^\s*\d+$/.test(text.slice(0, Math.min(index, 12)));
}

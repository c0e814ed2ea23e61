import { OWN_MARKS } from './data/punctuation.ts';
import { defineCheck, type SegmentHit } from './define-check.ts';
import { replaceInRun } from './shared/replace-in-run.ts';
import { runRange } from './shared/run-range.ts';
import { scriptLetters } from './shared/script-letters.ts';

type Args = { readonly mark: string; readonly own: string };

export default defineCheck<Args>({
  id: 'locale-punctuation',
  category: 'typography',
  scope: 'segment',
  severity: 'info',
  summary: 'Arabic, Chinese and Japanese words are followed by marks of punctuation of their own script.',
  why: 'A Latin comma stands on the wrong side of an Arabic word’s space and a half-width one crowds a Chinese line: readers notice at once that the text was not made for them.',
  whatToDo: 'Use the mark of the script; `interlinear fix` does it.',
  message: ({ mark, own }) => `\`${mark}\` is not the mark of this script. Write \`${own}\`.`,
  examples: [
    { name: 'marks of the script', content: { 'ar-sa/a.md': '⟦هل فتحت الملف، أم لا؟⟧⟪Did you open the file, or not?⟫', 'zh-cn/a.md': '⟦打开文件，然后关闭。⟧⟪Open the file, then close it.⟫', 'ja-jp/a.md': '⟦開きますか? はい、開きます: 以上。⟧⟪Do you open it? Yes, I do: that is all.⟫', 'fa-ir/a.md': '⟦باز کنید؛ سپس ببندید.⟧⟪Open it; then close it.⟫' }, expected: [] },
    { name: 'between Latin words and numbers', content: { 'ar-sa/a.md': '⟦استخدم Word, Excel و 1,000 مرة.⟧⟪Use Word, Excel and 1,000 times.⟫', 'zh-cn/a.md': '⟦打开文件.docx, Word 和 1,000⟧⟪Open the file.docx, Word and 1,000⟫' }, expected: [] },
    { name: 'a language that writes Latin marks', content: { 'he-il/a.md': '⟦פתח את הקובץ, ואז סגור.⟧⟪Open the file, then close it.⟫', 'ko-kr/a.md': '⟦파일을 열고, 닫습니다.⟧⟪Open the file, and close it.⟫' }, expected: [] },
    { name: 'in Arabic', content: { 'ar-sa/a.md': '⟦هل فتحت الملف, أم لا?⟧⟪Did you open the file, or not?⟫' }, expected: [{ mark: ',', own: '،' }, { mark: '?', own: '؟' }] },
    { name: 'in Persian, after bold', content: { 'fa-ir/a.md': '⟦**باز کنید**; سپس ببندید.⟧⟪**Open** it; then close it.⟫' }, expected: [{ mark: ';', own: '؛' }] },
    { name: 'in Chinese', content: { 'zh-cn/a.md': '⟦打开文件, 然后关闭.⟧⟪Open the file, then close it.⟫' }, expected: [{ mark: ',', own: '，' }, { mark: '.', own: '。' }] },
    { name: 'in traditional Chinese', content: { 'zh-tw/a.md': '⟦開啟檔案;關閉。⟧⟪Open the file; close it.⟫' }, expected: [{ mark: ';', own: '；' }] },
    { name: 'in Japanese', content: { 'ja-jp/a.md': '⟦ファイルを開き, 閉じます.⟧⟪Open the file and close it.⟫' }, expected: [{ mark: ',', own: '、' }] },
  ],
  run({ target, locale }) {
    const marks = OWN_MARKS[locale.script];
    if (!marks || !LATIN.test(target.raw)) return NONE;
    const letter = scriptLetters(locale.script);
    const hits: SegmentHit<Args>[] = [];
    for (const run of target.runs) {
      const { text } = run;
      for (const { 0: mark, index } of text.matchAll(MARK)) {
        const own = marks[mark];
        const after = text[index + 1] ?? ' ';
        if (own === undefined || !letter.test(lastCharacter(text, index)) || !(/[\s"”»)」』]/.test(after) || letter.test(after)) || isBeforeLatin(text, index + 1)) continue;
        // A full-width mark brings its own space along.
        const end = locale.script !== 'Arab' && after === ' ' && index + 2 < text.length ? index + 2 : index + 1;
        const edit = replaceInRun(run, target.raw, index, end, own) ?? replaceInRun(run, target.raw, index, index + 1, own);
        hits.push({ args: { mark, own }, inTarget: runRange(run, index, index + 1), ...(edit && { fix: [edit] }) });
      }
    }
    return hits;
  },
});

const NONE: readonly never[] = [];

const LATIN = /[,.;?]/;
const MARK = /[,.;?]/g;

/** Whether a Latin word follows: the mark may belong to a list of names, or to code that was torn apart. */
function isBeforeLatin(text: string, start: number): boolean {
  return /^\s{0,3}\p{Script=Latin}/u.test(text.slice(start, start + 4));
}

/** The character before `end`, behind combining marks and a closing quotation mark. */
function lastCharacter(text: string, end: number): string {
  let at = end - 1;
  if (/["”»]/.test(text[at] ?? '')) at--;
  while (at > 0 && end - at < 8 && /\p{M}/u.test(text[at] ?? '')) at--;
  // The second half of a surrogate pair needs the first.
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? text.slice(at - 1, at + 1) : (text[at] ?? '');
}

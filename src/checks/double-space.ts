import { defineCheck, type SegmentHit } from './define-check.ts';
import { replaceInRun } from './shared/replace-in-run.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly spaces: number };

export default defineCheck<Args>({
  id: 'double-space',
  category: 'typography',
  scope: 'segment',
  severity: 'info',
  summary: 'One space stands between two words, as in the original.',
  why: 'Browsers show one, but copies of the text, translation memories and searches keep them all; they mark a place where something was cut out.',
  whatToDo: 'Leave one space; `interlinear fix` does it. Look whether something is missing there.',
  message: ({ spaces }) => `${spaces} spaces stand in a row. Leave one.`,
  examples: [
    { name: 'single spaces', content: { 'de-de/a.md': '⟦Öffnen Sie die Datei.⟧⟪Open the file.⟫', 'ja-jp/a.md': '⟦設定　を開きます。⟧⟪Open the settings.⟫', 'th-th/a.md': '⟦เปิด ไฟล์⟧⟪Open the file⟫' }, expected: [] },
    { name: 'as in the original', content: { 'vi-vn/a.md': '⟦Câu một.  Câu hai.⟧⟪One.  Two.⟫' }, expected: [] },
    { name: 'in code, and at a line end', content: { 'ar-sa/a.md': '⟦اكتب `a  b`.⟧⟪Type `a  b`.⟫' }, expected: [] },
    { name: 'in German', content: { 'de-de/a.md': '⟦Öffnen  Sie die   Datei.⟧⟪Open the file.⟫' }, expected: [{ spaces: 2 }, { spaces: 3 }] },
    { name: 'around an arrow, in Arabic', content: { 'ar-sa/a.md': '⟦**ملف**  > **حفظ**⟧⟪**File** > **Save**⟫' }, expected: [{ spaces: 2 }] },
    { name: 'in Thai', content: { 'th-th/a.md': '⟦เปิด  ไฟล์⟧⟪Open the file⟫' }, expected: [{ spaces: 2 }] },
    { name: 'in Russian', content: { 'ru-ru/a.md': '⟦Откройте  файл.⟧⟪Open the file.⟫' }, expected: [{ spaces: 2 }] },
    { name: 'in Korean', content: { 'ko-kr/a.md': '⟦파일을  엽니다.⟧⟪Open the file.⟫' }, expected: [{ spaces: 2 }] },
  ],
  run({ source, target }) {
    if (!target.raw.includes('  ') || source.raw.includes('  ')) return NONE;
    const hits: SegmentHit<Args>[] = [];
    for (const run of target.runs) {
      for (const { 0: blanks, index } of run.text.matchAll(/ {2,}/g)) {
        const end = index + blanks.length;
        const isEdge = (run.offsets[index] ?? 0) === 0 || (run.offsets[end - 1] ?? 0) + 1 >= target.raw.length;
        const edit = isEdge ? undefined : replaceInRun(run, target.raw, index, end, ' ');
        if (edit) hits.push({ args: { spaces: blanks.length }, inTarget: runRange(run, index, end), fix: [edit] });
      }
    }
    return hits;
  },
});

const NONE: readonly never[] = [];

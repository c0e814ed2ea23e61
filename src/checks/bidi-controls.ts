import { defineCheck } from './define-check.ts';

type Args = { readonly problem: 'override' | 'unclosed' | 'unopened' | 'foreign'; readonly character: string };

export default defineCheck<Args>({
  id: 'bidi-controls',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: '\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069' },
  severity: 'error',
  summary: 'No invisible control of the target reorders text beyond itself.',
  why: 'An override shows text in another order than it is stored, so that what a reader copies is not what is seen; an embedding without its end turns around what follows.',
  whatToDo: 'Delete the character, or close what it opens. Direction marks (U+200E, U+200F) in right-to-left text are fine.',
  message: ({ problem, character }) =>
    `${character} ${{ override: 'shows text in another order than it is stored', unclosed: 'turns the text around and is not closed', unopened: 'closes what was never opened', foreign: 'has no purpose in left-to-right text' }[problem]}. Delete it.`,
  examples: [
    { name: 'marks and closed isolates in right-to-left text', content: { 'he-il/a.md': '⟦הקלד \u200EC#\u200F כאן⟧⟪Type C# here⟫', 'ar-sa/a.md': '⟦اكتب \u2066C#\u2069 و\u202AA\u202C\u061C⟧⟪Type C# and A⟫', 'fa-ir/a.md': '⟦نوع \u200EA⟧⟪Type A⟫' }, expected: [] },
    { name: 'the same in the source', content: { 'de-de/a.md': '⟦a\u202Eb⟧⟪a\u202Eb⟫', 'ja-jp/a.md': '⟦あ⟧⟪a⟫' }, expected: [] },
    { name: 'an override', content: { 'ru-ru/a.md': '⟦файл \u202Egpj.exe\u202C⟧⟪file⟫', 'he-il/a.md': '⟦קובץ \u202Dabc\u202C⟧⟪file abc⟫' }, expected: [{ problem: 'override', character: 'U+202D' }, { problem: 'override', character: 'U+202E' }] },
    { name: 'not closed, never opened', content: { 'ar-sa/a.md': '⟦ملف \u2067abc⟧⟪file abc⟫', 'vi-vn/a.md': '⟦tệp \u202Babc⟧⟪file abc⟫', 'th-th/a.md': '⟦ไฟล์\u2069⟧⟪file⟫' }, expected: [{ problem: 'unclosed', character: 'U+2067' }, { problem: 'unopened', character: 'U+2069' }, { problem: 'unclosed', character: 'U+202B' }] },
    { name: 'a right-to-left mark in left-to-right text', content: { 'zh-cn/a.md': '⟦文件\u200F。⟧⟪File.⟫' }, expected: [{ problem: 'foreign', character: 'U+200F' }] },
  ],
  *run({ source, target: { raw }, locale }) {
    if (!CONTROL.test(raw)) return;
    const found = [...raw.matchAll(CONTROLS)];
    if (found.length <= [...source.raw.matchAll(CONTROLS)].length) return;
    const open: { readonly isolate: boolean; readonly at: number }[] = [];
    const hit = (problem: Args['problem'], at: number) => ({ args: { problem, character: nameOf(raw, at) }, inTarget: { start: at, end: at + 1 }, ...(problem === 'foreign' && { severity: 'info' as const }) });
    for (const { 0: character, index } of found) {
      if (/[\u202D\u202E]/.test(character)) return void (yield hit('override', index));
      if (/[\u202A\u202B\u2066-\u2068]/.test(character)) open.push({ isolate: character > '\u2065', at: index });
      else if (/[\u202C\u2069]/.test(character)) {
        if (open.pop()?.isolate !== (character === '\u2069')) return void (yield hit('unopened', index));
      } else if (locale.dir === 'ltr') return void (yield hit('foreign', index));
    }
    const last = open.at(-1);
    if (last) yield hit('unclosed', last.at);
  },
});

/** Marks, embeddings, overrides, isolates. Source: UAX #9. */
const CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const CONTROLS = new RegExp(CONTROL, 'g');

function nameOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

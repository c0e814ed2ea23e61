import type { TextRun } from '../model/inline.ts';
import { CANADIAN_MARKS, FRENCH_SPACES } from './data/punctuation.ts';
import { defineCheck, type SegmentHit } from './define-check.ts';
import { languageOf } from './shared/language-of.ts';
import { replaceInRun } from './shared/replace-in-run.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly mark: string };

export default defineCheck<Args>({
  id: 'no-break-space',
  category: 'typography',
  scope: 'segment',
  severity: 'info',
  summary: 'In French, a space that cannot be broken stands before `: ; ! ?` and inside « ».',
  why: 'With an ordinary space the mark may come to stand alone at the beginning of a line; without any, it is a mistake of spelling.',
  whatToDo: 'Write U+00A0 before `:` and inside « », and U+202F (or U+00A0) before `; ! ?`; `interlinear fix` does it.',
  message: ({ mark }) => `\`${mark}\` needs a no-break space ${mark === '«' ? 'after' : 'before'} it. Insert it.`,
  examples: [
    { name: 'no-break spaces', content: { 'fr-fr/a.md': '⟦Attention\u00A0: ouvrez-vous «\u00A0Envoyer\u00A0»\u202F? Oui\u00A0!⟧⟪Note: do you open Send? Yes!⟫' }, expected: [] },
    { name: 'times, addresses, code', content: { 'fr-fr/a.md': '⟦À 12:30, ouvrez `a ? b : c` et example.com?a=b.⟧⟪At 12:30, open `a ? b : c` and example.com?a=b.⟫' }, expected: [] },
    { name: 'Canada sets no space before ; ! ?', content: { 'fr-ca/a.md': '⟦Vraiment? Oui!⟧⟪Really? Yes!⟫' }, expected: [] },
    { name: 'other languages have other rules', content: { 'de-de/a.md': '⟦Achtung: »Senden« öffnen?⟧⟪Note: open Send?⟫', 'ru-ru/a.md': '⟦Внимание: «Отправить»?⟧⟪Note: Send?⟫', 'el-gr/a.md': '⟦Προσοχή: «Αποστολή»;⟧⟪Note: Send?⟫', 'ar-sa/a.md': '⟦ملاحظة: «إرسال»!⟧⟪Note: Send!⟫', 'ja-jp/a.md': '⟦注意: 開きますか?⟧⟪Note: open?⟫' }, expected: [] },
    { name: 'ordinary spaces', content: { 'fr-fr/a.md': '⟦Ouvrez-vous « Envoyer » ?⟧⟪Do you open Send?⟫' }, expected: [{ mark: '«' }, { mark: '»' }, { mark: '?' }] },
    { name: 'no spaces', content: { 'fr-fr/a.md': '⟦Remarque: vraiment?⟧⟪Note: really?⟫', 'fr-ca/a.md': '⟦Remarque: oui!⟧⟪Note: yes!⟫' }, expected: [{ mark: ':' }, { mark: ':' }, { mark: '?' }] },
  ],
  run({ target, locale }) {
    if (languageOf(locale.tag) !== 'fr' || !POSSIBLE.test(target.raw)) return NONE;
    const hits = target.runs.flatMap((run) => hitsIn(run, target.raw));
    return locale.tag.endsWith('-CA') ? hits.filter(({ args }) => CANADIAN_MARKS.has(args.mark)) : hits;
  },
});

const NONE: readonly never[] = [];

const POSSIBLE = /[:;!?«»]/;

/** A mark after an ordinary space or after nothing at all, at the end of a word; or the beginning of a quotation. */
const BARE = /(?<=[\p{L}\p{M}\p{N})”"»’])( ?)([;!?:»])(?=[\s.,)”"»]|$)|(«)( ?)(?=[\p{L}\p{N}])/gu;

function hitsIn(run: TextRun, raw: string): SegmentHit<Args>[] {
  return [...run.text.matchAll(BARE)].map(({ 1: before = '', 2: closing, 3: opening, 4: behind = '', index }) => {
    const mark = closing ?? opening ?? '';
    const [start, end] = closing === undefined ? [index + 1, index + 1 + behind.length] : [index, index + before.length];
    const edit = replaceInRun(run, raw, Math.min(start, index), closing === undefined ? end : end + 1, closing === undefined ? `«${FRENCH_SPACES['«']}` : `${FRENCH_SPACES[mark]}${mark}`);
    return { args: { mark }, inTarget: runRange(run, index, Math.max(end, index + 1)), ...(edit && { fix: [edit] }) };
  });
}

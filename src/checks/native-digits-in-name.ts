import { foldDigits, NATIVE_DIGIT_CHARACTERS, NATIVE_DIGITS } from '../text/fold-digits.ts';
import { defineCheck } from './define-check.ts';
import { isContiguous, runRange } from './shared/run-range.ts';

type Args = { readonly found: string; readonly name: string };

export default defineCheck<Args>({
  id: 'native-digits-in-name',
  category: 'typography',
  scope: 'segment',
  signs: { in: 'target', of: NATIVE_DIGIT_CHARACTERS },
  severity: 'warning',
  summary: 'The digits of a name are those of the name.',
  why: '“Microsoft ๓๖๕” is not what menus and stores show, and a search for “Microsoft 365” does not find it.',
  whatToDo: 'Write the digits as in the source. Numbers of the text itself may have digits of the language.',
  message: ({ found, name }) => `“${found}” stands for the name “${name}”. Write its digits as in the source.`,
  examples: [
    { name: 'names with their own digits, numbers with the language’s', content: { 'th-th/a.md': '⟦Microsoft 365 ภายใน ๓๐ วัน⟧⟪Microsoft 365 within 30 days⟫', 'ar-sa/a.md': '⟦خلال ٣٠ يومًا⟧⟪Within 30 days⟫', 'hi-in/a.md': '⟦PDF में ३० पृष्ठ⟧⟪30 pages in the PDF⟫', 'ja-jp/a.md': '⟦Office 365⟧⟪Office 365⟫', 'ru-ru/a.md': '⟦Office 365⟧⟪Office 365⟫' }, expected: [] },
    { name: 'digits of the language in a name', content: { 'th-th/a.md': '⟦ใน Microsoft ๓๖๕⟧⟪In Microsoft 365⟫', 'ar-sa/a.md': '⟦في Office ٣٦٥⟧⟪In Office 365⟫', 'ja-jp/a.md': '⟦Windows１０で⟧⟪In Windows 10⟫', 'hi-in/a.md': '⟦Windows १० में⟧⟪In Windows 10⟫', 'fa-ir/a.md': '⟦در Office ۲۰۱۶⟧⟪In Office 2016⟫' }, expected: [{ found: 'Office ٣٦٥', name: 'Office 365' }, { found: 'Office ۲۰۱۶', name: 'Office 2016' }, { found: 'Windows १०', name: 'Windows 10' }, { found: 'Windows１０', name: 'Windows 10' }, { found: 'Microsoft ๓๖๕', name: 'Microsoft 365' }] },
  ],
  *run({ source, target }) {
    if (!NATIVE_DIGITS.test(target.plain)) return;
    for (const run of target.runs) {
      for (const match of run.text.matchAll(NAMED)) {
        const [found, word = ''] = match;
        const digits = found.slice(word.length).trim();
        if (foldDigits(digits) === digits) continue;
        const name = new RegExp(`(?<![A-Za-z])${word}[ \\u00A0]?${foldDigits(digits)}(?!\\d)`).exec(source.plain)?.[0];
        if (name === undefined) continue;
        const start = match.index + found.length - digits.length;
        const edit = { ...runRange(run, start, match.index + found.length), text: foldDigits(digits) };
        yield {
          args: { found, name },
          inTarget: runRange(run, match.index, match.index + found.length),
          ...(isContiguous(run, start, match.index + found.length) && { fix: [edit] }),
        };
      }
    }
  },
});

/** A word that begins with a capital, and digits of any script. */
const NAMED = /(?<![A-Za-z])([A-Z][A-Za-z]+)[ \u00A0]?\p{Nd}+/gu;

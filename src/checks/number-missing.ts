import type { InlineText, TextRun } from '../model/inline.ts';
import { foldDigits } from '../text/fold-digits.ts';
import { MYRIAD_LANGUAGES, NUMBERED_NAMES, OTHER_CALENDARS, YEAR_OFFSETS } from './data/numbers.ts';
import { defineCheck } from './define-check.ts';
import { isFragment } from './shared/is-fragment.ts';
import { languageOf } from './shared/language-of.ts';
import { perText } from './shared/per-text.ts';
import { runRange } from './shared/run-range.ts';

type Args = { readonly number: string };

export default defineCheck<Args>({
  id: 'number-missing',
  category: 'wording',
  scope: 'segment',
  signs: { in: 'source', of: '0-9' },
  severity: 'warning',
  summary: 'Numbers of the source that no language writes as a word are in the target.',
  why: 'A wrong version, limit or year sends readers to the wrong product or setting.',
  whatToDo: 'Write the number of the source; digits and separators may be those of the language.',
  message: ({ number }) => `The number ${number} of the source is not in the target. Check what the target says instead.`,
  examples: [
    { name: 'digits and separators of the language', content: { 'de-de/a.md': '⟦10.000 Zeilen und 2,5 GB⟧⟪10,000 lines and 2.5 GB⟫', 'ar-sa/a.md': '⟦خلال ٣٠ يومًا⟧⟪Within 30 days⟫', 'th-th/a.md': '⟦ปี ๒๕๖๓ ใน ๓๐ วัน⟧⟪In 2020 within 30 days⟫', 'fr-fr/a.md': '⟦1\u202F500 lignes⟧⟪1,500 lines⟫', 'ja-jp/a.md': '⟦12 万行、２４時間⟧⟪120,000 lines, 24 hours⟫' }, expected: [] },
    { name: 'what is written in words or in another way', content: { 'ru-ru/a.md': '⟦Третий из двух шагов, в три часа, пять миллионов⟧⟪The 3rd of 2 steps, at 3:00 PM, 5M or 15 million⟫', 'vi-vn/a.md': '⟦Toàn thời gian⟧⟪24/7, 100%, 1:1, COVID-19, 2-Step⟫', 'he-il/a.md': '⟦כתובת⟧⟪https://example.com/2020 and `404`⟫' }, expected: [] },
    { name: 'another year, another version', content: { 'vi-vn/a.md': '⟦Office 2016⟧⟪Office 2013⟫', 'ja-jp/a.md': '⟦バージョン 5.7⟧⟪Version 5.7.57⟫', 'ar-sa/a.md': '⟦خلال ٣ أيام⟧⟪Within 30 days⟫' }, expected: [{ number: '30' }, { number: '5.7.57' }, { number: '2013' }] },
    { name: 'the number of a name', content: { 'th-th/a.md': '⟦แผน⟧⟪Azure AD P2⟫', 'ru-ru/a.md': '⟦Windows⟧⟪Windows 7⟫' }, expected: [{ number: '7' }, { number: 'P2' }] },
  ],
  *run({ source, target, locale }) {
    const numbers = numbersIn(source);
    if (numbers.length === 0) return;
    const language = languageOf(locale.tag);
    const found = digitsOf(target);
    const missing = numbers.find(({ number }) => !formsOf(number, language).some((form) => found.includes(form)));
    if (missing) yield { args: { number: missing.number }, inSource: runRange(missing.run, missing.start, missing.start + missing.number.length) };
  },
});

/** Addresses, paths, GUIDs, dates in digits, and names that other checks look after; of words without blanks. */
const NOT_NUMBERS = /https?:|www\.|[@\\_{}]|\b[\da-f]{8}-[\da-f-]{20,}|\b0x\w|\b\d{1,4}([/-])\d{1,2}\1\d{1,4}\b|\d\/\d|\b[A-Z]{2,}\d{3,}\b/i;
const NUMBERS = /(?<![\p{L}\d.,:/#&+-])([A-Z]{1,2})?(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.:]\d+)*)(?![\p{L}\d]*[/:]\d)(\p{L}*)/gu;
/** Behind a number: what makes it one of millions, a share or an hour. */
const ROUNDED = /^(?:\s?(?:million|billion|thousand|hundred|percent|per cent|AM|PM|a\.m|p\.m|o’clock)\b|\s?%)/i;

interface WrittenNumber {
  readonly number: string;
  readonly run: TextRun;
  /** In the run's text. */
  readonly start: number;
}

const numbersIn = perText((source): readonly WrittenNumber[] => (!/\d/.test(source.plain) || isFragment(source) ? [] : source.runs.flatMap((run) => (/\d/.test(run.text) ? [...numbersOf(run)] : []))));

function* numbersOf(run: TextRun): Iterable<WrittenNumber> {
  const { text } = run;
  const readable = text.replace(/\S+/g, (word) => (NOT_NUMBERS.test(word) ? ' '.repeat(word.length) : word));
  for (const match of readable.matchAll(NUMBERS)) {
    const [whole, letters = '', digits = '', unit = ''] = match;
    const start = match.index;
    if (/^(?:st|nd|rd|th|k|m|b|bn|x|am|pm)$/i.test(unit) || ROUNDED.test(readable.slice(start + whole.length, start + whole.length + 12))) continue;
    if (letters !== '') {
      if (unit === '' && /^[A-PR-UW-Z]$/.test(letters) && /^\d{1,2}$/.test(digits)) yield { number: letters + digits, run, start };
      continue;
    }
    // An hour; an article's own number in front of its title; the rest of a version that a full stop cut in two.
    if (/^\d+:\d+$/.test(digits) || (start === 0 && /^\d{5,}$/.test(digits)) || (start === 0 && /^\s\p{Ll}/u.test(readable.slice(whole.length)))) continue;
    const value = Number(digits.replace(/,/g, ''));
    const before = /(\p{L}+)[ \u00A0]$/u.exec(readable.slice(Math.max(0, start - 20), start))?.[1] ?? '';
    if (value > 12 || /\d\.\d/.test(digits) || NUMBERED_NAMES.has(before)) yield { number: digits, run, start };
  }
}

/** The digits of a number as they may stand in a target of the language; empty string: there is nothing to look for. */
function formsOf(number: string, language: string): string[] {
  const plain = number.replace(/[.,:]/g, '').toLowerCase();
  const forms = [plain];
  const value = Number(number.replace(/,/g, ''));
  if (value >= 1000 && value % 1000 === 0 && MYRIAD_LANGUAGES.has(language)) forms.push('');
  if (value >= 1900 && value < 2100) {
    const offset = YEAR_OFFSETS[language];
    if (offset !== undefined) forms.push(String(value + offset));
    if (OTHER_CALENDARS.has(language)) forms.push('');
  }
  return forms;
}

/** Everything of the target with ASCII digits and without separators between them. */
function digitsOf({ plain, raw }: InlineText): string {
  return foldDigits(`${plain}\n${raw}`).toLowerCase().replace(/(?<=[\da-z])[.,:'’\u00A0\u202F\u2009 \u066B\u066C](?=\d)/g, '');
}

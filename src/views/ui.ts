import type { Locale } from '../model/locale.ts';
import { memoised, once } from '../text/memoised.ts';
import { directionOf } from '../text/scripts.ts';
import { uiLanguages } from './ui-strings/index.ts';
import type { PluralText, UiPluralKey, UiStrings, UiTextKey } from './ui-strings/ui-strings.ts';

/** The interface in the language of one locale. */
export interface Ui {
  /** Language the texts are really in; English where the locale's own language has none. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whether {@link lang} is not the locale's language, so that texts must carry `lang` and `dir`. */
  readonly foreign: boolean;
  text(key: UiTextKey): string;
  /** ui.plural('article-count', 3) // => '3 articles' */
  plural(key: UiPluralKey, count: number): string;
  /** All forms of a plural, for a script that counts by itself. */
  forms(key: UiPluralKey): PluralText;
  /** A day, in the words and numerals of the locale. `isoDate` is `YYYY-MM-DD`; anything else is returned as it is. */
  date(isoDate: string): string;
  number(value: number): string;
}

/**
 * Interface texts for a locale. A language is chosen by language and script of the maximised tag:
 * `vi-VN` finds `vi`, `zh-TW` finds `zh-Hant`; where there is none, English.
 */
export function uiFor(locale: Pick<Locale, 'tag'>): Ui {
  const key = languageAndScript(locale.tag);
  const [lang, strings] = Object.entries(uiLanguages).find(([tag]) => languageAndScript(tag) === key) ?? ['en', uiLanguages.en];
  const foreign = languageAndScript(lang) !== key;
  // Numbers and dates stand inside sentences, so they follow the language of the sentence.
  const format = foreign ? lang : locale.tag;
  return makeUi(lang, foreign, format, strings);
}

function makeUi(lang: string, foreign: boolean, format: string, strings: UiStrings): Ui {
  // Each takes milliseconds to make, and most builds that only change a site use few of them.
  const rules = once(() => new Intl.PluralRules(format));
  const numbers = once(() => new Intl.NumberFormat(format));
  // An ISO date is a day of the Gregorian calendar; fa and th would count years in another one.
  const dates = once(() => new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }));
  // The same few numbers stand on all pages of a section.
  const counted = memoised((count) => ({ category: rules().select(Number(count)), digits: numbers().format(Number(count)) }));
  return {
    lang,
    dir: directionOf(new Intl.Locale(lang).maximize().script ?? 'Latn'),
    foreign,
    text: (key) => strings[key],
    plural: (key, count) => {
      const { category, digits } = counted(String(count));
      return pluralText(strings[key], category).replace('{n}', digits);
    },
    forms: (key) => strings[key],
    // Formatting a date is slow, and a site has few distinct ones.
    date: memoised((isoDate) => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(time) ? isoDate : dates().format(time);
    }),
    number: (value) => numbers().format(value),
  };
}

function pluralText(texts: PluralText, category: Intl.LDMLPluralRule): string {
  return texts[category] ?? texts.other;
}

/** languageAndScript('zh-TW') // => 'zh-Hant' */
function languageAndScript(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}

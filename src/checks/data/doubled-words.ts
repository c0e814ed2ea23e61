/**
 * Languages in which a word is doubled on purpose, as grammar or as everyday adverbs, or written without spaces:
 * a doubled word says nothing there.
 * Source: WALS Online, chapter 27 (Rubino, Reduplication), languages with full reduplication; UAX #14 for the scripts without spaces.
 */
export const DOUBLING_LANGUAGES: ReadonlySet<string> = new Set(
  'af az bn fa fil gu ha haw hi id jv ja kk km kn ko ky lo mi mr ms my ne or pa si sw ta te th tl tr ug ur uz vi yo yue zh'.split(' '),
);

/**
 * Words that correct sentences repeat: a relative pronoun before an article (de), a subject before its reflexive (fr).
 * Sources: Duden, Die Grammatik (Relativsatz); Grevisse, Le bon usage (verbes pronominaux); for the others the grammar
 * of the language likewise.
 */
export const DOUBLED_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  cs: new Set(['se']),
  da: new Set(['der', 'det', 'den', 'som']),
  de: new Set(['der', 'die', 'das', 'den', 'dem', 'des', 'sie']),
  en: new Set(['that', 'had']),
  fr: new Set(['nous', 'vous', 'en']),
  he: new Set(['אחד', 'אט', 'לאט', 'רגע']),
  nb: new Set(['det', 'den', 'som']),
  nl: new Set(['dat', 'die', 'het', 'u', 'zij', 'we']),
  no: new Set(['det', 'den', 'som']),
  pt: new Set(['se']),
  ru: new Set(['то']),
  sl: new Set(['se', 'je']),
  sr: new Set(['je', 'se']),
  sv: new Set(['det', 'den', 'som']),
};

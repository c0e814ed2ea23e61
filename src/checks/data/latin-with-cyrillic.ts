/**
 * Languages written in Latin as well as in Cyrillic letters: a machine that translates into one slips into the other.
 * Source: CLDR, supplemental `languageData`.
 */
export const LATIN_WITH_CYRILLIC: ReadonlySet<string> = new Set(['sr', 'bs', 'sh', 'uz', 'az', 'tk']);

/**
 * Languages that set a space before some marks of punctuation: `: ; ! ?` and the inside of « » in French and Breton.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export const SPACED_PUNCTUATION: ReadonlySet<string> = new Set(['fr', 'br']);

/**
 * The space before each mark in French: a narrow one before `; ! ?`, a wide one before `:` and inside « », none of them
 * to be broken. Both widths are accepted everywhere: many houses know only the wide one.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export const FRENCH_SPACES: Readonly<Record<string, string>> = { ';': '\u202F', '!': '\u202F', '?': '\u202F', ':': '\u00A0', '»': '\u00A0', '«': '\u00A0' };

/** French of Canada sets no space before `; ! ?`. Source: Office québécois de la langue française, Banque de dépannage linguistique. */
export const CANADIAN_MARKS: ReadonlySet<string> = new Set([':', '»', '«']);

/**
 * Marks of punctuation that a script has in a form of its own, by the Latin ones. Japanese keeps half-width `: ? !`,
 * and a full stop there often belongs to a name of code that was torn apart.
 * Sources: Unicode Standard, chapters 9.2 (Arabic) and 6.2 (CJK punctuation); GB/T 15834 (Chinese); JIS X 4051 (Japanese).
 */
export const OWN_MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Arab: { ',': '،', ';': '؛', '?': '؟' },
  Hans: { ',': '，', '.': '。', ';': '；' },
  Hant: { ',': '，', '.': '。', ';': '；' },
  Jpan: { ',': '、' },
};

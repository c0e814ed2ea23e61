/** Languages written without spaces between words, and Korean, whose particles follow a word directly. Source: UAX #14, UAX #29. */
export const WITHOUT_SPACES: ReadonlySet<string> = new Set('bo dz ja jv km ko lo my shn su th yue zh'.split(' '));

/** Languages with words of one letter or more that are written together with what follows: و, ب, ל, ה. Source: the grammar of each language. */
export const WITH_PREFIXES: ReadonlySet<string> = new Set('ar arc ckb dv fa he ku ps sd syr ug ur yi'.split(' '));

/**
 * Languages whose endings follow a label or name directly: `**Outlook**om`, `**Start**ta`. Up to this many letters behind
 * bold text are an ending. Source: the grammar of each language; 1 (a plural or genitive `s`) for those not named.
 */
export const ENDING_LENGTH: Readonly<Record<string, number>> = { az: 6, bs: 3, cs: 3, de: 1, el: 2, et: 5, eu: 6, fi: 6, hr: 3, hu: 6, kk: 6, ky: 6, lt: 4, lv: 4, mk: 3, pl: 4, ru: 3, sk: 3, sl: 3, sr: 3, tr: 6, uk: 3, uz: 6 };

/** Languages written without spaces between words, and Korean, whose particles follow a word directly. Source: UAX #14, UAX #29. */
export const WITHOUT_SPACES: ReadonlySet<string> = new Set('bo dz ja jv km ko lo my shn su th yue zh'.split(' '));

/** Languages with words of one letter or more that are written together with what follows: و, ب, ל, ה. Source: the grammar of each language. */
export const WITH_PREFIXES: ReadonlySet<string> = new Set('ar arc ckb dv fa he ku ps sd syr ug ur yi'.split(' '));

/**
 * Languages whose endings follow a label or name directly: `**Outlook**om`, `**Start**ta`, `` `commit`en ``. Up to this many letters behind
 * bold text and code are an ending. Source: the grammar of each language; 1 (a plural or genitive `s`) for those not named.
 */
export const ENDING_LENGTH: Readonly<Record<string, number>> = { as: 3, az: 6, bg: 3, bn: 3, bs: 3, ckb: 6, cs: 3, da: 3, de: 1, el: 2, et: 5, eu: 6, fa: 3, fi: 6, fo: 3, hr: 3, hu: 6, hy: 3, id: 3, is: 4, ka: 4, kk: 6, kn: 6, ky: 6, lt: 4, lv: 4, mk: 3, ml: 6, mn: 4, mr: 6, ms: 3, nb: 3, nl: 2, nn: 3, no: 3, pl: 4, ro: 4, ru: 3, si: 3, sk: 3, sl: 3, sq: 3, sr: 3, sv: 3, ta: 6, te: 6, tr: 6, ug: 6, uk: 3, uz: 6 };

/**
 * Words that a sentence of a language can hardly do without, and that are no words of another language that is written
 * in Latin letters: `a`, `in`, `on`, `an`, `die` are left out.
 * Source: the most frequent function words of the frequency lists of the Leipzig Corpora Collection.
 */
export const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to is are was were be been for with that this these those you your we our they their it its can will would should must may from not if when where which what how or have has had by as at but than then into after before there here do does did please make use using want need see select click'.split(' ')),
  de: new Set('der und ist sind nicht mit für auf sie ihr ihre wird werden wenn dass oder auch nach bei aus einen eine einer eines einem zum zur über können durch sich als wie'.split(' ')),
  fr: new Set('le les des et est sont dans pour avec que qui vous votre vos nous une sur pas par ou cette ces aux être peut si'.split(' ')),
  es: new Set('el los las y es son para con que su sus una del por no puede esta este como más cuando si al'.split(' ')),
  pt: new Set('os as e é são para com que seu sua uma do da dos das por não pode esta este como mais quando se ao'.split(' ')),
  it: new Set('il gli le e è sono per con che di della del dei una non può questa questo come più quando se al nel'.split(' ')),
};

/**
 * Reduces a projected source to what makes it that source (FORMAT.md §4): equal results mean "translated from
 * the same source". Left out are the anchors that the producer writes into headings; alt texts, link titles and
 * labels of definitions, of which the format keeps the translation only; the locale in URLs; comments that silence
 * rules, which each locale has for itself; and white space.
 *
 * Linear for any input: what may repeat without limit in a pattern cannot contain the characters that the
 * pattern's next attempt starts with.
 */
export function normaliseSource(written: string): string {
  const text = written.includes('interlinear-ignore') ? written.replace(SUPPRESSIONS, '') : written;
  if (!/[[<]|\/\/|:::image/.test(text)) return dropWhiteSpace(text);
  const withoutAnchors = text.replace(/<a name="[^"<>]*">\s*<\/a>/g, '');
  const withoutLabels = dropLinkTitles(blankAltTexts(withoutAnchors)).replace(/^( {0,3})\[[^[\]\n]+\]:/gm, '$1[]:');
  return dropWhiteSpace(blankUrlLocales(withoutLabels));
}

/** As in project/read-suppressions.ts. */
const SUPPRESSIONS = /<!--[ \t]{0,20}interlinear-ignore(?:-file)?(?![\w-])[\s\S]{0,2000}?-->|\{\/\*[ \t]{0,20}interlinear-ignore(?:-file)?(?![\w-])[\s\S]{0,2000}?\*\/\}/g;

function blankAltTexts(text: string): string {
  return text
    .replace(/!\[(?:[^[\]]|\[[^[\]]*\])*\](?=[([])/g, '![]')
    .replace(/<img\b[^<>]*>/gi, blankAltAttributes)
    .replace(/:::image\b[^\n]*/g, blankAltAttributes);
}

function blankAltAttributes(tag: string): string {
  return tag.replace(/\s(?:alt|alt-text|title)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
}

function dropLinkTitles(text: string): string {
  return text.replace(/(\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?)\s+(?:"[^"]*"|'[^']*')\s*\)/g, '$1)');
}

/** `//host/en-us/…` in any locale, and the same in site-root links: `](/en-us/…`. */
function blankUrlLocales(text: string): string {
  return text.replace(/(\/\/[^/\s()<>"]+|\]\()\/[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-[A-Za-z]{2}(?=[/)?#])/g, '$1/LL');
}

/** Zero-width spaces included: nobody sees them come and go. */
function dropWhiteSpace(text: string): string {
  return text.replace(/[\s\u200B\uFEFF]+/g, '');
}

/** Scripts (ISO 15924) that are several of Unicode's. Source: ISO 15924, UTS #24. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Han', 'Hira', 'Kana'],
  Kore: ['Hang', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hanb: ['Han', 'Bopo'],
};

const letters = new Map<string, RegExp>();

/** Matches a letter of a script (ISO 15924). scriptLetters('Jpan').test('あ') // => true */
export function scriptLetters(script: string): RegExp {
  const known = letters.get(script);
  if (known) return known;
  const pattern = new RegExp(`[${scriptClasses(script)}]`, 'v');
  letters.set(script, pattern);
  return pattern;
}

const foreign = new Map<string, RegExp>();

/**
 * Matches letters in a row that no text of a script is written with: neither its own, nor Latin or Greek, which names
 * and formulas of every language have.
 */
export function foreignLetters(script: string): RegExp {
  const known = foreign.get(script);
  if (known) return known;
  const pattern = new RegExp(`[\\p{L}--[${scriptClasses(script)}\\p{scx=Latn}\\p{scx=Grek}\\p{sc=Zyyy}\\p{sc=Zinh}]]+`, 'v');
  foreign.set(script, pattern);
  return pattern;
}

/** Most characters of a script's texts, as pairs of first and last UTF-16 code unit. Source: Unicode Blocks.txt. */
const OWN_BLOCKS: Readonly<Record<string, readonly number[]>> = {
  Arab: [0x600, 0x6ff, 0x750, 0x77f, 0xfb50, 0xfdff, 0xfe70, 0xfeff],
  Cyrl: [0x400, 0x52f],
  Hans: [0x3000, 0x9fff, 0xff00, 0xffef],
  Hant: [0x3000, 0x9fff, 0xff00, 0xffef],
  Hebr: [0x590, 0x5ff],
  Jpan: [0x3000, 0x9fff, 0xff00, 0xffef],
  Kore: [0x3000, 0x9fff, 0xac00, 0xd7af, 0xff00, 0xffef],
  Thai: [0xe00, 0xe7f],
};

/** False when no {@link foreignLetters} can be in a text: far faster than looking for them. */
export function mayHoldForeignLetters(text: string, script: string): boolean {
  const blocks = OWN_BLOCKS[script] ?? [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Latin and Greek with their extensions, marks and signs; halves of surrogate pairs are mostly emoji.
    if (unit < 0x400 || (unit >= 0x1e00 && unit < 0x2c00) || (unit >= 0xd800 && unit < 0xe000)) continue;
    let isOwn = false;
    for (let at = 0; at < blocks.length && !isOwn; at += 2) isOwn = unit >= (blocks[at] ?? 0) && unit <= (blocks[at + 1] ?? 0);
    if (!isOwn) return true;
  }
  return false;
}

function scriptClasses(script: string): string {
  return (PARTS[script] ?? [script]).map(classOf).join('');
}

/** Nothing for a script that this version of Unicode does not know. */
function classOf(script: string): string {
  try {
    return new RegExp(`\\p{scx=${script}}`, 'v').source;
  } catch {
    return '';
  }
}

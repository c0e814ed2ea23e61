/**
 * A text as the words that two readings of it must share: what stands between blanks, and single characters of
 * scripts without blanks between words. NFC, letter case kept, marks kept, white space dropped.
 */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').replace(INVISIBLE, '').match(WORD) ?? [];
}

/** Byte order marks and soft joints, which fonts do not show and HTML keeps: where they stand decides no word. */
const INVISIBLE = /[\uFEFF\u200B]/g;
/** Chinese, Japanese and Thai, with their marks and wide forms: no blank stands between their sentences on a page. */
const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\u3001-\\u30FF\\uFF00-\\uFFEF';
const WORD = new RegExp(`[${SINGLE}]|[^\\s${SINGLE}]+`, 'gu');

export interface WordDifference {
  /** Words of the input that the page does not show, each as often as it is missing. */
  readonly lost: readonly string[];
  /** Words that the page shows and the input does not have there. */
  readonly leaked: readonly string[];
  /** The first words from which on the order differs, when nothing is lost or leaked; else empty. */
  readonly moved: readonly string[];
}

/** Compares as multisets, then in order. Undefined when both are the same. */
export function compareWords(expected: readonly string[], shown: readonly string[]): WordDifference | undefined {
  const differs = expected.findIndex((word, index) => word !== shown[index]);
  if (differs === -1 && expected.length === shown.length) return undefined;
  const counts = new Map<string, number>();
  for (const word of expected) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of shown) counts.set(word, (counts.get(word) ?? 0) - 1);
  const repeat = (sign: 1 | -1): string[] => [...counts].flatMap(([word, count]) => Array.from({ length: Math.max(0, sign * count) }, () => word));
  const [lost, leaked] = [repeat(1), repeat(-1)];
  return { lost, leaked, moved: lost.length + leaked.length > 0 ? [] : expected.slice(differs, differs + 12) };
}

/** Words compared at most; longer texts are alike or not by their beginning. */
const LONGEST = 200;

/**
 * How alike two texts are: twice the length of their longest common subsequence of words by the number of words of
 * both. 1 for equal lists, 0 without a common word.
 */
export function wordSimilarity(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.slice(0, LONGEST), b.slice(0, LONGEST)];
  if (left.length === 0 || right.length === 0) return 0;
  let row = new Uint16Array(right.length + 1);
  let next = new Uint16Array(right.length + 1);
  for (const word of left) {
    for (let at = 0; at < right.length; at++) {
      next[at + 1] = word === right[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    }
    [row, next] = [next, row];
  }
  return (2 * (row[right.length] ?? 0)) / (left.length + right.length);
}

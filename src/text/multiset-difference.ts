/** What `wanted` has more often than `found`, in the order of `wanted`. multisetDifference(['a', 'a', 'b'], ['a']) // => ['a', 'b'] */
export function multisetDifference(wanted: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1);
  return wanted.filter((item) => {
    const count = left.get(item) ?? 0;
    if (count > 0) left.set(item, count - 1);
    return count === 0;
  });
}

/** True for `p104`, the ordinal of a merged paragraph. */
export function isMerged(ordinal: string): boolean {
  return ordinal.startsWith('p');
}

/** Words for a message: listOf(['102', '103', '104']) // => '102, 103 and 104'; long lists are cut after six. */
export function listOf(items: readonly string[]): string {
  if (items.length > 7) return `${items.slice(0, 6).join(', ')} and ${items.length - 6} more`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

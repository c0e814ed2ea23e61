/** countOf(1, 'segment') // => '1 segment'; countOf(3, 'segment') // => '3 segments' */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

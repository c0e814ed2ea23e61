import { excerpt } from './excerpt.ts';
import { listOf } from './list-of.ts';

/** Written things in a message: quoted(['a', 'b']) // => '`a` and `b`' */
export function quoted(items: readonly string[]): string {
  return listOf(items.map((item) => (item.includes('`') ? `“${excerpt(item)}”` : `\`${excerpt(item)}\``)));
}

import type { Article } from '../model/article.ts';
import { placeholderPattern } from '../model/skeleton.ts';
import { codeRanges } from '../text/code-ranges.ts';

/** Plain text of the first level-one heading outside code, with the targets of its segments; empty when there is none. */
export function headingTitle({ skeleton, segments }: Article): string {
  return plainText(firstHeading(skeleton).replace(placeholderPattern(), (_, index: string) => segments[Number(index)]?.target ?? ''));
}

function firstHeading(skeleton: string): string {
  const code = codeRanges(skeleton);
  let next = 0;
  for (const match of skeleton.matchAll(/^ {0,3}#[ \t]+(.*)$/gm)) {
    while ((code[next]?.end ?? Infinity) <= match.index) next++;
    if ((code[next]?.start ?? Infinity) > match.index) return match[1] ?? '';
  }
  return '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' };

/** Markdown reduced to its words, for places that show no markup. Not a parser: what it does not know stays as it is. */
function plainText(markdown: string): string {
  return markdown
    .replace(/<(?:\/?(?:a|b|i|em|strong|code|span|sub|sup|br|img)\b[^<>]*)>/gi, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(?<!\\)[*`]+/g, '')
    .replace(/(?<![\\\p{L}\p{N}])_+(?=\S)|(?<=\S)(?<!\\)_+(?![\p{L}\p{N}])/gu, '')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

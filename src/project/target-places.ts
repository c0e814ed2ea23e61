import { isBlockStart, lineBefore } from '../checks/shared/line-before.ts';
import type { Article } from '../model/article.ts';
import type { CompiledSkeleton, SegmentContext } from '../model/markup.ts';
import type { TargetPlace } from '../review/replace-target.ts';

const TEXT: SegmentContext = { syntax: 'markdown', inLink: false, flow: false };

/** Where each segment of an article stands, by its index. A segment that no page shows (in front of a table, in a comment) stands in text. */
export function targetPlaces(article: Article, { parts }: CompiledSkeleton): (index: number) => TargetPlace {
  const contexts = new Map<number, SegmentContext>();
  for (const part of parts) if (typeof part !== 'string' && part.kind === 'segment' && !contexts.has(part.index)) contexts.set(part.index, part.context);
  return (index) => placeIn(article, index, contexts.get(index));
}

/** The place of one segment, by its index, whose context is known; undefined where no page shows it. */
export function placeIn({ text, segments }: Pick<Article, 'text' | 'segments'>, index: number, context: SegmentContext = TEXT): TargetPlace {
  return { context, blockStart: isBlockStart(lineBefore(text, segments[index]?.start ?? 0)) };
}

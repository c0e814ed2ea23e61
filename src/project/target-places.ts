import { isBlockStart, lineBefore } from '../checks/shared/line-before.ts';
import type { Article } from '../model/article.ts';
import type { CompiledSkeleton, SegmentContext } from '../model/markup.ts';
import type { TargetPlace } from '../review/replace-target.ts';

const TEXT: SegmentContext = { syntax: 'markdown', inLink: false, flow: false };

/** Where each segment of an article stands, by its index. A segment that no page shows (in front of a table, in a comment) stands in text. */
export function targetPlaces(article: Article, { parts }: CompiledSkeleton): (index: number) => TargetPlace {
  const contexts = new Map<number, SegmentContext>();
  for (const part of parts) if (typeof part !== 'string' && part.kind === 'segment' && !contexts.has(part.index)) contexts.set(part.index, part.context);
  return (index) => ({
    context: contexts.get(index) ?? TEXT,
    blockStart: isBlockStart(lineBefore(article.text, article.segments[index]?.start ?? 0)),
  });
}

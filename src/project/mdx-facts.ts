import { readMdx, type MdxReading } from '../markdown/read-mdx.ts';
import type { Article } from '../model/article.ts';
import { placeholder } from '../model/skeleton.ts';

/** What is wrong with an `.mdx` article, at offsets of its text. */
export function mdxFacts(article: Article): { problem?: { reason: string; offset: number }; unsafe: { kind: MdxReading['unsafe'][number]['kind']; name: string; start: number; end: number }[] } {
  const { problem, unsafe } = readMdx(article.skeleton);
  const at = skeletonOffsets(article);
  return {
    ...(problem ? { problem: { reason: problem.reason, offset: at(problem.offset) } } : {}),
    unsafe: unsafe.map(({ kind, name, start, end }) => ({ kind, name, start: at(start), end: at(end) })),
  };
}

/** Maps an offset of the skeleton to the article's text; exact where the text has `\n` line ends. */
function skeletonOffsets({ bodyStart, segments }: Article): (offset: number) => number {
  return (offset) => {
    let shift = bodyStart;
    for (const segment of segments) {
      const start = segment.start - shift;
      if (offset <= start) break;
      shift += segment.end - segment.start - placeholder(segment.index).length;
    }
    return offset + shift;
  };
}

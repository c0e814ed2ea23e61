import type { AlignInput } from '../../src/align/align.ts';
import type { Segment } from '../../src/model/article.ts';
import { placeholder } from '../../src/model/skeleton.ts';

interface Metadata {
  readonly hash?: string;
  readonly date?: string;
  readonly title?: string;
}

/**
 * An article as ingest would make it. Pairs are written `⟦102|target|source⟧`; a body without any is a plain article.
 * Offsets are those of the body in this notation.
 */
export function buildInput(locale: string, body: string, { hash, date, title }: Metadata = {}): AlignInput {
  const segments: Segment[] = [];
  const skeleton = body.replace(/⟦([^|]*)\|([^|]*)\|([^⟧]*)⟧/g, (pair: string, ordinal: string, target: string, source: string, start: number) => {
    const index = segments.length;
    const range = { start, end: start + pair.length };
    segments.push({ ...range, index, prefix: 'a1b2c', ordinal, sourceId: `a1b2c-${ordinal}`, target, source, targetRange: range, sourceRange: range });
    return placeholder(index);
  });
  return {
    article: {
      locale,
      path: 'guide.md',
      file: `${locale}/guide.md`,
      format: 'md',
      text: body,
      frontmatter: { state: title === undefined ? 'none' : 'valid', data: title === undefined ? {} : { title }, start: 0, end: 0 },
      bodyStart: 0,
      skeleton,
      segments,
      damage: [],
    },
    handOff: { sourceHash: hash, date, provenance: undefined, contentLocale: undefined },
  };
}

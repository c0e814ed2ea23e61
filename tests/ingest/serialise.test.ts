import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { serialise } from '../../src/ingest/serialise.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

const FRAGMENTS = [
  '<span data-ttu-id="3a85d-102">', '<span data-stu-id="3a85d-102">', '<span class="sxs-lookup">', '</span>', '</span></span>', '<span>', '<span ',
  '</span><span class="sxs-lookup"><span data-stu-id="3a85d-102">', '<span data-ttu-id=&quot;3a85d-103&quot;>', '<span data-ttu-id="">', "<span data-ttu-id='x'>",
  pair('102', 'eins', 'one'), pair('p103', 'a `<span>` b', 'c </span> d'), pair('104', '', ''),
  '`', '``', '```', '\n```\n', '~~~', '\\', '\\`', '\n', '\r\n', '\r', '\n\n', '> ', '- ', '    ', '# ', '|',
  '---', '---\n', '---js\n', 'title: x', '\uFEFF', '\0', '\uD800', '\uDC00', '\uFDD0', '\uFDD1', '\uFFFD', 'Text', ' ', '日本', '&quot;', '"', '>',
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((fragments) => fragments.join('')),
  fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 }).map((fragments) => fragments.join('')),
);

test('any text comes back byte for byte', () => {
  fc.assert(fc.property(hostile, (text) => serialise(ingest(sourceFile(text))) === text), { numRuns: 4000 });
});

test('segments are exact, in order and do not overlap', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { segments, bodyStart } = ingest(sourceFile(text));
      let at = bodyStart;
      segments.forEach((segment, index) => {
        const { start, end, targetRange, sourceRange } = segment;
        expect(segment.index).toBe(index);
        expect([at <= start, start < targetRange.start, targetRange.end < sourceRange.start, sourceRange.end < end]).toEqual([true, true, true, true]);
        expect(text.slice(targetRange.start, targetRange.end)).toBe(segment.target);
        expect(text.slice(sourceRange.start, sourceRange.end)).toBe(segment.source);
        at = end;
      });
    }),
    { numRuns: 4000 },
  );
});

test('the skeleton holds one placeholder per segment, in order, and no reserved character besides', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { segments, skeleton } = ingest(sourceFile(text));
      expect([...skeleton.matchAll(/\uFDD0(\d+)\uFDD1/g)].map((match) => Number(match[1]))).toEqual(segments.map(({ index }) => index));
      expect(skeleton.replace(/\uFDD0\d+\uFDD1/g, '')).not.toMatch(/[\uFDD0\uFDD1\r\0]/);
    }),
    { numRuns: 2000 },
  );
});

test('damage lies in the text, in order', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      let at = 0;
      for (const { start, end, excerpt } of ingest(sourceFile(text)).damage) {
        expect(at <= start && start < end && end <= text.length).toBe(true);
        expect(text.slice(start, end).startsWith(excerpt)).toBe(true);
        at = start;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a changed target changes its own stretch only', () => {
  const quoted = pair('103', 'zwei', 'two').replaceAll('"', '&quot;');
  const text = `\uFEFF---\r\ntitle: x\r\n---\r\n${pair('102', 'eins', 'one')} ${quoted}\r\n${pair('104', 'a</span> b', 'c</span> d')}`;
  const article = ingest(sourceFile(text));
  const segments = article.segments.map((segment) => ({ ...segment, target: `neu ${segment.ordinal}` }));
  expect(serialise({ ...article, segments })).toBe(text.replace('>eins<', '>neu 102<').replace('>zwei<', '>neu 103<').replace('>a</span> b<', '>neu 104<'));
});

import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { pair } from './pair.ts';
import { sourceFile } from './source-file.ts';

const TARGET = '<span data-ttu-id="3a85d-102">';
const LOOKUP = '<span class="sxs-lookup">';
const SOURCE = '<span data-stu-id="3a85d-102">';
const nested = (count: number): string => '<span>'.repeat(count) + '</span>'.repeat(count);

/** Texts that make a scanner with a careless loop or pattern look at everything again and again. */
test.each<[string, (count: number) => string]>([
  ['one long line', (count) => 'x'.repeat(50 * count)],
  ['unclosed targets', (count) => TARGET.repeat(count)],
  ['unclosed sources', (count) => `${SOURCE}\n\n`.repeat(count)],
  ['lookups alone', (count) => LOOKUP.repeat(count)],
  ['pairs cut off', (count) => `${TARGET}a</span>${LOOKUP}${SOURCE}`.repeat(count)],
  ['targets without a source', (count) => `${TARGET}a</span>${LOOKUP}`.repeat(count)],
  ['nested spans', (count) => nested(count)],
  ['nested spans in a pair', (count) => pair('102', nested(count), nested(count))],
  ['backticks', (count) => '`x'.repeat(count)],
  ['backticks before pairs', (count) => `\` ${pair('102', 'a ` b', 'c')}`.repeat(count / 4)],
  ['backticks of every length', (count) => Array.from({ length: Math.sqrt(8 * count) }, (_, length) => '`'.repeat(length)).join(TARGET)],
  ['fences', (count) => '```x\n'.repeat(count)],
  ['fences in one quote', (count) => '> ```\n> a\n> ```\n'.repeat(count / 2)],
  ['blank lines in frontmatter', (count) => `---\n${'\n'.repeat(count)}a: b\n---\n`],
])('%s', (_, make) => {
  const [small, large] = [cost(make(8_000)), cost(make(64_000))];
  // Linear is 8, quadratic 64; the constant keeps noise on tiny figures out.
  expect(large).toBeLessThan(24 * small + 60);
});

/** CPU milliseconds of the fastest of three runs. */
function cost(text: string): number {
  const runs = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    ingest(sourceFile(text));
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...runs);
}

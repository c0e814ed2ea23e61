import { expect, test } from 'vitest';
import { compileSkeleton } from '../../src/markdown/compile-skeleton.ts';
import { rewriteRawHtml } from '../../src/markdown/raw-html.ts';

/** Texts whose tags do not end, or end where nobody would think, so that each `<` may be read to the end of the text. */
test.each<[string, (count: number) => string]>([
  ['anchors without a closing quote', (count) => '<a href="x'.repeat(count)],
  ['anchors without an end', (count) => `${'<a href="x" '.repeat(count)}>`],
  ['anchors with a half escaped value', (count) => '<a href="x&quot;>text</a> '.repeat(count)],
  ['anchors with a half escaped value and another quote', (count) => '<a name="x&quot;>"'.repeat(count)],
  ['half escaped values in one tag', (count) => `<a ${'name="x&quot;>" '.repeat(count)}`],
  ['half escaped anchors on lines', (count) => '# <a name="x&quot;></a>\n'.repeat(count)],
  ['ends in values', (count) => '<a b=">"'.repeat(count)],
  ['ends in values of a block', (count) => `<div>${'<a b=">"'.repeat(count)}`],
  ['unknown tags in each other', (count) => `<div>${'<foo '.repeat(count)}>`],
  ['unknown tags with values', (count) => `<div>${'<foo b=\'>\' c=">"'.repeat(count)}>`],
  ['scripts without an end', (count) => `<div>${'<script>'.repeat(count)}`],
  ['scripts with half an end', (count) => `<div>${'<script></script '.repeat(count)}`],
  ['comments without an end', (count) => `<div>${'<!-- > '.repeat(count)}`],
])('raw HTML: %s', (_, make) => {
  const [small, large] = [1_000, 8_000].map((count) => cost(() => rewriteRawHtml(make(count)), 3));
  expect(large).toBeLessThan(linear(small));
});

/** More of them than Sätteri is given. */
test.each<[string, (count: number) => string]>([
  ['anchors with a half escaped value', (count) => '<a href="x&quot;>text</a> '.repeat(count)],
  ['ends in values of a block', (count) => `<div>${'<a b=">"'.repeat(count)}`],
  ['anchors around segments', (count) => Array.from({ length: count }, (_, index) => `<a href="x\uFDD0${index}\uFDD1`).join('')],
])('a skeleton: %s', (_, make) => {
  const [small, large] = [2_500, 20_000].map((count) => cost(() => compileSkeleton(make(count)), 2));
  expect(large).toBeLessThan(linear(small));
});

/** Eight times as much may take so long: linear is 8, quadratic 64; the constant keeps noise on tiny figures out. */
function linear(small = 0): number {
  return 24 * small + 60;
}

/** CPU milliseconds of the fastest of some runs. */
function cost(run: () => unknown, times: number): number {
  const runs = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...runs);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinParts, mergeRecords, orderParts, type FamilyRecords, type PartFolder } from '../../src/project/merge-shards.ts';
import { parsePart, partText, pathsOfPart, type PartFacts } from '../../src/project/shard-part.ts';
import { compareText } from '../../src/text/compare-text.ts';
import { memoryHost } from './memory-host.ts';

const FACTS: PartFacts = { generator: '1.0.0', code: 'c', settings: 's', content: 'x', number: 1, of: 2, base: '/', locales: ['vi-vn'], hosting: 'none', redirects: 0, search: true, pages: 1, families: 1, files: 1 };
const part = (facts: Partial<PartFacts>, name = `shards/${facts.number ?? 1}`): PartFolder => ({ folder: `/${name}`, name, facts: { ...FACTS, ...facts } });

describe('refuses what is not the parts of one site', () => {
  test.each<[string, PartFolder[], RegExp]>([
    ['nothing', [], /no part to merge/],
    ['another version', [part({}), part({ number: 2, generator: '1.0.1' })], /shards\/1 and shards\/2 are not parts of one site: they were built by the versions 1\.0\.0 and 1\.0\.1/],
    ['another copy', [part({}), part({ number: 2, code: 'd' })], /different copies of Interlinear/],
    ['other settings', [part({}), part({ number: 2, settings: 't' })], /their settings differ/],
    ['other content', [part({}), part({ number: 2, content: 'y' })], /their content differs/],
    ['another number of parts', [part({}), part({ number: 2, of: 3 })], /one is of 2 parts, the other of 3/],
    ['a missing part', [part({ number: 2 })], /Part 1 of 2 is missing/],
    ['missing parts', [part({ number: 2, of: 4 })], /The parts 1, 3, 4 of 4 are missing/],
    ['a doubled part', [part({}), part({}, 'copy'), part({ number: 2 })], /Part 1 of 2 is there twice: shards\/1 and copy/],
  ])('%s', (_, parts, message) => {
    expect(() => orderParts(parts)).toThrow(message);
  });

  test('in any order they are taken', () => {
    expect(orderParts([part({ number: 2 }), part({})]).map(({ facts }) => facts.number)).toEqual([1, 2]);
  });

  test.each([['{}'], ['{'], [partText(FACTS).replace('"format": 1', '"format": 2')]])('a part that says %s', (text) => {
    expect(() => parsePart(text, 'shards/1/shard.json')).toThrow(/shards\/1\/shard\.json does not say what part/);
  });

  test('what a part says of itself can be read again', () => {
    expect(parsePart(partText(FACTS), 'x')).toEqual(FACTS);
  });
});

describe('files', () => {
  const folders = { '/shards/1/site/index.html': 'root', '/shards/1/site/assets/a.png': 'A', '/shards/2/site/assets/a.png': 'A', '/shards/2/site/vi-vn/b/index.html': 'B' };
  test('of all parts, each once', () => {
    const host = memoryHost(folders);
    const written = joinParts(host, [part({ files: 2 }), part({ number: 2, files: 2 })], '/out');
    expect([...host.written.keys()].sort()).toEqual(['/out/assets/a.png', '/out/index.html', '/out/vi-vn/b/index.html']);
    expect(written.map(({ path }) => path).sort()).toEqual(['assets/a.png', 'index.html', 'vi-vn/b/index.html']);
  });

  test('that differ are refused, and so is a part that lost some', () => {
    const parts = [part({ files: 2 }), part({ number: 2, files: 2 })];
    expect(() => joinParts(memoryHost({ ...folders, '/shards/2/site/assets/a.png': 'other' }), parts, '/out')).toThrow(/assets\/a\.png differs in shards\/1 and shards\/2/);
    expect(() => joinParts(memoryHost(folders), [part({ files: 2 }), part({ number: 2, files: 3 })], '/out')).toThrow(/shards\/2 has 2 of its 3 files/);
  });
});

test('every family is in one part, whatever the number of parts', () => {
  const paths = Array.from({ length: 500 }, (_, index) => `guides/${index}.md`);
  for (const of of [1, 2, 3, 7]) {
    const parts = Array.from({ length: of }, (_, index) => pathsOfPart(paths, { number: index + 1, of }));
    expect(parts.flat().sort()).toEqual(paths.toSorted());
    for (const own of parts) expect(own.length).toBeGreaterThan(500 / of / 2);
  }
});

test('search records come in the order of one machine', async () => {
  async function* recordsOf(paths: readonly string[]): AsyncGenerator<FamilyRecords> {
    for (const path of paths) yield [path, [{ locale: 'vi-vn', part: 0, slug: path, language: 'vi', title: '', section: '', text: '' }]];
  }
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 4 }), async (paths, of) => {
    const sorted = paths.toSorted(compareText);
    const parts = Array.from({ length: of }, (_, index) => recordsOf(pathsOfPart(sorted, { number: index + 1, of })));
    const merged: string[] = [];
    for await (const records of mergeRecords(parts)) merged.push(...records.map(({ slug }) => slug));
    expect(merged).toEqual(sorted);
  }), { numRuns: 50 });
});

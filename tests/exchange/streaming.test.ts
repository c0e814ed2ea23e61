import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCHANGE_FORMATS, unitReader } from '../../src/exchange/formats.ts';
import type { ReturnedUnit } from '../../src/model/exchange.ts';
import { file, unit } from './unit.ts';

const FILES = [
  file([unit('Mail', 'E-Mail', { id: 'title', kind: 'plain' }), unit('A "quoted", text; a\ttab', 'Ein „Zitat“, "x"; ü 日本 👩‍💻\u200F'), unit('a\nb', 'c\r\nd\re\n', { id: '103' })]),
  file([unit('**R&amp;D** <b>x</b>', '**F&amp;E** <b>x</b> &lt;', { state: 'final' }), unit("=1 'a'", '@1 ""', { id: '103', notes: [{ category: 'qa', text: 'one\n\ntwo', priority: 1 }] })], 'a b/ü.md'),
];

function unitsOf(extension: string, pieces: Iterable<string>): ReturnedUnit[] {
  const units: ReturnedUnit[] = [];
  const reader = unitReader(`x.${extension}`, (returned) => units.push(returned));
  for (const piece of pieces) reader.write(piece);
  reader.close();
  return units;
}

function* inPieces(text: string, sizes: readonly number[]): Generator<string> {
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield text.slice(at, at + size);
    at += size;
  }
}

describe.each(EXCHANGE_FORMATS)('$name', ({ write, extension }) => {
  const text = [...write(FILES, '1')].join('');

  test('is read alike in pieces of any size', () => {
    const whole = unitsOf(extension, [text]);
    expect(whole).toHaveLength(5);
    expect(unitsOf(extension, inPieces(text, [1]))).toEqual(whole);
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 9 }), (sizes) => {
      expect(unitsOf(extension, inPieces(text, sizes))).toEqual(whole);
    }), { numRuns: 60 });
  });

  test('is read alike with other line ends', () => {
    const whole = unitsOf(extension, [text]);
    const carried = ({ path, id, targetHash }: ReturnedUnit) => [path, id, targetHash];
    for (const end of ['\r\n', '\n']) expect(unitsOf(extension, inPieces(text.replace(/\r?\n/g, end), [5])).map(carried)).toEqual(whole.map(carried));
  });
});

/** Longer than the parser is given at a time. */
const MANY = Array.from({ length: 40 }, (_, number) => file(Array.from({ length: 20 }, (_unused, at) => unit(`Source ${number} ${at} ${'word '.repeat(40)}`, `Ziel ${number} ${at}`, { id: String(102 + at), state: at % 2 === 0 ? 'final' : 'translated' })), `article-${number}.md`));

test.each(['csv', 'po'])('%s: entries on the border of two pieces keep all that belongs to them', (extension) => {
  const text = [...(EXCHANGE_FORMATS.find(({ name }) => name === extension)?.write(MANY, '1') ?? [])].join('');
  const units = unitsOf(extension, inPieces(text, [1000]));
  expect(units.map(({ path, id, state, sourceHash }) => [path, id, state, sourceHash])).toEqual(MANY.flatMap(({ path, units: sent }) => sent.map(({ id, state, sourceHash }) => [path, id, state, sourceHash])));
});

test('po: entries need no blank line between them, and those laid aside are none', () => {
  const text = [...(EXCHANGE_FORMATS.find(({ name }) => name === 'po')?.write(MANY, '1') ?? [])].join('');
  expect(unitsOf('po', inPieces(text.replace(/\n\n(?=#)/g, '\n'), [1000]))).toEqual(unitsOf('po', [text]));
  const aside = text.replace(/\n\n/g, '\n\n#~ msgctxt "x#1"\n#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n\n');
  expect(unitsOf('po', inPieces(aside, [1000])).filter(({ path }) => path !== 'x')).toEqual(unitsOf('po', [text]));
});

test.each([
  ['csv', 'path,unit,target\na.md,102,b\na.md,103,"', 'A row is longer'],
  ['jsonl', '{"path":"a.md","unit":"102","target":"', 'A line is longer'],
  ['html', '<table data-path="a.md"><tr data-unit="102"><td>a</td><td>', 'A row is longer'],
  ['po', 'msgid ""\nmsgstr "X-Interlinear-Locale: de-de\\n"\n\nmsgctxt "a.md#102"\nmsgid "', 'A line is longer'],
])('%s: an entry without an end is refused and not collected', (extension, start, message) => {
  const reader = unitReader(`x.${extension}`, () => {});
  reader.write(start);
  const flood = 'x '.repeat(50_000);
  let written = 0;
  expect(() => {
    for (; written < 100; written++) reader.write(flood);
  }).toThrow(message);
  expect(written).toBeLessThan(80);
});

test('html: a flood of elements is refused', () => {
  const reader = unitReader('x.html', () => {});
  expect(() => {
    for (let piece = 0; piece < 100; piece++) reader.write('<b>'.repeat(1000));
  }).toThrow('nested too deeply');
});

test.each([
  ['csv', 'path,unit,target\na.md,102,b\n\n;\na.md,103\n', /3 columns, this row 1 cells|3 columns, this row 2 cells/, 4],
  ['csv', 'path,unit\na.md,102\n', /no column "target"/, 1],
  ['csv', '', /no column "path", "unit", "target"/, 1],
  ['csv', 'path,unit,target\na.md,102,"b\n', /unterminated/, 2],
  ['jsonl', '{"path":"a.md","unit":"102"}\n\nno\n', /not JSON/, 3],
  ['po', 'msgid ""\nmsgstr ""\n\nmsgctxt "a.md#102"\nmsgid "a\nb"\nmsgstr ""\n', /not a gettext catalogue: End-of-line within string/, 6],
  ['po', 'Dear reader', /not a gettext catalogue/, undefined],
])('%s: what is broken is said with its line', (extension, text, message, line) => {
  let caught: unknown;
  try {
    unitsOf(extension, inPieces(text, [3]));
  } catch (error) {
    caught = error;
  }
  expect(caught).toMatchObject({ message: expect.stringMatching(message) as string, ...(line !== undefined && { line }) });
});

test.each(EXCHANGE_FORMATS)('$name: units are taken as they arrive, and no more than a piece waits', ({ write, extension }) => {
  const text = [...write(MANY, '1')].join('');
  let taken = 0;
  let most = 0;
  const reader = unitReader(`x.${extension}`, () => { taken += 1; });
  for (let at = 0; at < text.length; at += 1000) {
    reader.write(text.slice(at, at + 1000));
    // Units are of about one length, so that their number says how much of the text was read.
    most = Math.max(most, Math.min(at + 1000, text.length) - (taken / 800) * text.length);
  }
  reader.close();
  expect(taken).toBe(800);
  expect(text.length).toBeGreaterThan(200_000);
  expect(most).toBeLessThan(80_000);
});

test.each(EXCHANGE_FORMATS)('$name: articles are written as they come', ({ write }) => {
  let asked = 0;
  let ahead = 0;
  const pieces = write((function* () {
    for (const each of MANY) {
      asked += 1;
      yield each;
    }
  })(), '1');
  let shown = 0;
  for (const piece of pieces) {
    const last = /article-(\d+)\.md/g;
    for (const [, number] of piece.matchAll(last)) shown = Math.max(shown, Number(number) + 1);
    ahead = Math.max(ahead, asked - shown);
  }
  expect(shown).toBe(40);
  expect(ahead).toBeLessThan(3);
});

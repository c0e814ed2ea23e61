import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCHANGE_FORMATS, unitReader } from '../../src/exchange/formats.ts';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { compileSkeleton } from '../../src/markdown/compile-skeleton.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { Article } from '../../src/model/article.ts';
import type { ReturnedPiece, ReturnedUnit } from '../../src/model/exchange.ts';
import type { Family, Translation } from '../../src/model/family.ts';
import type { SegmentReview } from '../../src/model/review.ts';
import { exchangeFile } from '../../src/project/exchange-units.ts';
import type { ImportOptions } from '../../src/project/import-outcome.ts';
import { importUnits } from '../../src/project/import-units.ts';
import { contentHash } from '../../src/text/content-hash.ts';
import { pair } from '../cli/run-tool.ts';

const OPTIONS: ImportOptions = { trustStates: false, acceptSource: false, inlineText, skeleton: compileSkeleton };
const GERMAN = { id: 'de-de', tag: 'de-DE', dir: 'ltr', script: 'Latn', label: 'Deutsch', folder: 'de-de' } as const;
const ENGLISH = { id: 'en-us', tag: 'en-US', dir: 'ltr', script: 'Latn', label: 'English', folder: 'en-us' } as const;

const TEXT = `---
title: "Hallo"
description: Kurz & gut
---
# ${pair('Hallo', 'Hello', 101)}

${pair('Wähle **Datei** in [Hilfe](/a "Zur Hilfe").', 'Choose **File** in [help](/a "To the help").', 102)} ${pair('Zwei.', 'Two.', 103)}

| a | ${pair('Zelle', 'Cell', 104)} |
|---|---|
| b | ${pair('`x`', '`x`', 105)} |

![Ein Bild](../media/one.png)

![](../media/two.png)
`;
const SOURCE = `---
title: Hello
description: Short & good
---
# Hello

Choose **File** in [help](/a "To the help"). Two.

| a | Cell |
|---|---|
| b | \`x\` |

![A picture](../media/one.png)

![](../media/two.png)
`;

function read(text = TEXT, locale = 'de-de'): Article {
  return ingest({ locale, path: 'a.md', file: `${locale}/a.md`, text });
}

function unit(id: string, target: string | undefined, more: Partial<ReturnedUnit> = {}): ReturnedUnit {
  return { path: 'a.md', locale: 'de-de', id, target: target === undefined ? undefined : { kind: 'raw', text: target }, source: undefined, sourceHash: undefined, targetHash: undefined, state: undefined, ...more };
}

function imported(units: readonly ReturnedUnit[], options: Partial<ImportOptions> = {}, reviews: readonly SegmentReview[] = []): ReturnType<typeof importUnits> {
  return importUnits(read(), units, new Map(reviews.map((review) => [review.ordinal, review])), { ...OPTIONS, ...options });
}

/** What is exported of the article, as the reader of a format gives it back. */
function exported(name: string, text = TEXT): ReturnedUnit[] {
  const article = read(text);
  const translation: Translation = { locale: 'de-de', article, handOff: handOff(article), joined: [], version: 0, changes: [] };
  const family: Family = { path: 'a.md', versions: [], translations: [translation], sourceArticle: read(SOURCE, 'en-us'), rebuiltFrom: undefined, metadataOnly: [], mismatches: [], missing: [] };
  const file = exchangeFile(family, translation, { locale: GERMAN, sourceLocale: ENGLISH, inlineText, skeleton: compileSkeleton, reviews: new Map(), findings: [], terms: [], only: undefined });
  const format = EXCHANGE_FORMATS.find((candidate) => candidate.name === name);
  const units: ReturnedUnit[] = [];
  const reader = unitReader(`x.${format?.extension ?? ''}`, (returned) => units.push(returned));
  for (const piece of format?.write([file], '1') ?? []) reader.write(piece);
  reader.close();
  return units;
}

test('the texts outside the bitext are exported with their sources', () => {
  expect(exported('jsonl').map(({ id, source, target }) => [id, source, target].map((side) => (typeof side === 'object' && side.kind === 'raw' ? side.text : side)))).toEqual([
    ['title', 'Hello', 'Hallo'],
    ['description', 'Short & good', 'Kurz & gut'],
    ['alt-1', 'A picture', 'Ein Bild'],
    ['101', 'Hello', 'Hallo'],
    ['102', 'Choose **File** in [help](/a "To the help").', 'Wähle **Datei** in [Hilfe](/a "Zur Hilfe").'],
    ['102.t1', 'To the help', 'Zur Hilfe'],
    ['103', 'Two.', 'Zwei.'],
    ['104', 'Cell', 'Zelle'],
    ['105', '`x`', '`x`'],
  ]);
});

test.each(EXCHANGE_FORMATS.map(({ name }) => name))('%s without an edit changes nothing', (name) => {
  const { text, outcomes, reviews } = imported(exported(name));
  expect(text).toBe(TEXT);
  expect(reviews).toEqual([]);
  // What is the same in both languages is no missing translation.
  const wanted = name === 'xliff-1.2-kit' ? ['105'] : outcomes.map(({ id }) => id);
  expect(outcomes.filter(({ kind }) => kind === 'unchanged').map(({ id }) => id)).toEqual(wanted);
  expect(outcomes.filter(({ kind }) => kind !== 'unchanged' && kind !== 'untranslated')).toEqual([]);
});

test.each([
  ['title', 'Neu: "x"', 'title: "Neu: \\"x\\""'],
  ['title', 'yes', 'title: "yes"'],
  ['description', 'Neu & kurz', 'description: Neu & kurz'],
  ['description', 'a: b # c', 'description: "a: b # c"'],
  ['description', '12', 'description: "12"'],
  ['alt-1', 'Neues Bild', '![Neues Bild](../media/one.png)'],
  ['alt-1', 'a ] | *b*', '![a \\] \\| \\*b\\*](../media/one.png)'],
  ['102', 'Öffne **Datei** in [Hilfe](/a "Zur Hilfe").', '>Öffne **Datei** in [Hilfe](/a "Zur Hilfe").<'],
  ['102.t1', 'Zum "Anfang"', '>Wähle **Datei** in [Hilfe](/a "Zum \\"Anfang\\"").<'],
  ['104', 'a | b', '>a \\| b<'],
  ['103', '1. x', '>1. x<'],
])('%s := %s', (id, target, written) => {
  const { text, outcomes } = imported([unit(id, target)]);
  expect(outcomes).toMatchObject([{ id, kind: 'changed' }]);
  expect(text).toContain(written);
  expect(withoutLine(text, written)).toEqual(withoutLine(TEXT, id === '102.t1' ? 'Zur Hilfe' : original(id)));
});

describe('a title that is written as a pair', () => {
  const text = `---\ntitle: "${pair('Hallo', 'Hello', 101).replaceAll('"', '\\"')}"\nuid: x\n---\n${pair('Eins.', 'One.', 102)}\n`;

  test('has the source of the pair', () => {
    expect(exported('jsonl', text)[0]).toMatchObject({ id: 'title', source: { text: 'Hello' }, target: { text: 'Hallo' } });
  });

  test('keeps its pair', () => {
    const edited = importUnits(read(text), [unit('title', 'Neu: "x"')], new Map(), OPTIONS);
    expect(edited.text).toBe(text.replace('>Hallo<', '>Neu: \\"x\\"<'));
  });

  test('takes no other pair', () => {
    const hostile = importUnits(read(text), [unit('title', pair('a', 'b', 103))], new Map(), OPTIONS);
    expect([hostile.text, hostile.outcomes]).toMatchObject([text, [{ kind: 'refused' }]]);
  });
});

describe('a block of HTML, where no Markdown is read', () => {
  const html = (target: string, source: string): string => `---\ntitle: Hallo\n---\n# ${pair('Hallo', 'Hello', 101)}\n\n<table>\n<tr><td>${pair(target, source, 102)}</td></tr>\n</table>\n`;
  const coded = (raw: string): ReturnedPiece[] => {
    const [side] = exported('xliff-2.1', html(raw, raw)).filter(({ id }) => id === '102');
    return side?.target?.kind === 'coded' ? [...side.target.pieces] : [];
  };

  test.each([
    ['marks of Markdown are text', '*a* `b` [c](d)', ['*a* `b` [c](d)']],
    ['tags are codes', '<b>a</b>', [{ kind: 'start', id: '1' }, 'a', { kind: 'end', id: '1' }]],
    ['a reference is a code', 'a &amp; b', ['a ', { kind: 'place', id: '1' }, ' b']],
    ['a backslash is none', 'a \\* b', ['a \\* b']],
  ])('%s', (_, raw, pieces) => {
    expect(coded(raw)).toEqual(pieces);
  });

  test.each(EXCHANGE_FORMATS.map(({ name }) => name))('%s without an edit changes nothing', (name) => {
    const text = html('*a* `b` [c](d) <b>e</b> &amp; \\* f', '*1* `2` [3](4) <b>5</b> &amp; \\* 6');
    const { text: after, outcomes } = importUnits(read(text), exported(name, text), new Map(), OPTIONS);
    expect(after).toBe(text);
    expect(outcomes.filter(({ kind }) => kind !== 'unchanged' && kind !== 'untranslated')).toEqual([]);
  });

  test.each([
    ['Öl', 'a * b *c*', 'a * b *c*'],
    ['Öl', '`a` [b](c)', '`a` [b](c)'],
    ['Öl', 'a <b> c', 'a &lt;b> c'],
    ['Öl', 'R&amp;D', 'R&amp;amp;D'],
    ['Öl', 'R&D', 'R&D'],
    ['Öl', 'C:\\', 'C:&#92;'],
    ['Öl', '1. x', '1. x'],
  ])('%s := %s from a tool that knows codes', (target, typed, written) => {
    const text = html(target, 'Oil');
    const { text: after, outcomes } = importUnits(read(text), [unit('102', undefined, { target: { kind: 'coded', pieces: [typed] } })], new Map(), OPTIONS);
    expect(outcomes).toMatchObject([{ kind: 'changed' }]);
    expect(after).toBe(html(written, 'Oil'));
  });

  test.each([
    ['keeps tags and references', '<b>Öl</b> &amp; Gas', '<b>Erdöl</b> &amp; Gas', { kind: 'changed', after: '<b>Erdöl</b> &amp; Gas' }],
    ['marks of Markdown may come and go', 'Öl', '*Öl* `x`', { kind: 'changed', after: '*Öl* `x`' }],
    ['a lost tag', '<b>Öl</b>', 'Öl', { kind: 'refused', reason: 'lost-code' }],
    ['another tag', 'Öl', '<script>x</script>', { kind: 'refused', reason: 'new-code' }],
  ])('HTML as text: %s', (_, target, typed, outcome) => {
    const text = html(target, target.replace('Öl', 'Oil'));
    expect(importUnits(read(text), [unit('102', typed)], new Map(), OPTIONS).outcomes).toMatchObject([outcome]);
  });
});

test('a segment and the title of its link can change together', () => {
  const { text, outcomes } = imported([unit('102', 'In [Hilfe](/a "Zur Hilfe") **Datei** wählen.'), unit('102.t1', 'Neu')]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  expect(text).toContain('>In [Hilfe](/a "Neu") **Datei** wählen.<');
});

test.each([
  ['refused: unknown segment', unit('999', 'x'), { kind: 'refused', reason: 'unknown-unit' }],
  ['refused: unknown image', unit('alt-2', 'x'), { kind: 'refused', reason: 'unknown-unit' }],
  ['refused: unknown title', unit('103.t1', 'x'), { kind: 'refused', reason: 'unknown-unit' }],
  ['refused: key that is no unit', unit('ms.date', 'x'), { kind: 'refused', reason: 'unknown-unit' }],
  ['refused: name of an object', unit('constructor', 'x'), { kind: 'refused', reason: 'unknown-unit' }],
  ['refused: nothing', unit('103', undefined), { kind: 'refused', reason: 'no-target' }],
  ['refused: blank', unit('103', '  '), { kind: 'refused', reason: 'empty' }],
  ['refused: blank title', unit('title', ' '), { kind: 'refused', reason: 'empty' }],
  ['refused: lost link', unit('102', 'Wähle **Datei**.'), { kind: 'refused', reason: 'lost-code', detail: '](/a "Zur Hilfe")' }],
  ['refused: script', unit('103', '<script>alert(1)</script>'), { kind: 'refused', reason: 'new-code' }],
  ['conflict: other target', unit('103', 'Neu.', { targetHash: contentHash('Alt.') }), { kind: 'conflict', before: 'Zwei.', after: 'Neu.' }],
  ['conflict: other source', unit('103', 'Neu.', { sourceHash: contentHash('Old.') }), { kind: 'conflict' }],
  ['conflict: other title', unit('title', 'Neu', { targetHash: contentHash('Alt') }), { kind: 'conflict' }],
  ['conflict: other title of a link', unit('102.t1', 'Neu', { targetHash: contentHash('Alt') }), { kind: 'conflict' }],
  ['untouched by the client, the file went on', unit('103', 'Alt.', { targetHash: contentHash('Alt.') }), { kind: 'unchanged' }],
  ['already there', unit('103', 'Zwei.', { targetHash: contentHash('Alt.') }), { kind: 'unchanged' }],
  ['source came back', unit('103', 'Two.'), { kind: 'untranslated' }],
  ['source of a title came back', unit('title', 'Hello', { source: { kind: 'raw', text: 'Hello' } }), { kind: 'untranslated' }],
  ['source of a link title came back', unit('102.t1', 'To the help'), { kind: 'untranslated' }],
  ['white space of a tool', unit('title', '\n    Hallo\n'), { kind: 'unchanged', note: 'white-space' }],
])('%s', (_, returned, outcome) => {
  const { text, outcomes, reviews } = imported([returned]);
  expect(outcomes).toMatchObject([outcome]);
  expect(text).toBe(TEXT);
  expect(reviews).toEqual([]);
});

test('the same unit twice: the first is taken, the second is a conflict', () => {
  const { text, outcomes } = imported([unit('103', 'Eins.'), unit('103', 'Anders.')]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'conflict']);
  expect(text).toContain('>Eins.<');
});

test('acceptSource takes the source for a translation', () => {
  expect(imported([unit('103', 'Two.')], { acceptSource: true }).text).toContain('103">Two.</span>');
});

test('a changed text is edited, and keeps its comments but not what was said of the old one', () => {
  const comments = [{ text: 'Really?' }];
  const old: SegmentReview = { ordinal: '103', source: contentHash('Two.'), target: contentHash('Zwei.'), state: 'final', provenance: 'MT', rejection: { category: 'style', severity: 'minor', note: '' }, comments };
  const { reviews } = imported([unit('103', 'Neu.', { state: 'final' })], { now: '2026-01-02T03:04:05Z' }, [old]);
  expect(reviews).toEqual([{ ordinal: '103', source: contentHash('Two.'), target: contentHash('Neu.'), state: 'translated', provenance: 'edited', comments, at: '2026-01-02T03:04:05Z' }]);
});

test.each([
  ['unchanged text', unit('103', 'Zwei.', { state: 'final' }), [['103', 'final']]],
  ['changed text', unit('103', 'Neu.', { state: 'reviewed' }), [['103', 'reviewed']]],
  ['no acceptance', unit('103', 'Zwei.', { state: 'translated' }), []],
  ['conflict', unit('103', 'Neu.', { state: 'final', targetHash: contentHash('Alt.') }), []],
  ['accepted for another text', unit('103', 'Zwei.', { state: 'final', sourceHash: contentHash('Old.') }), []],
  ['refused', unit('102', 'x', { state: 'final' }), []],
])('trusted states: %s', (_, returned, states) => {
  expect(imported([returned], { trustStates: true }).reviews.map(({ ordinal, state }) => [ordinal, state])).toEqual(states);
  expect(imported([returned]).reviews.filter(({ state }) => state !== 'translated')).toEqual([]);
});

test('random edits through XLIFF change only their targets', () => {
  const formats = EXCHANGE_FORMATS.filter(({ name }) => /^xliff-(?:2|1\.2$)/.test(name)).map(({ name }) => exported(name));
  const hostile = fc.array(fc.constantFrom('*', '**', '_', '`', '[l](u)', '<b>', '</span>', '<span data-ttu-id="0a1b2-1">', '\\', '&amp;', '&', '\u200F', '👩‍💻', '\n', '\\\n', '|', '1. ', '# ', '- ', '```', '~~~', '<!--', '$', '{', 'x', ' '), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  const segments = ['101', '102', '103', '104', '105'];
  const before = read();
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.uniqueArray(fc.constantFrom(...segments), { minLength: 1 }), hostile, fc.boolean(), (units, ids, typed, first) => {
      const edited = units.map((returned) => (ids.includes(returned.id) && returned.target?.kind === 'coded' ? { ...returned, target: { kind: 'coded' as const, pieces: first ? [typed, ...returned.target.pieces] : [...returned.target.pieces, typed] } } : returned));
      const { text, outcomes } = imported(edited);
      const after = read(text);
      expect(after.skeleton).toBe(before.skeleton);
      expect(after.segments.map(({ ordinal, source }) => [ordinal, source])).toEqual(before.segments.map(({ ordinal, source }) => [ordinal, source]));
      const changed = new Set(outcomes.filter(({ kind }) => kind === 'changed').map(({ id }) => id));
      taken += changed.size;
      expect([...changed].filter((id) => !ids.includes(id))).toEqual([]);
      for (const { ordinal, index, target } of after.segments) if (!changed.has(ordinal)) expect(target).toBe(before.segments[index]?.target);
      expect(outside(text)).toEqual(outside(TEXT));
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(200);
});

/** The file without its targets. */
function outside(text: string): string[] {
  const { segments } = read(text);
  return segments.map(({ targetRange: { start } }, index) => text.slice(segments[index - 1]?.targetRange.end ?? 0, start)).concat(text.slice(segments.at(-1)?.targetRange.end));
}

function withoutLine(text: string, part: string): string[] {
  const lines = text.split('\n');
  expect(lines.filter((line) => line.includes(part))).toHaveLength(1);
  return lines.filter((line) => !line.includes(part));
}

function original(id: string): string {
  return { title: 'title:', description: 'description:', 'alt-1': 'Ein Bild', '102': 'Wähle', '103': 'Zwei.', '104': 'Zelle' }[id] ?? '';
}

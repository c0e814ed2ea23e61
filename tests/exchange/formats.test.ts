import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCHANGE_FORMATS, unitReader, type ExchangeFormat } from '../../src/exchange/formats.ts';
import { rebuildTarget } from '../../src/exchange/rebuild-target.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { ExchangeFile, ReturnedUnit } from '../../src/model/exchange.ts';
import { file, unit } from './unit.ts';

const KIT = 'xliff-1.2-kit';

/** Texts that some format or parser handles specially. */
const HOSTILE: readonly (readonly [source: string, target: string])[] = [
  ['Choose **File** \\> **Options**.', 'Wählen Sie **Datei** \\> **Optionen**.'],
  ['See the [Security &amp; Compliance Center](https://example.com/a?b=1&c=2 "Title").', 'Siehe [Security &amp; Compliance Center](https://example.com/a?b=1&c=2 "Titel")an.'],
  ['Run `get-thing -All`.', '`get-thing -All` ausführen.'],
  ['![Refresh](/media/refresh.png) **Refresh**', '![Aktualisieren](/media/refresh.png) **Aktualisieren**'],
  ['at <https://example.com/>.', 'unter <https://example.com/>.'],
  ['<b>bold</b> and <app> and <br/>', '<b>fett</b> und <app> und <br/>'],
  ['[](https://example.com) empty', 'leer [](https://example.com)'],
  ['=1+1', '=1+1'],
  ["'=cmd", "''=cmd"],
  ['@name', '-name'],
  ['a\nb', 'c\n   d'],
  ['tab\there', 'cr\rlf\r\n'],
  ['quotes "x" \'y\' ]]> &amp; & < >', 'quotes „x“ ]]> &amp; & < >'],
  ['control \u0001 \uFFFE', 'control \u0001 \uFFFE \uD800 half'],
  ['ends in a backslash\\', 'endet so\\'],
  ['emoji 👩‍💻', 'עברית \u200Fو 中文 👩‍💻'],
  ['**a *b* c**', '***a** b* c'],
  ['same code `x` and `x`', '`x` und `x`'],
  ['', ''],
  [' blank ends ', ' Enden '],
];

describe.each(EXCHANGE_FORMATS.filter(({ name }) => name !== KIT))('$name', (format) => {
  test('gives every text back byte for byte when nobody touched it', () => {
    for (const [source, target] of HOSTILE) {
      // A catalogue's entry is named by its source, and an empty one is its header.
      if (target === '') continue;
      const sent = unit(source, target);
      const [back] = roundTrip(format, file([sent]));
      expect(back && rebuildTarget(sent, back, { inlineText }), JSON.stringify(target)).toEqual({ kind: 'unchanged' });
      expect(back).toMatchObject({ path: 'guides/mail.md', id: '102' });
    }
  });

  test('gives any text back', () => {
    fc.assert(
      fc.property(markdown(), markdown(), (source, target) => {
        fc.pre(target.trim() !== '' && source !== '');
        const sent = unit(source, target);
        const [back] = roundTrip(format, file([sent]));
        expect(back && rebuildTarget(sent, back, { inlineText })).toEqual({ kind: 'unchanged' });
      }),
      { numRuns: 150 },
    );
  });

  test('keeps state, hashes and order of many units and articles', () => {
    const files = [file([unit('A', 'B', { id: 'title', kind: 'plain' }), unit('C', 'D', { state: 'reviewed' }), unit('E', 'F', { id: 'p104', state: 'final' })]), file([unit('G', 'H')], 'a b/ü.md')];
    const back = roundTrip(format, ...files);
    expect(back.map(({ path, id }) => [path, id])).toEqual([['guides/mail.md', 'title'], ['guides/mail.md', '102'], ['guides/mail.md', 'p104'], ['a b/ü.md', '102']]);
    expect(back.map(({ state }) => state)).toEqual(['translated', 'reviewed', 'final', 'translated']);
    expect(back.map(({ sourceHash, targetHash }) => [sourceHash, targetHash])).toEqual(files.flatMap(({ units }) => units.map((each) => [each.sourceHash, each.targetHash])));
  });

  test('writes the same bytes again', () => {
    const files = [file(HOSTILE.map(([source, target], at) => unit(source, target, { id: String(at), notes: [{ category: 'qa', text: 'a < b & "c"\u0001', priority: 1, itsType: 'markup' }] })))];
    expect([...format.write(files, '1')].join('')).toBe([...format.write(files, '1')].join(''));
  });

  test('refuses a unit that occurs twice', () => {
    // A gettext parser joins such entries, or says so itself.
    if (format.name === 'po') return;
    expect(() => roundTrip(format, file([unit('A', 'B'), unit('C', 'D')]))).toThrow(/occurs twice/);
  });
});

test('a kit that comes back untouched overwrites nothing', () => {
  const format = EXCHANGE_FORMATS.find(({ name }) => name === KIT);
  for (const [source, target] of HOSTILE) {
    if (!format || source === target || target === '') continue;
    const sent = unit(source, target);
    const [back] = roundTrip(format, file([sent]));
    expect(back && rebuildTarget(sent, back, { inlineText }).kind, JSON.stringify(target)).toBe('untranslated');
  }
});

test.each([
  ['x.xlf', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1" version="1.1"><file/></xliff>', /It is no XLIFF 1\.2, 2\.0 or 2\.1/],
  ['x.xlf', '<!DOCTYPE xliff [<!ENTITY a "aaaa">]><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', /document type/],
  ['x.tmx', '<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx version="1.4"/>', /document type/],
  ['x.xlf', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"></xliff>', /no segment/],
  ['x.xlf', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"><file>', /not well-formed/],
  ['x.xlf', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0">&bomb;</xliff>', /not well-formed/],
  ['x.tmx', '<html/>', /It is no TMX/],
  ['x.csv', 'a,b\n1,2\n', /no column "path", "unit", "target"/],
  ['x.csv', '', /no column/],
  ['x.jsonl', '{"path":"a"}\n', /"unit" is missing/],
  ['x.jsonl', '{', /not JSON/],
  ['x.html', '<p>hello</p>', /no table/],
  ['x.po', 'nonsense', /catalogue|no segment/],
  ['x.docx', '', /No format has the ending "docx"/],
])('%s with %s is refused', (name, text, reason) => {
  expect(() => {
    const reader = unitReader(name, () => {});
    reader.write(text);
    reader.close();
  }).toThrow(reason);
});

test('a spreadsheet takes no cell for a formula', () => {
  const csv = [...(EXCHANGE_FORMATS.find(({ name }) => name === 'csv')?.write([file([unit('=1+1', '@SUM(A1)'), unit('+1', '-1', { id: '103' })])], '1') ?? [])].join('');
  expect(csv).toContain("'=1+1,'@SUM(A1)");
  expect(csv).toContain("'+1,'-1");
});

function roundTrip(format: ExchangeFormat, ...files: ExchangeFile[]): ReturnedUnit[] {
  const units: ReturnedUnit[] = [];
  const reader = unitReader(`x.${format.extension}`, (returned) => units.push(returned));
  const text = [...format.write(files, '1')].join('');
  for (let at = 0; at < text.length; at += 7) reader.write(text.slice(at, at + 7));
  reader.close();
  return units;
}

function markdown(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom('**', '*', '`', '[', '](', ')', '![', '\\', '&amp;', '&', '<', '>', '<b>', '</b>', '~~', '_', ' ', '\n', '\r\n', '"', "'", '=', '|', '#', '1. '), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 }));
  return fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { runChecks, runSegmentChecks, selectChecks } from '../../src/checks/run-checks.ts';
import { isSigned, signReader } from '../../src/checks/shared/signs.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import type { SegmentInput } from '../../src/checks/define-check.ts';
import type { Locale } from '../../src/model/locale.ts';
import { expandPairs } from './expand-pairs.ts';

const read = (signs: Parameters<typeof signReader>[0], source: string, target: string): boolean[] => {
  const bits = signReader(signs).read(source, target);
  return signs.map((_, place) => isSigned(bits, place));
};

test('a check is left out when no sign is in the side that it looks at', () => {
  const signs = [{ in: 'source', of: '0-9' }, { in: 'target', of: '*_' }, { in: 'either', of: '٠-٩' }, undefined] as const;
  expect(read(signs, 'a 1', 'b')).toEqual([true, false, false, true]);
  expect(read(signs, 'a *', 'b 1')).toEqual([false, false, false, true]);
  expect(read(signs, 'a', '_')).toEqual([false, true, false, true]);
  expect(read(signs, '٣', '')).toEqual([false, false, true, true]);
  expect(read(signs, '', '٩')).toEqual([false, false, true, true]);
});

test('a character reference may be a sign of anything', () => {
  const signs = [{ in: 'source', of: '0' }, { in: 'target', of: '>' }, { in: 'either', of: '`' }] as const;
  expect(read(signs, '&#x30;', '')).toEqual([true, false, true]);
  expect(read(signs, '', '&gt;')).toEqual([false, true, true]);
});

test('behind the first 31 every check runs', () => {
  expect(read(Array.from({ length: 40 }, () => ({ in: 'source', of: 'x' }) as const), 'y', '').indexOf(true)).toBe(31);
});

const LOCALES: readonly Locale[] = [
  { tag: 'de-DE', id: 'de-de', dir: 'ltr', script: 'Latn', label: '', folder: 'de-de' },
  { tag: 'ar-SA', id: 'ar-sa', dir: 'rtl', script: 'Arab', label: '', folder: 'ar-sa' },
  { tag: 'ja-JP', id: 'ja-jp', dir: 'ltr', script: 'Jpan', label: '', folder: 'ja-jp' },
];
const SOURCE: Locale = { tag: 'en-US', id: 'en-us', dir: 'ltr', script: 'Latn', label: '', folder: 'en-us' };

/** Pieces of which checks make their findings, in an order that no text has. */
const PIECES = ['Open ', 'Office ', '**', '*', '_', '`', '[', '](', 'a.md)', '<br>', '<b>', '\\*', '&gt;', '&#42;', '&amp;', ' > ', '365', '٣٦٥', 'Get-Item', '{name}', 'a_b', 'https://example.com/x', 'www.example.com', '<https://example.org/y>', '"', '“', '(', '）', 'да', '#A0', '_GT_', '\u200E', '\u202E', '\u00AD', 'â€™', ' ', ' , ', 'the the ', 'ملف', 'ファイル', 'the file is here', '![', 'Name7'];
const side = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

test('signs spare a check only segments that it would say nothing of', () => {
  const segmentChecks = checks.filter(({ scope }) => scope === 'segment');
  const set = selectChecks(Object.fromEntries(segmentChecks.map(({ id, severity }) => [id, severity])), segmentChecks);
  fc.assert(
    fc.property(side, side, fc.constantFrom(...LOCALES), (source, target, locale) => {
      const article = ingest({ locale: locale.id, path: 'a.md', file: `${locale.id}/a.md`, text: expandPairs('⟦x⟧⟪y⟫') });
      const [segment] = article.segments;
      if (!segment) throw new Error('The fixture has a segment.');
      const input: SegmentInput = { scope: 'segment', segment: { ...segment, source, target }, source: inlineText(source), target: inlineText(target), locale, sourceLocale: SOURCE, article, settings: { terms: [], patterns: [], names: [] } };
      expect(runSegmentChecks(set, [input])).toEqual(runChecks(set, input));
    }),
    { numRuns: 1_000 },
  );
});

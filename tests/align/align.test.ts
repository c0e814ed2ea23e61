import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignInput, align } from '../../src/align/align.ts';
import { rebuildSource } from '../../src/align/rebuild-source.ts';
import type { Family } from '../../src/model/family.ts';
import { buildInput } from './build-input.ts';

const options = { sourceLocale: 'en-us', locales: ['en-us', 'vi-vn', 'ja-jp', 'de-de', 'ar-sa'] };
const family = (...articles: readonly AlignInput[]): Family => align('guide.md', articles, options);
const of = (result: Family, locale: string) => result.translations.find((translation) => translation.locale === locale);
const covers = (result: Family, locale: string): (readonly number[])[] => (of(result, locale)?.joined ?? []).map((joined) => [...joined.covers]);

const OPEN = '⟦102|x|Open it.⟧';
const CLOSE = '⟦103|x|Close it.⟧';

describe('versions', () => {
  test('one source, one version', () => {
    const result = family(buildInput('vi-vn', `${OPEN} ${CLOSE}`, { hash: 'a', date: '2021-01-01' }), buildInput('de-de', `${OPEN} ${CLOSE}`, { hash: 'a', date: '2021-02-01' }));
    expect(result).toMatchObject({
      versions: [{ locales: ['de-de', 'vi-vn'], sourceHashes: ['a'], date: '2021-02-01' }],
      rebuiltFrom: 'de-de',
      metadataOnly: [],
      mismatches: [],
      missing: ['ar-sa', 'ja-jp'],
    });
  });

  test('an older source makes a translation stale, segment by segment', () => {
    const result = family(buildInput('vi-vn', OPEN, { hash: 'a', date: '2021-01-01' }), buildInput('de-de', `${OPEN} ${CLOSE}`, { hash: 'b', date: '2021-02-01' }));
    expect(result.versions.map(({ locales }) => locales)).toEqual([['de-de'], ['vi-vn']]);
    expect(of(result, 'vi-vn')).toMatchObject({ version: 1, changes: [{ kind: 'same', ordinal: '102' }, { kind: 'new', newOrdinal: '103', after: 'Close it.' }] });
    expect(of(result, 'de-de')).toMatchObject({ version: 0, changes: [] });
  });

  test('on one day, the source of more locales is the newer one', () => {
    const day = '2021-01-01';
    const result = family(buildInput('vi-vn', OPEN, { hash: 'a', date: day }), buildInput('de-de', CLOSE, { hash: 'b', date: day }), buildInput('ja-jp', CLOSE, { hash: 'b', date: day }));
    expect(result.versions[0]?.locales).toEqual(['de-de', 'ja-jp']);
  });

  test('another hash with the same text is a change of metadata only', () => {
    const result = family(buildInput('vi-vn', OPEN, { hash: 'a', date: '2021-01-01' }), buildInput('de-de', OPEN, { hash: 'b', date: '2021-02-01' }));
    expect(result).toMatchObject({ metadataOnly: ['vi-vn'], versions: [{ sourceHashes: ['a', 'b'] }] });
  });

  test('a plain translation does not tell its source: it counts to the newest version', () => {
    const result = family(buildInput('vi-vn', 'Mở nó.'), buildInput('de-de', OPEN));
    expect(result.versions).toHaveLength(1);
    expect(result.rebuiltFrom).toBe('de-de');
    expect(family(buildInput('vi-vn', 'Mở nó.'))).toMatchObject({ rebuiltFrom: undefined, versions: [{ locales: ['vi-vn'] }] });
  });

  test('the fewest merged segments make the rebuilt source', () => {
    const result = family(buildInput('ar-sa', '⟦p101|x|Open it. Close it.⟧'), buildInput('vi-vn', `${OPEN} ${CLOSE}`));
    expect(result).toMatchObject({ rebuiltFrom: 'vi-vn', versions: [{ locales: ['ar-sa', 'vi-vn'] }] });
  });

  test('no article at all', () => {
    expect(family()).toMatchObject({ translations: [], rebuiltFrom: undefined, missing: ['ar-sa', 'de-de', 'ja-jp', 'vi-vn'] });
  });
});

describe('a source file', () => {
  const source = buildInput('en-us', '# Start\n\nOpen the file now.\nClose it.\n\n```\ncode. More code.\n```\n');
  const current = buildInput('vi-vn', '# <a name="start"></a>⟦102|x|Start⟧\n\n⟦103|x|Open the file now.⟧ ⟦104|x|Close it.⟧\n\n```\ncode. More code.\n```', { date: '2021-01-01' });

  test('is the newest version; translations with its text are current', () => {
    const stale = buildInput('de-de', '# <a name="start"></a>⟦102|x|Start⟧\n\n⟦103|x|Open the file.⟧ ⟦104|x|Wait for an hour.⟧', { date: '2022-01-01' });
    const result = family(source, current, stale);
    expect(result.versions.map(({ locales }) => locales)).toEqual([['vi-vn'], ['de-de']]);
    expect(result).toMatchObject({ sourceArticle: source.article, rebuiltFrom: undefined });
    expect(of(result, 'de-de')?.changes).toMatchObject([{ kind: 'same' }, { kind: 'edited', after: 'Open the file now.' }, { kind: 'removed', ordinal: '104' }, { kind: 'new', after: 'Close it.' }]);
  });

  test('is a version of its own when no translation has its text', () => {
    const result = family(source, buildInput('de-de', '# ⟦102|x|Start⟧'));
    expect(result.versions).toEqual([{ locales: [], sourceHashes: [], date: undefined }, { locales: ['de-de'], sourceHashes: [], date: undefined }]);
  });

  test('is never missing and never a translation', () => {
    expect(family(source)).toMatchObject({ translations: [], missing: ['ar-sa', 'de-de', 'ja-jp', 'vi-vn'] });
  });
});

describe('merged segments', () => {
  const reference = buildInput('vi-vn', '⟦102|x|One.⟧ ⟦103|x|Two.⟧ ⟦104|x|Three.⟧ ⟦105|x|Four.⟧');

  test.each<[string, string, (readonly number[])[]]>([
    ['in the middle', '⟦102|x|One.⟧ ⟦p101|x|Two. Three.⟧ ⟦105|x|Four.⟧', [[102], [103, 104], [105]]],
    ['at the ends', '⟦p101|x|One. Two.⟧ ⟦p102|x|Three. Four.⟧', [[102, 103], [104, 105]]],
    ['white space apart', '⟦102|x|One.⟧ ⟦p101|x|Two.\nThree.⟧ ⟦105|x|Four.⟧', [[102], [103, 104], [105]]],
    ['a link inside instead of outside the span', '⟦p101|x|[One. Two.](a.md)⟧ ⟦104|x|Three.⟧ ⟦105|x|Four.⟧', [[102, 103], [104], [105]]],
    ['of one sentence', '⟦102|x|One.⟧ ⟦p101|x|Two.⟧ ⟦104|x|Three.⟧ ⟦105|x|Four.⟧', [[102], [103], [104], [105]]],
  ])('are expanded by text: %s', (_, body, expected) => {
    expect(covers(family(reference, buildInput('ja-jp', body)), 'ja-jp')).toEqual(expected);
  });

  test.each<[string, string, (readonly number[])[]]>([
    ['one fills its gap', '⟦102|x|One.⟧\n⟦p101|x|Two; three.⟧\n⟦105|x|Four.⟧', [[102], [103, 104], [105]]],
    ['two share a gap by their sentences', '⟦102|x|One.⟧\n⟦p101|x|Two.⟧\n⟦p102|x|Three. Four.⟧\n⟦106|x|Five.⟧', [[102], [103], [104, 105], [106]]],
    ['an image may have taken a number', '⟦102|x|One.⟧\n![x](a.png)\n⟦p101|x|Two; three.⟧\n⟦106|x|Four.⟧', [[102], [], [106]]],
    ['an image took a number, the sentences tell', '⟦102|x|One.⟧\n![](a.png)\n⟦p101|x|Two. Three.⟧\n⟦105|x|Four.⟧', [[102], [103, 104], [105]]],
    ['at the end nothing is known', '⟦102|x|One.⟧\n⟦p101|x|Two. Three.⟧', [[102], []]],
  ])('without another locale, from the free numbers: %s', (_, body, expected) => {
    expect(covers(family(buildInput('ja-jp', body, { title: 'T' })), 'ja-jp')).toEqual(expected);
  });

  test('explain missing ordinals', () => {
    const hash = { hash: 'a' };
    expect(family(buildInput('vi-vn', `${OPEN} ${CLOSE}`, hash), buildInput('ja-jp', '⟦p101|x|Open it. Close it.⟧', hash)).mismatches).toEqual([]);
  });
});

describe('mismatches within one hash', () => {
  const hash = { hash: 'a' };
  test.each([
    ['another text', OPEN, '⟦102|x|Open it!⟧', [{ kind: 'source', locale: 'vi-vn', otherLocale: 'ar-sa', sourceHash: 'a', ordinals: ['102'] }]],
    ['another URL outside the segments', `[${OPEN}](a.md)`, `[${OPEN}](b.md)`, [{ kind: 'source', locale: 'vi-vn', otherLocale: 'ar-sa', sourceHash: 'a', ordinals: [] }]],
    ['an alt text', `${OPEN} ![a](a.png)`, `${OPEN} ![b](a.png)`, [{ kind: 'cosmetic', locale: 'vi-vn', otherLocale: 'ar-sa', sourceHash: 'a' }]],
    ['a lost ordinal', `${OPEN} ${CLOSE}`, `${OPEN} Close it.`, [{ kind: 'ordinals', locale: 'vi-vn', otherLocale: 'ar-sa', missing: ['103'], extra: [] }]],
  ])('%s', (_, body, other, expected) => {
    const result = family(buildInput('ar-sa', body, hash), buildInput('de-de', body, hash), buildInput('vi-vn', other, hash));
    expect(result.mismatches).toEqual(expected);
    expect(result.versions).toHaveLength(1);
  });

  test('without hash and date there is no telling who is older', () => {
    const result = family(buildInput('ar-sa', OPEN), buildInput('de-de', OPEN), buildInput('vi-vn', CLOSE));
    expect(result.versions).toHaveLength(1);
    expect(result.mismatches).toMatchObject([{ kind: 'source', locale: 'vi-vn', sourceHash: '' }]);
  });
});

describe('rebuilt source', () => {
  test.each([
    ['words of the first heading', '# <a name="x"></a>⟦102|x|Fix **SMTP** [errors](a.md) &amp; more⟧', 'Fix SMTP errors & more'],
    ['two segments', '# ⟦102|x|Fix it.⟧ ⟦103|x|Now.⟧', 'Fix it. Now.'],
    ['the anchor', '# <a name="fix-smtp-errors"></a>\n\n⟦102|x|Text.⟧', 'Fix smtp errors'],
    ['the file name', '⟦102|x|Text.⟧', 'Guide'],
    ['identifiers keep their underscores', '# ⟦102|x|Call `tx_thread_create`⟧', 'Call tx_thread_create'],
  ])('takes its title from %s', (_, body, title) => {
    const input = buildInput('vi-vn', body);
    expect(rebuildSource(family(input))).toEqual({ article: input.article, title });
  });

  test('is not needed beside a source file', () => {
    expect(rebuildSource(family(buildInput('en-us', 'Open it.'), buildInput('vi-vn', OPEN)))).toBeUndefined();
  });
});

test('the order of the input never shows', () => {
  const source = fc.constantFrom(OPEN, CLOSE, `${OPEN} ${CLOSE}`, '⟦p101|x|Open it. Close it.⟧', 'Plain.', `${OPEN}\n![x](a.png)`, `${OPEN}\n![y](a.png)`);
  const article = fc.record({ body: source, hash: fc.constantFrom(undefined, 'a', 'b', 'c'), date: fc.constantFrom(undefined, '2021-01-01', '2021-02-01') });
  const inputs = fc.array(article, { maxLength: 5 }).map((articles) =>
    articles.map(({ body, hash, date }, index) => buildInput(options.locales[index] ?? '', body, { ...(hash !== undefined && { hash }), ...(date !== undefined && { date }) })),
  );
  const shuffled = inputs.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(shuffled, fc.shuffledSubarray(options.locales, { minLength: options.locales.length }), ([list, other], locales) => {
      const result = align('guide.md', list, options);
      expect(align('guide.md', other, { ...options, locales })).toEqual(result);
      for (const { version } of result.translations) expect(result.versions[version]).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

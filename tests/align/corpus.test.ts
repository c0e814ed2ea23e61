import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AlignInput, align } from '../../src/align/align.ts';
import { rebuildSource } from '../../src/align/rebuild-source.ts';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Family, Mismatch } from '../../src/model/family.ts';

const LOCALES = ['ar-sa', 'de-de', 'ja-jp', 'vi-vn'];
const ROOT = join(resolve(import.meta.dirname, '../..', process.env['INTERLINEAR_CORPUS'] ?? '../shared/corpus'), 'alchemy');
const present = LOCALES.every((locale) => existsSync(join(ROOT, locale)));
if (!present) console.warn('Corpus tests of align are skipped: set INTERLINEAR_CORPUS to a folder with alchemy/<locale>.');

/** What is known of these files from counting them by other means. */
describe.skipIf(!present)('four locales of the corpus', () => {
  let families: readonly Family[] = [];
  beforeAll(() => {
    families = readFamilies();
  }, 120_000);

  test('articles, families, missing translations', () => {
    expect(families.reduce((sum, { translations }) => sum + translations.length, 0)).toBe(11_677);
    expect(families).toHaveLength(2_923);
    expect(perLocale(families.flatMap(({ missing }) => missing))).toEqual({ 'ar-sa': 12, 'ja-jp': 3 });
  });

  test('stale translations, each with its changes', () => {
    const stale = families.flatMap(({ translations }) => translations.filter(({ version }) => version > 0));
    expect(perLocale(stale.map(({ locale }) => locale))).toEqual({ 'ar-sa': 14, 'ja-jp': 1 });
    expect(stale.every(({ changes }) => changes.some(({ kind }) => kind !== 'same'))).toBe(true);
  });

  test('translations whose metadata alone is older', () => {
    expect(perLocale(families.flatMap(({ metadataOnly }) => metadataOnly))).toEqual({ 'ar-sa': 44 });
  });

  test('every merged segment covers ordinals that no other segment of its article answers for', () => {
    let merged = 0;
    for (const { translations } of families) {
      for (const { joined } of translations) {
        const all = joined.flatMap(({ covers }) => covers);
        expect(new Set(all).size).toBe(all.length);
        for (const { segment, covers } of joined) {
          if (!segment.ordinal.startsWith('p')) continue;
          merged++;
          expect(covers.length).toBeGreaterThan(0);
        }
      }
    }
    expect(merged).toBe(638);
  });

  test('one claim, different sources', () => {
    const differing = families.filter(({ mismatches }) => mismatches.some(({ kind }) => kind === 'source')).map(({ path }) => path);
    expect(differing.sort()).toEqual([
      'enable-cost-management.md',
      'includes/alchemyinsights-content-updates.md',
      'plan-deploy-and-manage-teams-rooms.md',
      'troubleshoot-surface.md',
      'use-configuration-manager-to-deploy-update-and-manage-microsoft-edge-on-windows.md',
    ]);
  });

  test('one claim, different ordinals: one sentence of one article was lost', () => {
    const found = families.flatMap(({ path, mismatches }) => mismatches.filter(isOrdinals).map(({ locale, missing, extra }) => ({ path, locale, missing, extra })));
    expect(found).toEqual([{ path: 'set-up-insider-risk-management.md', locale: 'de-de', missing: ['107'], extra: [] }]);
  });

  test('every source can be rebuilt and has a title', () => {
    expect(families.filter((family) => (rebuildSource(family)?.title ?? '') === '')).toEqual([]);
  });
});

function isOrdinals(mismatch: Mismatch): mismatch is Extract<Mismatch, { kind: 'ordinals' }> {
  return mismatch.kind === 'ordinals';
}

function perLocale(locales: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const locale of locales) counts[locale] = (counts[locale] ?? 0) + 1;
  return counts;
}

function readFamilies(): Family[] {
  const inputs = new Map<string, AlignInput[]>();
  for (const locale of LOCALES) {
    for (const name of readdirSync(join(ROOT, locale), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) continue;
      const path = name.replaceAll('\\', '/');
      const article = ingest({ locale, path, file: `${locale}/${path}`, text: readFileSync(join(ROOT, locale, name), 'utf8') });
      const list = inputs.get(path) ?? [];
      list.push({ article, handOff: handOff(article) });
      inputs.set(path, list);
    }
  }
  return Array.from(inputs, ([path, articles]) => align(path, articles, { sourceLocale: 'en-us', locales: LOCALES }));
}

import { expect, test } from 'vitest';
import type { PublishedFile } from '../../src/project/publish-manifest.ts';
import { brokenBudgets } from '../../src/project/site-budgets.ts';

const many = (count: number, file: Partial<PublishedFile>): PublishedFile[] => Array.from({ length: count }, (_, index) => ({ path: `${index}.html`, size: 10, hash: '', type: 'text/html; charset=utf-8', locale: 'vi-vn', ...file }));

test('says how many files are too many, and whose they are', () => {
  const files = [...many(15_000, {}), ...many(4_000, { locale: 'ar-sa', path: 'search/ar-sa/x' }), ...many(1_001, { locale: null, type: 'image/png' })];
  expect(brokenBudgets('cloudflare-pages', files.slice(1), 0)).toEqual([]);
  expect(brokenBudgets('cloudflare-pages-paid', files, 0)).toEqual([]);
  expect(brokenBudgets('none', files, 9e9)).toEqual([]);
  expect(brokenBudgets('cloudflare-pages', files, 0)).toEqual([
    'The site has 20,001 files; Cloudflare Pages (free plan) takes 20,000. Most are pages of vi-vn (15,000), search files of ar-sa (4,000), other files of the whole site (1,001). Publish fewer locales in one site (`--locale`), leave out pages without a translation (`missing: hide`), or choose another plan or host.',
  ]);
});

test('says which files are too large', () => {
  const files = [...many(1, { path: 'assets/film.mp4', size: 25 * 2 ** 20 + 1 }), ...many(1, { path: 'assets/fits.mp4', size: 25 * 2 ** 20 })];
  expect(brokenBudgets('cloudflare-pages', files, 0)).toEqual(['One file is larger than the 25 MiB that Cloudflare Pages (free plan) takes: assets/film.mp4 (25.1 MiB). Make them smaller, or link to them elsewhere.']);
  expect(brokenBudgets('github-pages', files, 0)).toEqual([]);
});

test('says when a site is too large', () => {
  const files = many(2, { size: 600_000_000 });
  expect(brokenBudgets('github-pages', files, 0)).toEqual(['The site has 1.2 GB; GitHub Pages takes 1 GB. Most is in pages of vi-vn (1.2 GB). Publish fewer locales in one site (`--locale`), leave out pages without a translation (`missing: hide`), or make large files smaller.']);
});

test('counts redirects', () => {
  expect(brokenBudgets('cloudflare-pages', [], 2_000)).toEqual([]);
  expect(brokenBudgets('cloudflare-pages', [], 2_001)).toEqual(['The site has 2,001 redirects; Cloudflare Pages (free plan) reads the first 2,000 of _redirects. The others work by their pages.']);
});

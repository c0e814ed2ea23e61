import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { corpusFolder } from '../support/corpus.ts';
import { all, attribute, readSite, textOf, type Element, type SitePage } from '../support/read-site.ts';
import { buildSite } from '../support/run-cli.ts';

/** Bytes after gzip. Bytes are stable, so that these can be tests. */
const HTML_BEYOND_TEXT = 7_000;
const ARTICLE_CSS = 9_000;
const EVERY_CSS = 12_500;

const SEEDS = corpusFolder('../seeds');
const root = mkdtempSync(join(tmpdir(), 'interlinear-budgets-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('own', () => {
  const { folder } = inject('own');
  const pages = readSite(folder);

  test('the styles of an article stay small', () => {
    expect(heavy(pages, (page) => styles(folder, page), (page) => (isArticle(page) ? ARTICLE_CSS : EVERY_CSS))).toEqual([]);
  });

  test('a page is little more than its text', () => {
    expect(heavy(pages, beyondText, () => HTML_BEYOND_TEXT)).toEqual([]);
  });

  test('all articles of the site share one file of styles and one of early scripts', () => {
    const articles = [...pages.values()].filter(isArticle);
    expect(articles.length).toBeGreaterThan(50);
    for (const files of [(page: SitePage) => stylesheets(page).join(), (page: SitePage) => scripts(page).join()]) expect(new Set(articles.map(files)).size).toBe(1);
  });
});

test('the pages of the seeds are little more than their text', (context) => {
  if (!existsSync(SEEDS)) return context.skip(`no seeds at ${SEEDS}`);
  const folder = join(root, 'seeds');
  buildSite(SEEDS, folder);
  const pages = readSite(folder);
  const articles = [...pages.values()].filter(isArticle);
  expect(articles.length).toBeGreaterThan(1);
  expect(heavy(pages, beyondText, () => HTML_BEYOND_TEXT)).toEqual([]);
  expect(heavy(pages, (page) => styles(folder, page), () => EVERY_CSS)).toEqual([]);
}, 120_000);

/** One line for every page above its budget. */
function heavy(pages: ReadonlyMap<string, SitePage>, weigh: (page: SitePage) => number, budget: (page: SitePage) => number): string[] {
  return [...pages.values()].filter((page) => weigh(page) > budget(page)).map((page) => `${page.url}: ${weigh(page)} of ${budget(page)} bytes`);
}

/** What the page weighs without the words of its article, in both languages where it has them. */
function beyondText(page: SitePage): number {
  const words = all(page, 'article').map((article) => textOf(article)).join(' ');
  return packed(page.html) - packed(words);
}

function styles(folder: string, page: SitePage): number {
  return stylesheets(page).reduce((sum, href) => sum + packed(readFileSync(join(folder, href), 'utf8')), 0);
}

function stylesheets(page: SitePage): string[] {
  return all(page, 'link', { rel: 'stylesheet' }).flatMap((link) => attribute(link, 'href') ?? []);
}

function scripts(page: SitePage): string[] {
  return all(page, 'script').flatMap((script: Element) => attribute(script, 'src') ?? []);
}

function isArticle(page: SitePage): boolean {
  return all(page, 'article', { id: 'article' }).length === 1 && all(page, 'nav', { id: 'site-navigation' }).length === 1;
}

const packed = (text: string): number => gzipSync(text, { level: 9 }).length;

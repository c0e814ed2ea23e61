import { resolve } from 'node:path';
import { align } from '../../src/align/align.ts';
import { checks } from '../../src/checks/index.ts';
import { runChecks, selectChecks } from '../../src/checks/run-checks.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { handOff } from '../../src/ingest/hand-off.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { fill } from '../../src/markdown/fill.ts';
import { MarkdownCache } from '../../src/markdown/markdown-cache.ts';
import type { Article } from '../../src/model/article.ts';
import type { Family } from '../../src/model/family.ts';
import { createArticleStore } from '../../src/project/article-store.ts';
import type { ContentMap } from '../../src/project/content-map.ts';
import { openContent } from '../../src/project/open-content.ts';
import { createShard } from '../../src/project/shard.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { uiOf } from '../../src/project/ui-of.ts';
import { articleSlots } from '../../src/views/article-slots.ts';

/** What one stage took for a whole locale, in this process, on one thread. */
export interface StageTiming {
  readonly stage: string;
  readonly seconds: number;
}

/** Times the stages for one locale of a content folder, each after the other over all articles, cold. */
export async function stageTimings(content: string, locale: string): Promise<{ readonly articles: number; readonly stages: readonly StageTiming[] }> {
  const stages: StageTiming[] = [];
  const time = <Result>(stage: string, run: () => Result): Result => {
    const started = performance.now();
    const result = run();
    stages.push({ stage, seconds: (performance.now() - started) / 1000 });
    return result;
  };
  const host = createNodeHost();
  const map = time('list files', () => openContent(host, { root: content, configFile: undefined, base: undefined, locales: [locale], checkIds: checks.map(({ id }) => id) }));
  const store = createArticleStore(host, (file) => resolve(content, file), map.inventory);
  const paths = map.inventory.locales.get(locale)?.articles ?? [];
  const files = time('read', () => paths.map((path) => store.read(locale, path)));
  const articles = time('ingest', () => files.map(ingest));
  const families = time('align', () => articles.map((article) => alignOne(article, map)));
  time('checks (without links)', () => families.forEach((family) => checkFamily(family, map)));
  stages.push(...markdownStages(families));
  stages.push(...(await shardStages(map)));
  return { articles: articles.length, stages };
}

function alignOne(article: Article, map: ContentMap): Family {
  return align(article.path, [{ article, handOff: handOff(article) }], { sourceLocale: map.config.sourceLocale, locales: map.config.locales.map(({ id }) => id) });
}

function checkFamily(family: Family, map: ContentMap): void {
  const set = selectChecks(map.config.checks);
  const locales = new Map(map.config.locales.map((locale) => [locale.id, locale]));
  runChecks(set, { scope: 'family', family, locales });
  for (const { article, handOff } of family.translations) {
    const locale = locales.get(article.locale);
    if (locale) runChecks(set, { scope: 'article', article, handOff, locale, isSource: false });
  }
}

/** Filling compiles the segments it meets first; a second filling tells the two apart. */
function markdownStages(families: readonly Family[]): StageTiming[] {
  const cache = new MarkdownCache();
  const compile = secondsOf(() => eachArticle(families, ({ article }) => cache.skeleton(article.skeleton)));
  const first = secondsOf(() => fillAll(families, cache));
  const second = secondsOf(() => fillAll(families, cache));
  return [
    { stage: 'compile skeletons', seconds: compile },
    { stage: 'compile segments', seconds: Math.max(0, first - second) },
    { stage: 'fill (compiled before)', seconds: second },
  ];
}

function fillAll(families: readonly Family[], cache: MarkdownCache): void {
  eachArticle(families, ({ article, joined }) => {
    const skeleton = cache.skeleton(article.skeleton);
    fill(skeleton, {
      side: 'target',
      segments: article.segments,
      covers: (index) => joined[index]?.covers ?? [],
      inline: (text, context) => cache.inline(text, context, skeleton.definitions),
      link: () => ' href="#"',
      image: () => ' src="#"',
      include: () => '',
      xref: () => '',
      ui: () => '',
      uiLanguage: '',
      code: () => '',
      idPrefix: '',
      usedIds: new Set(),
    });
  });
}

function eachArticle(families: readonly Family[], run: (translation: Family['translations'][number]) => void): void {
  for (const { translations } of families) translations.forEach(run);
}

/** The same work as a worker thread does it, from reading to finished slots; pages of the source locale included. */
async function shardStages(map: ContentMap): Promise<StageTiming[]> {
  const host = createNodeHost();
  const shard = createShard({ host, map, writeAsset: () => {} });
  const marks = [performance.now()];
  const { pages } = shard.scan(map.paths, true);
  marks.push(performance.now());
  shard.setIndex(siteIndex(map, pages, readTocs(host, map)));
  marks.push(performance.now());
  const made = (await Promise.all([...shard.kept()].map((path) => shard.pages(path)))).flat();
  marks.push(performance.now());
  for (const page of made) articleSlots(page, uiOf(page.shell.locale));
  marks.push(performance.now());
  return ['scan', 'site index, navigation', 'page props (both languages)', 'page slots (both languages)'].map((stage, at) => ({
    stage: `as in a worker: ${stage}`,
    seconds: ((marks[at + 1] ?? 0) - (marks[at] ?? 0)) / 1000,
  }));
}

function secondsOf(run: () => void): number {
  const started = performance.now();
  run();
  return (performance.now() - started) / 1000;
}

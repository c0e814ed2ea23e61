import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { openLiveSite } from '../../src/project/live-site.ts';
import { astroBuild } from '../../src/site/astro-build.ts';
import { prebuildPages } from '../../src/site/prebuilt/prebuild-pages.ts';
import { canRenderPrebuilt, renderPrebuilt } from '../../src/site/prebuilt/render-prebuilt.ts';
import type { SiteSource } from '../../src/views/site-source.ts';
import { openFolder } from '../support/own-content.ts';
import { PROJECT } from '../support/run-cli.ts';

// Astro bundles for a folder in the project only.
const parent = join(PROJECT, 'node_modules', '.cache', 'interlinear');
mkdirSync(parent, { recursive: true });
const root = mkdtempSync(join(parent, 'test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pages = join(root, 'pages');
const map = openFolder('tests/fixtures/docset', '/');

test('prebuilt pages are the bytes of a build by Astro, every kind of page and every asset', async () => {
  await prebuildPages(pages);
  const source = everyKind(live());
  expect(canRenderPrebuilt(source, map.config.base)).toBe(true);
  await astroBuild({ source, out: join(root, 'astro'), base: map.config.base, origin: undefined });
  await renderPrebuilt(pathToFileURL(`${pages}/`), source, join(root, 'prebuilt'));
  const written = filesOf('astro');
  expect(written.length).toBeGreaterThan(30);
  expect(filesOf('prebuilt')).toEqual(written);
  for (const file of written) expect(contentOf('prebuilt', file), file).toBe(contentOf('astro', file));
});

test('one bundle renders several sites, each from its own source, with no asset that none of its pages needs', async () => {
  const source = live();
  await renderPrebuilt(pathToFileURL(`${pages}/`), { ...source, checkPaths: () => [], pagePaths: () => Promise.resolve([]) }, join(root, 'plain'));
  const assets = filesOf('plain').filter((file) => file.startsWith('_astro/'));
  expect(assets.length).toBeGreaterThan(0);
  expect(assets.filter((file) => file.includes('desk') || file.includes('checks'))).toEqual([]);
  expect(filesOf('plain')).not.toContain('review/index.html');
});

test('the error of a page fails the build instead of being published', async () => {
  const source: SiteSource = { ...live(), rootPage: () => Promise.reject(new Error('no root today')) };
  await expect(renderPrebuilt(pathToFileURL(`${pages}/`), source, join(root, 'failed'))).rejects.toThrow('no root today');
});

test.each([
  ['another base', '/docs/', []],
  ['MDX', '/', ['vi-vn/index.mdx']],
])('%s is left to Astro', (_, base, mdxKeys) => {
  expect(canRenderPrebuilt({ ...live(), mdxKeys: () => mdxKeys }, base)).toBe(false);
});

function live(): SiteSource {
  return { ...openLiveSite(createNodeHost(), map, checks, () => {}).source, hasSearch: () => true };
}

function everyKind(source: SiteSource): SiteSource {
  const templates = map.config.locales.flatMap(({ id }) => (['article', 'section'] as const).map((layout) => ({ layout, locale: id })));
  return { ...source, hasReview: () => true, checkPaths: () => checks.map(({ id }) => id), templatePaths: () => templates };
}

function filesOf(folder: string): string[] {
  return globSync('**/*.*', { cwd: join(root, folder) }).sort();
}

function contentOf(folder: string, file: string): string {
  return readFileSync(join(root, folder, file), 'latin1');
}

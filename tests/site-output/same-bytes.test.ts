import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { finishLayouts } from '../../src/host/layout-files.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { openLiveSite } from '../../src/project/live-site.ts';
import { readTocs, siteIndex } from '../../src/project/site-index.ts';
import { siteLookup } from '../../src/project/site-lookup.ts';
import { searchPage } from '../../src/project/site-pages.ts';
import { astroBuild } from '../../src/site/astro-build.ts';
import { openFolder } from '../support/own-content.ts';
import { buildSite } from '../support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'interlinear-bytes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each([['own', 'content', undefined], ['docset', 'tests/fixtures/docset', 'https://help.example/']] as const)('%s', (name, content, base) => {
  const { folder } = inject(name);

  test('a second build, in other threads, writes the same bytes', () => {
    const again = join(root, `${name}-again`);
    buildSite(content, again, '--workers', '2', ...(base === undefined ? [] : ['--base', base]));
    expect(differences(folder, again, '**/*')).toEqual([]);
  });

  // DESIGN.md §5: filled layouts are allowed because they are the same bytes.
  test('Astro renders every page to the bytes that the filled layouts have', async () => {
    const map = openFolder(content, base);
    const out = join(root, `${name}-astro`);
    const host = createNodeHost();
    const { source, scan } = openLiveSite(host, map, checks, (asset) => {
      mkdirSync(dirname(join(out, asset.path)), { recursive: true });
      writeFileSync(join(out, asset.path), asset.bytes);
    });
    // `dev` has no index to search in; a build has.
    const all = map.config.locales.map(({ id }) => id);
    const site = siteLookup(siteIndex(map, scan.facts, readTocs(host, map)));
    const searched = { ...source, hasSearch: (locale: string) => all.includes(locale), searchPaths: () => all, searchPage: (locale: string) => Promise.resolve(searchPage(site, locale, all)) };
    await astroBuild({ source: searched, out, base: map.config.base, origin: map.config.origin });
    finishLayouts(out, all);
    expect(differences(folder, out, '**/*.{html,css}')).toEqual([]);
  });
});

/** One line for every file that only one of the folders has, or that differs. */
function differences(a: string, b: string, pattern: string): string[] {
  const files = [...new Set([a, b].flatMap((folder) => globSync(pattern, { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))))].sort();
  return files.flatMap((file) => {
    const [left, right] = [read(join(a, file)), read(join(b, file))];
    if (left === undefined || right === undefined) return [`${file}: only in one`];
    if (left === right) return [];
    const at = [...left].findIndex((char, index) => char !== right[index]);
    return [`${file}: ${JSON.stringify(left.slice(Math.max(0, at - 40), at + 60))} / ${JSON.stringify(right.slice(Math.max(0, at - 40), at + 60))}`];
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}

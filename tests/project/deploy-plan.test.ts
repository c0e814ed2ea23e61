import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deployPlan, deployText } from '../../src/project/deploy-plan.ts';
import type { PublishManifest } from '../../src/project/publish-manifest.ts';

/** A site of files by path, with a letter for what is in them. */
function site(files: Readonly<Record<string, string>>): PublishManifest {
  return { generator: '1', base: '/', files: Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, content]) => ({ path, size: content.length, hash: content, type: path.endsWith('.html') ? 'text/html' : 'x', locale: null })) };
}

const OLD = site({ 'index.html': 'a', 'vi-vn/index.html': 'a', 'vi-vn/g/index.html': 'a', 'vi-vn/g/old/index.html': 'a', 'vi-vn/g/same/index.html': 'a', '_astro/a.css': 'a', 'assets/same.png': 'a', 'sitemap.xml': 'a', 'search/vi-vn/pagefind-entry.json': 'a', 'search/vi-vn/fragment/1.pf_fragment': 'a', 'interlinear.json': 'a' });
const NEW = site({ 'index.html': 'b', 'vi-vn/index.html': 'b', 'vi-vn/g/index.html': 'b', 'vi-vn/g/new/index.html': 'b', 'vi-vn/g/same/index.html': 'a', '_astro/b.css': 'b', 'assets/same.png': 'a', 'sitemap.xml': 'b', 'sitemap-1.xml': 'b', 'search/vi-vn/pagefind-entry.json': 'b', 'search/vi-vn/fragment/2.pf_fragment': 'b', 'interlinear.json': 'a' });

test('assets, pages from the leaves up, indexes, removals, the list', () => {
  expect(deployText(deployPlan(OLD, NEW)).split('\n')).toEqual([
    'upload _astro/b.css',
    'upload search/vi-vn/fragment/2.pf_fragment',
    'upload vi-vn/g/new/index.html',
    'upload vi-vn/g/index.html',
    'upload vi-vn/index.html',
    'upload index.html',
    'upload sitemap-1.xml',
    'upload search/vi-vn/pagefind-entry.json',
    'upload sitemap.xml',
    'delete vi-vn/g/old/index.html',
    'delete _astro/a.css',
    'delete search/vi-vn/fragment/1.pf_fragment',
    'upload publish.json',
  ]);
});

test('nothing changed: nothing to do', () => {
  expect(deployPlan(NEW, NEW)).toEqual({ steps: [], unchanged: NEW.files.length });
});

test('a first deployment uploads everything', () => {
  const { steps, unchanged } = deployPlan(undefined, NEW);
  expect(steps).toHaveLength(NEW.files.length + 1);
  expect(unchanged).toBe(0);
});

test('a listing is removed before what it lists', () => {
  const { steps } = deployPlan(OLD, site({ 'index.html': 'a' }));
  expect(steps.filter(({ path }) => path.startsWith('vi-vn/')).map(({ path }) => path)).toEqual(['vi-vn/index.html', 'vi-vn/g/index.html', 'vi-vn/g/old/index.html', 'vi-vn/g/same/index.html']);
});

test('done step by step, it turns the one site into the other', () => {
  const files = fc.dictionary(fc.constantFrom('index.html', 'a/index.html', 'a/b/index.html', 'x.css', 'assets/y.png', 'sitemap.xml', 'robots.txt', 'search/a/site.json'), fc.constantFrom('a', 'b', 'c'));
  fc.assert(fc.property(files, files, (before, after) => {
    const state = new Map<string, string>(Object.entries(before));
    const { steps, unchanged } = deployPlan(site(before), site(after));
    for (const { action, path } of steps.filter((step) => step.phase !== 'list')) {
      if (action === 'upload') state.set(path, after[path] ?? '');
      else expect(state.delete(path)).toBe(true);
    }
    expect(Object.fromEntries(state)).toEqual(after);
    expect(unchanged).toBe(Object.keys(after).filter((path) => before[path] === after[path]).length);
    // Nothing is removed while something is still to come, and the list is last.
    expect(steps.map(({ action }) => action).lastIndexOf('upload') <= Math.max(0, steps.length - 1)).toBe(true);
    expect(steps.slice(0, -1).some((step, index) => step.action === 'delete' && steps[index + 1]?.action === 'upload' && steps[index + 1]?.phase !== 'list')).toBe(false);
  }));
});

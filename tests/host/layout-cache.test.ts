import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLayoutCache } from '../../src/host/layout-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';

const [KEY, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];

function filled(): { folder: string; restored: (key?: string) => { found: boolean; files: string[]; damaged: number } } {
  const folder = join(temporaryFolder(), 'layouts');
  openLayoutCache(folder, () => {}).save(KEY, temporaryFolder({ 'index.html': 'home', '_astro/x.css': 'a{}' }));
  return {
    folder,
    restored(key = KEY) {
      let damaged = 0;
      const out = temporaryFolder();
      const found = openLayoutCache(folder, () => (damaged += 1)).restore(key, out);
      return { found, damaged, files: readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).sort() };
    },
  };
}

test('gives back what was kept under a key, and nothing else', () => {
  const { folder, restored } = filled();
  expect(restored()).toEqual({ found: true, damaged: 0, files: ['_astro/x.css', 'index.html'] });
  expect(restored(OTHER)).toEqual({ found: false, damaged: 0, files: [] });
  const cache = openLayoutCache(folder, () => {});
  expect(cache.isEmpty()).toBe(false);
  cache.save(OTHER, temporaryFolder({ 'x.html': '' }));
  expect(restored().found).toBe(false);
  expect(restored(OTHER).files).toEqual(['x.html']);
});

test.each<[string, (kept: string) => void]>([
  ['a file that was changed', (kept) => writeFileSync(join(kept, 'files/index.html'), 'hame')],
  ['a file that is gone', (kept) => rmSync(join(kept, 'files/index.html'))],
  ['a file too many', (kept) => writeFileSync(join(kept, 'files/evil.js'), '')],
  ['a list that was cut short', (kept) => writeFileSync(join(kept, 'list'), readFileSync(join(kept, 'list'), 'utf8').split('\n').slice(1).join('\n'))],
  ['a list that is gone', (kept) => rmSync(join(kept, 'list'))],
  ['a list that leads elsewhere', (kept) => writeFileSync(join(kept, 'list'), readFileSync(join(kept, 'list'), 'utf8').replace('index.html', '../list'))],
  ['a folder in place of a file', (kept) => (rmSync(join(kept, 'files/index.html')), mkdirSync(join(kept, 'files/index.html')))],
  ['a file in place of all', (kept) => (rmSync(kept, { recursive: true }), writeFileSync(kept, ''))],
])('%s is damage: nothing is taken, and it goes', (_, damage) => {
  const { folder, restored } = filled();
  damage(join(folder, KEY));
  expect(restored()).toEqual({ found: false, damaged: 1, files: [] });
  expect(existsSync(join(folder, KEY))).toBe(false);
});

test('says why nothing can be kept, and removes what a killed build has left', () => {
  const reasons: string[] = [];
  const { folder } = filled();
  openLayoutCache(join(folder, KEY, 'list'), () => {}, (reason) => reasons.push(reason)).save(KEY, temporaryFolder({ x: '' }));
  expect(reasons).toHaveLength(1);
  mkdirSync(join(folder, '.new-99999999'));
  openLayoutCache(folder, () => {}, (reason) => reasons.push(reason)).save(KEY, temporaryFolder({ x: '' }));
  expect(readdirSync(folder)).toEqual([KEY]);
  expect(reasons).toHaveLength(1);
});

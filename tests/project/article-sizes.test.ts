import { expect, test } from 'vitest';
import { openRecordCaches } from '../../src/host/record-cache.ts';
import { articleSizes } from '../../src/project/article-sizes.ts';
import { openContent } from '../../src/project/open-content.ts';
import { article } from '../cli/run-tool.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { memoryHost } from './memory-host.ts';

test('what was counted before is not read again, unless its digest is another', () => {
  const host = memoryHost({ '/c/vi-vn/a.md': article('vi-VN', 'Một hai', 'One two three'), '/c/vi-vn/b.md': article('vi-VN', 'Chào', 'Hello') });
  const map = openContent(host, { root: '/c', configFile: undefined, base: undefined, locales: [], checkIds: [] });
  const caches = openRecordCaches(temporaryFolder(), () => {});
  const read: string[] = [];
  const counted = (digests: Record<string, string | undefined>, code = 'x'): Record<string, number> => {
    const sizes = articleSizes({ ...host, readText: (file) => (read.push(file), host.readText(file)) }, map, { caches, code, digests: new Map(Object.entries(digests)) }, () => {});
    return Object.fromEntries([...sizes].map(([name, { words }]) => [name, words]));
  };
  const words = { 'vi-vn/a.md': 3, 'vi-vn/b.md': 1 };
  const readAfter = (digests: Record<string, string | undefined>, code?: string): string[] => {
    read.length = 0;
    expect(counted(digests, code)).toEqual(words);
    return read;
  };
  expect(readAfter({ 'a.md': '1', 'b.md': '1' })).toEqual(['/c/vi-vn/a.md', '/c/vi-vn/b.md']);
  expect(readAfter({ 'a.md': '1', 'b.md': '1' })).toEqual([]);
  expect(readAfter({ 'a.md': '1', 'b.md': '2' })).toEqual(['/c/vi-vn/b.md']);
  // A file that cannot be told from another is read each time.
  expect(readAfter({ 'a.md': undefined, 'b.md': '2' })).toEqual(['/c/vi-vn/a.md']);
  expect(readAfter({ 'a.md': '1', 'b.md': '2' }, 'new code')).toEqual(['/c/vi-vn/a.md', '/c/vi-vn/b.md']);
});

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecordCaches } from '../../src/host/record-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KEY = 'a'.repeat(64);

function open(folder: string): { caches: ReturnType<typeof openRecordCaches>; damaged: () => number } {
  let damaged = 0;
  return { caches: openRecordCaches(folder, () => (damaged += 1)), damaged: () => damaged };
}

function filled(): { folder: string; file: string } {
  const folder = temporaryFolder();
  const cache = open(folder).caches.open('scan', KEY);
  cache.set('a.md', { text: 'line\nbreak\tand \u2028', list: [1, null] });
  cache.set('b\n.md', 'b');
  cache.save(() => true);
  return { folder, file: join(folder, readdirSync(folder)[0] ?? '') };
}

test('what was set is found by the next run, under the same key only', () => {
  const { folder } = filled();
  const { caches, damaged } = open(folder);
  expect(caches.open('scan', KEY).get('a.md')).toEqual({ text: 'line\nbreak\tand \u2028', list: [1, null] });
  expect(caches.open('scan', KEY).get('b\n.md')).toBe('b');
  expect(caches.open('scan', 'b'.repeat(64)).get('a.md')).toBeUndefined();
  expect(caches.open('pages', KEY).get('a.md')).toBeUndefined();
  expect(damaged()).toBe(0);
});

test('no byte can be changed or lost without notice', () => {
  const { folder, file } = filled();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    for (const damagedBytes of [bytes.subarray(0, at), Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 1]), bytes.subarray(at + 1)])]) {
      writeFileSync(file, damagedBytes);
      const { caches } = open(folder);
      const cache = caches.open('scan', KEY);
      expect([undefined, { text: 'line\nbreak\tand \u2028', list: [1, null] }]).toContainEqual(cache.get('a.md'));
      expect([undefined, 'b']).toContainEqual(cache.get('b\n.md'));
    }
  }
});

test('damage is counted', () => {
  const { folder, file } = filled();
  const text = readFileSync(file, 'utf8');
  for (const [damage, count] of [[text.replace('"b"', '"c"'), 1], [text.slice(0, -3), 1], ['nonsense', 1], [text.replaceAll('\t', '\t '), 2]] as const) {
    writeFileSync(file, damage);
    const { caches, damaged } = open(folder);
    const cache = caches.open('scan', KEY);
    cache.get('a.md');
    cache.get('b\n.md');
    expect(damaged(), JSON.stringify(damage)).toBe(count);
  }
});

test('a folder in place of the file is damage, and goes', () => {
  const { folder, file } = filled();
  rmSync(file);
  mkdirSync(join(file, 'x'), { recursive: true });
  const { caches, damaged } = open(folder);
  const cache = caches.open('scan', KEY);
  expect(cache.get('a.md')).toBeUndefined();
  expect(damaged()).toBe(1);
  cache.set('a.md', 1);
  cache.save(() => true);
  expect(open(folder).caches.open('scan', KEY).get('a.md')).toBe(1);
});

test('says why nothing can be kept', () => {
  const folder = join(temporaryFolder({ file: '' }), 'file');
  const reasons: string[] = [];
  const caches = openRecordCaches(folder, () => reasons.push('damage'), (reason) => reasons.push(reason));
  const cache = caches.open('scan', KEY);
  cache.set('a.md', 1);
  cache.save(() => true);
  const writer = caches.write('search-x', KEY);
  writer.add('a.md', 1);
  writer.commit();
  expect(reasons).toHaveLength(2);
  expect(reasons).not.toContain('damage');
});

test('records that are no longer wanted go, and old caches of a kind', () => {
  const { folder } = filled();
  const again = open(folder).caches.open('scan', KEY);
  again.save((name) => name === 'a.md');
  expect(open(folder).caches.open('scan', KEY).get('b\n.md')).toBeUndefined();
  for (const digit of '12345678') {
    const writer = open(folder).caches.write('scan', digit.repeat(64));
    writer.add('x', digit);
    writer.commit();
  }
  expect(readdirSync(folder)).toHaveLength(4);
  expect(open(folder).caches.open('scan', '8'.repeat(64)).get('x')).toBe('8');
});

test('a folder that cannot be written is no error', () => {
  const folder = temporaryFolder({ file: '' });
  const cache = open(join(folder, 'file')).caches.open('scan', KEY);
  cache.set('a', 1);
  cache.save(() => true);
  expect(readdirSync(folder)).toEqual(['file']);
});

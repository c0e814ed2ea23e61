import { expect, test } from 'vitest';
import { queueOf } from '../../src/cli/shard-pool.ts';

/** Families by shard, when the shards ask in turn. */
function shares(only: readonly string[] | undefined, kept: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const next = queueOf({ only }, kept);
  const given = kept.map((): string[] => []);
  for (let isLeft = true; isLeft; ) {
    isLeft = false;
    given.forEach((own, shard) => {
      const paths = next(shard);
      own.push(...paths);
      isLeft ||= paths.length > 0;
    });
  }
  return given;
}

const names = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

test('each shard renders what it has kept', () => {
  expect(shares(undefined, [names(20, 'a'), names(20, 'b')])).toEqual([names(20, 'a'), names(20, 'b')]);
});

test('a family that two shards have kept is rendered once', () => {
  expect(shares(undefined, [['a', 'b', 'c'], ['d', 'b', 'a']])).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a shard that is done takes what none has kept, then the last of another', () => {
  const [few = [], many = []] = shares(['x', 'a0', 'y'], [['a0'], names(100, 'b')]);
  expect(few.slice(0, 3)).toEqual(['a0', 'x', 'y']);
  expect(few.slice(3)).toContain('b99');
  expect([...few, ...many].sort()).toEqual(['a0', 'x', 'y', ...names(100, 'b')].sort());
});

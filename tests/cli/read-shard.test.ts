import { expect, test } from 'vitest';
import { readShard } from '../../src/cli/read-shard.ts';

test.each([
  ['nothing', {}, {}, undefined],
  ['the option', { shard: '2/3' }, {}, [2, 3]],
  ['one part of one', { shard: '1/1' }, {}, [1, 1]],
  ['GitLab', {}, { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }, [2, 4]],
  ['GitLab without parallel', {}, { CI_NODE_TOTAL: '1' }, undefined],
  ['Kubernetes', {}, { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '4' }, [1, 4]],
  ['Kubernetes with an option', { 'shard-count': '4' }, { JOB_COMPLETION_INDEX: '3' }, [4, 4]],
  ['an Indexed Job of another kind', {}, { JOB_COMPLETION_INDEX: '3' }, undefined],
  ['the option before the environment', { shard: '1/2' }, { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '4' }, [1, 2]],
  ['off', { shard: 'off' }, { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '4' }, undefined],
])('%s', (_, options, env, expected) => {
  const part = readShard(options, env);
  expect(part && [part.number, part.of]).toEqual(expected);
});

test.each([
  [{ shard: '0/3' }, {}],
  [{ shard: '4/3' }, {}],
  [{ shard: '2' }, {}],
  [{ shard: '1/5000' }, {}],
  [{ shard: '-1/3' }, {}],
  [{ 'shard-count': '4' }, {}],
  [{}, { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' }],
  [{}, { JOB_COMPLETION_INDEX: '4', JOB_COMPLETIONS: '4' }],
  [{}, { JOB_COMPLETION_INDEX: 'x', JOB_COMPLETIONS: '4' }],
])('%j %j is no part', (options, env) => {
  expect(() => readShard(options, env)).toThrow(expect.objectContaining({ hint: expect.stringMatching(/--shard i\/n/) }));
});

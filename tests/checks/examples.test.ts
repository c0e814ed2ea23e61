import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { runExample } from './run-example.ts';

const NOT_CHECKS = ['define-check.ts', 'index.ts', 'run-checks.ts', 'segment-checks.ts'];

test('every file in checks/ is registered under its name, sorted', () => {
  const files = readdirSync(new URL('../../src/checks', import.meta.url)).filter((name) => name.endsWith('.ts') && !NOT_CHECKS.includes(name));
  expect(checks.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  test('says what it is for', () => {
    for (const text of [check.summary, check.why, check.whatToDo]) expect(text).toMatch(/^\S.*[.…]$/s);
    expect(check.id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
  });

  test('has an accepted and a rejected example', () => {
    expect(check.examples.filter(({ expected }) => expected.length === 0)).not.toEqual([]);
    expect(check.examples.filter(({ expected }) => expected.length > 0)).not.toEqual([]);
  });

  test.each(check.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const findings = runExample(check, example);
    expect(findings.map(({ args }) => args)).toEqual(example.expected);
    for (const { message } of findings) expect(message).toMatch(/^\S.*[.?]$/s);
  });
});

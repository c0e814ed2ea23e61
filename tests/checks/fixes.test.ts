import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { TextEdit } from '../../src/model/finding.ts';
import { expandPairs } from './expand-pairs.ts';
import { runExample } from './run-example.ts';

interface Fixed {
  readonly name: string;
  readonly content: Readonly<Record<string, string>>;
}

/** Every example with findings that a machine may fix, with all fixes applied. */
const cases = checks.flatMap((check) => check.examples.flatMap((example) => {
  const written = typeof example.content === 'string' ? { 'de-de/guide.md': example.content } : example.content;
  const findings = runExample(check, example);
  if (findings.every(({ fix }) => fix === undefined)) return [];
  const before = Object.fromEntries(Object.entries(written).map(([file, text]) => [file, expandPairs(text)]));
  const content = Object.fromEntries(Object.entries(before).map(([file, text]) => [file, applied(text, findings.filter((finding) => finding.file === file).flatMap(({ fix }) => fix ?? []))]));
  return [{ check, example, name: `${check.id}: ${example.name}`, before, after: { name: example.name, content } satisfies Fixed, unfixed: findings.filter(({ fix }) => fix === undefined).length }];
}));

test('there are fixes', () => expect(cases.length).toBeGreaterThan(2));

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, { check, example, before, after, unfixed }) => {
  test('the fixed text has only the findings that were not to be fixed', () => {
    expect(runExample(check, { ...example, content: after.content })).toHaveLength(unfixed);
  });

  test('only targets change', () => {
    for (const [file, text] of Object.entries(before)) expect(withoutTargets(after.content[file] ?? '')).toBe(withoutTargets(text));
  });
});

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text);
}

function withoutTargets(text: string): string {
  const { segments } = ingest({ locale: 'x', path: 'a.md', file: 'x/a.md', text });
  return segments.reduceRight((out, { targetRange }) => out.slice(0, targetRange.start) + out.slice(targetRange.end), text);
}

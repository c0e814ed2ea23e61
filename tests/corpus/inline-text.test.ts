import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { inlineText, parsedText } from '../../src/markdown/inline-text.ts';
import { corpusFolder } from '../support/corpus.ts';
import { inlineFault } from '../support/inline-fault.ts';

describe.each([
  ['alchemy/ar-sa', 40_000],
  ['alchemy/de-de', 40_000],
  ['alchemy/ja-jp', 40_000],
  ['alchemy/vi-vn', 40_000],
  ['office-js/ja-jp', 40_000],
])('the segments of %s', (name, least) => {
  const root = corpusFolder(name);
  const absent = !existsSync(root);

  test.skipIf(absent)(absent ? `skipped: ${root} is absent; set INTERLINEAR_CORPUS` : 'lose no character, and are read as the parser reads them', () => {
    const sides = sidesOf(root);
    expect(sides.size).toBeGreaterThan(least);
    const wrong = [...sides].flatMap((raw) => {
      const text = inlineText(raw);
      const fault = inlineFault(text) ?? (isDeepStrictEqual(text.tokens, parsedText(raw).tokens) ? undefined : 'another reading');
      return fault === undefined ? [] : [{ raw, fault }];
    });
    expect(wrong).toEqual([]);
  });
});

function sidesOf(root: string): Set<string> {
  const sides = new Set<string>();
  for (const path of globSync('**/*.md', { cwd: root })) {
    const { segments } = ingest({ locale: 'x', path, file: path, text: readFileSync(join(root, path), 'utf8') });
    for (const { target, source } of segments) sides.add(target).add(source);
  }
  return sides;
}

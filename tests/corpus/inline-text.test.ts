import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { inlineText, parsedText } from '../../src/markdown/inline-text.ts';
import { corpusFolder } from '../support/corpus.ts';
import { inlineFault } from '../support/inline-fault.ts';
import { LONG_RUN } from '../support/long-run.ts';

/** One article of so many is read: each text is read twice, once by the parser. */
const EVERY = LONG_RUN ? 1 : 6;

describe.each<readonly [string, number]>([
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
    expect(sides.size).toBeGreaterThan(least / EVERY / 2);
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
  for (const path of globSync('**/*.md', { cwd: root }).sort().filter((_, at) => at % EVERY === 0)) {
    const { segments } = ingest({ locale: 'x', path, file: path, text: readFileSync(join(root, path), 'utf8') });
    for (const { target, source } of segments) sides.add(target).add(source);
  }
  return sides;
}

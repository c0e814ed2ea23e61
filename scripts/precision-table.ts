/**
 * Writes src/checks/precision.json as the rows of the table in the help:
 *
 *   node scripts/precision-table.ts
 *
 * The article has one such table; its head is translated, its rows are the same in all locales.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import precision from '../src/checks/precision.json' with { type: 'json' };
import { compareText } from '../src/text/compare-text.ts';

const ARTICLES = 'content/*/quality/precision.md';

/** The columns, in the order of the table's head. */
const LANGUAGES = ['ar', 'de', 'ja', 'vi'];

/** The rows in place of those that `article` has: the lines that begin with a rule. */
export function withPrecision(article: string): string {
  return article.replace(/^(?:\| `[a-z-]+` \|.*\n)+/m, () => `${rows().join('\n')}\n`);
}

function rows(): string[] {
  return Object.entries(precision)
    .sort(([a], [b]) => compareText(a, b))
    .map(([rule, { hits, sampled, right }]) => {
      const counts = LANGUAGES.map((language) => sum(Object.entries(hits).flatMap(([place, count]) => (place.includes(`/${language}-`) ? [count] : []))));
      return `| ${[`\`${rule}\``, sampled > 0 ? `${right} / ${sampled}` : '', ...counts].join(' | ')} |`;
    });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

if (import.meta.main) for (const file of globSync(ARTICLES)) writeFileSync(file, withPrecision(readFileSync(file, 'utf8')));

import { readFileSync } from 'node:fs';

/** Style sheet of the pages that stand alone: the site's own tokens and base, and what these pages add. */
export function pageStyles(): string {
  return ['tokens', 'base', 'reference', 'findings'].map((name) => readFileSync(new URL(`../site/styles/${name}.css`, import.meta.url), 'utf8')).join('\n');
}

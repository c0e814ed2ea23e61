import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareText } from '../text/compare-text.ts';

/** Everything in the project's own folder that the look of a page can depend on. */
const SOURCES = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** A digest of this version of the tool, byte by byte, and of the Node that runs it. */
export function codeDigest(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((name) => filesBelow(root, name))) hash.update(file).update('\0').update(readFileSync(root + file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(root: string, name: string): string[] {
  if (name !== 'src') return [name];
  const entries = readdirSync(root + name, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath.slice(root.length)}/${entry.name}`).sort(compareText);
}

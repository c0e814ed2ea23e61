// What runs before any TypeScript is loaded: it decides which code runs.
import { enableCompileCache } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Holds what `npm ci` makes of the sources, and the code that V8 has compiled. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/interlinear/', import.meta.url));

/** Folder of the bundle, which is made by `scripts/bundle.ts`. */
export const BUNDLE = `${CACHE}bundle/`;

/** Keeps the code that V8 compiles for the next run, beside the packages where that can be written. */
export function keepCompiledCode() {
  const { status } = enableCompileCache(`${CACHE}v8`);
  // 0: failed.
  if (status === 0) enableCompileCache();
}

/**
 * Says which sources these are, by names, sizes and times of change: nothing is read.
 * @returns {string}
 */
export function sourceStamp() {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|mjs|json|astro|css|html|svg)$/.test(name)).sort();
  return [process.version, ...[...sources.map((name) => `src/${name}`), 'package-lock.json'].map((name) => `${name} ${stampOf(root + name)}`)].join('\n');
}

function stampOf(file) {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

/**
 * Where the bundle is, if it was made of these very sources: loading one file instead of hundreds of modules takes
 * a third of the time. It holds `main.js`, `worker.js` and the folder `pages/` (site/prebuilt/prebuild-pages.ts).
 * @returns {string | undefined} URL of the folder, with a slash at its end
 */
export function bundleFolder() {
  try {
    if (readFileSync(`${BUNDLE}stamp.txt`, 'utf8') !== sourceStamp()) return undefined;
    return pathToFileURL(BUNDLE).href;
  } catch {
    // Never made, or half of it is gone: the sources run as they are.
    return undefined;
  }
}

// What runs before any TypeScript is loaded: it decides which code runs.
import { createHash } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** Holds what `npm ci` makes of the sources, and the code that V8 has compiled. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/interlinear/', import.meta.url));

/** Folder of the bundle, which is made by `scripts/bundle.ts`. */
export const BUNDLE = `${CACHE}bundle/`;

/**
 * Calls of a function, in V8's unit, until its last compiler works on it; V8's own number is 3,000. It runs beside
 * threads that use every core, and what it makes is seldom worth it before a command ends.
 */
const OPTIMISED_AFTER = 60_000;
/**
 * The same for WebAssembly, which here is what finds the colours of code: about how many bytes of it are run; V8's own
 * number is 13,000,000. In a site of little code every thread would compile it in vain.
 */
const WASM_OPTIMISED_AFTER = 130_000_000;

/**
 * Keeps the code that V8 compiles for the next run, beside the packages where that can be written, and sets how it is
 * compiled. To be called before any other code is loaded: V8 takes its code again only with the settings it was made with.
 */
export function keepCompiledCode() {
  setFlagsFromString(`--invocation-count-for-turbofan=${OPTIMISED_AFTER}`);
  setFlagsFromString(`--wasm-tiering-budget=${WASM_OPTIMISED_AFTER}`);
  const { status } = enableCompileCache(`${CACHE}v8`);
  // 0: failed.
  if (status === 0) enableCompileCache();
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the bundle is made of, and what decides what it makes: files and folders below the root. */
function sources() {
  const entries = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true }).filter(({ name }) => !/^\.|\.md$/.test(name));
  const [folders, files] = [['src/'], ['package.json', 'package-lock.json', 'astro.config.mjs']];
  for (const entry of entries) {
    const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/');
    if (entry.isDirectory()) folders.push(`${path}/`);
    else files.push(path);
  }
  return { folders: folders.sort(), files: files.sort() };
}

/**
 * Says which sources these are, by names, sizes and times of change: nothing is read.
 * @returns {string}
 */
export function sourceStamp() {
  const { folders, files } = sources();
  return [process.version, ...folders.map(stampOf), ...files.map(stampOf)].join('\n');
}

function stampOf(path) {
  const { size, mtimeMs } = statSync(ROOT + path);
  return path.endsWith('/') ? `${path}\t${mtimeMs}` : `${path}\t${size}\t${mtimeMs}`;
}

/** Whether a stamp is still right. A folder in which nothing came or went has its time, and need not be listed. */
function isCurrent(stamp) {
  const [version, ...lines] = stamp.split('\n');
  const other = lines.filter((line) => stampOf(line.slice(0, line.indexOf('\t'))) !== line);
  if (version !== process.version || other.some((line) => !line.includes('/\t'))) return false;
  const files = lines.filter((line) => !line.includes('/\t')).map((line) => line.slice(0, line.indexOf('\t')));
  return other.length === 0 || sources().files.join('\n') === files.join('\n');
}

/** A digest of the sources, byte by byte, and of the Node that runs them. @returns {string} 64 hex digits */
export function sourceDigest() {
  const digest = createHash('sha256').update(process.version);
  for (const path of sources().files) digest.update(path).update('\0').update(readFileSync(ROOT + path)).update('\0');
  return digest.digest('hex');
}

/**
 * Where the bundle is, if it was made of these very sources: loading one file instead of hundreds of modules takes
 * a third of the time. It holds `main.js`, `worker.js`, `digest.txt` ({@link sourceDigest}) and the folder `pages/`
 * (site/prebuilt/prebuild-pages.ts).
 * @returns {string | undefined} URL of the folder, with a slash at its end
 */
export function bundleFolder() {
  try {
    if (!isCurrent(readFileSync(`${BUNDLE}stamp.txt`, 'utf8'))) return undefined;
    return pathToFileURL(BUNDLE).href;
  } catch {
    // Never made, or half of it is gone: the sources run as they are.
    return undefined;
  }
}

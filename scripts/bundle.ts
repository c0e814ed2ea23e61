// Bundles the command line and its worker, so that a command loads two files instead of a thousand, and compiles the site's
// pages, so that a build needs neither Astro nor Vite. Runs after `npm ci`;
// without its result, or when a source has changed since, the sources run as they are (src/cli/bundled-code.mjs).
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { BUNDLE, sourceDigest, sourceStamp } from '../src/cli/bundled-code.mjs';
import { prebuildPages } from '../src/site/prebuilt/prebuild-pages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Packages that find files of their own, or are loaded for few commands only. */
const EXTERNAL = ['@astrojs/markdown-remark', '@astrojs/mdx', '@hono/node-server', 'astro', 'htm', 'node', 'pagefind', 'preact', 'satteri', 'scslre', 'shiki', 'vite'];

/** Modules find their files from where they were written. */
const ownAddress: Plugin = {
  name: 'own-address',
  transform(code, id) {
    if (!id.startsWith(ROOT + 'src') || !code.includes('import.meta.url')) return undefined;
    const path = relative(BUNDLE, id).split(sep).join('/');
    return { code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`), map: null };
  },
};

const unfinished = `${BUNDLE.replace(/\/$/, '')}-${process.pid}`;
try {
  // Taken first: a source that is saved meanwhile makes the bundle old.
  const stamp = sourceStamp();
  const digest = sourceDigest();
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [ownAddress],
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node22',
      outDir: unfinished,
      minify: false,
      rolldownOptions: {
        input: { main: `${ROOT}src/cli/main.ts`, worker: `${ROOT}src/cli/worker.ts`, 'update-worker': `${ROOT}src/cli/update-worker.ts` },
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
        // gray-matter brings an engine that runs code; it is switched off (ingest/frontmatter.ts).
        onwarn: () => {},
      },
    },
  });
  await prebuildPages(`${unfinished}/pages`);
  // Or Node reads every file to find out what it is.
  writeFileSync(`${unfinished}/package.json`, '{"type":"module"}\n');
  writeFileSync(`${unfinished}/digest.txt`, digest);
  writeFileSync(`${unfinished}/stamp.txt`, stamp);
  rmSync(BUNDLE, { recursive: true, force: true });
  renameSync(unfinished, BUNDLE);
} catch (error) {
  rmSync(unfinished, { recursive: true, force: true });
  console.error(`The command line was not bundled and will start more slowly: ${error instanceof Error ? error.message : String(error)}`);
}

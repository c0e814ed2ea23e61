import { fileURLToPath } from 'node:url';
import { build } from 'astro';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the stub site into a folder, with the project's own configuration. */
export async function buildStub(outDir: string): Promise<void> {
  await build({
    root: here('../..'),
    outDir,
    logLevel: 'warn',
    vite: {
      resolve: {
        alias: [
          { find: /^virtual:interlinear$/, replacement: here('stub-source.ts') },
          { find: /^virtual:interlinear\/mdx$/, replacement: here('stub-mdx.ts') },
        ],
      },
    },
  });
}

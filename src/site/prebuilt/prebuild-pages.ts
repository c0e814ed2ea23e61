import { rmSync } from 'node:fs';
import { build, type AstroIntegration } from 'astro';
import type { SiteSource } from '../../views/site-source.ts';
import { inlineConfig } from '../astro-build.ts';

/**
 * Compiles the site's pages without any content, as Astro does for a server: `server/entry.mjs` renders each
 * page from the running project's {@link SiteSource}, `client/_astro/` holds their scripts and styles. A build
 * then needs neither Astro nor Vite, unless its content is MDX or its base is not `/`.
 * @param out absolute path of a folder in this project, which is made anew
 */
export async function prebuildPages(out: string): Promise<void> {
  const source: Pick<SiteSource, 'mdxKeys' | 'mdxCode'> = { mdxKeys: () => [], mdxCode: () => '' };
  const config = inlineConfig({ source, out, base: '/', origin: undefined });
  const cacheDir = `${out}-cache`;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ ...config, logLevel: 'error', output: 'server', adapter: pageServer, cacheDir, vite: { ...config.vite, ssr: { noExternal: true } } });
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

const pageServer: AstroIntegration = {
  name: 'interlinear-pages',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'interlinear-pages',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('page-server.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
      });
    },
  },
};

import { fileURLToPath } from 'node:url';
import { build, type AstroInlineConfig } from 'astro';
import type { SiteSource } from '../views/site-source.ts';
import { interlinearPlugin } from './interlinear-plugin.ts';

export interface AstroOptions {
  readonly source: SiteSource;
  /** Absolute path; emptied first. */
  readonly out: string;
  readonly base: string;
  readonly origin: string | undefined;
}

/** Renders all pages that the source names, and the styles, into a folder. */
export async function astroBuild(options: AstroOptions): Promise<void> {
  // Nothing of a user's site is anybody's business, and CI has no network.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const config = inlineConfig(options);
  // Astro runs its bundle in the output folder, from where the packages of this project are not found.
  await build({ ...config, vite: { ...config.vite, environments: { prerender: { resolve: { noExternal: true } } } } });
}

/** What `build` and `dev` say to Astro beside astro.config.mjs. */
export function inlineConfig({ source, out, base, origin }: AstroOptions): AstroInlineConfig {
  return {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    outDir: out,
    base,
    ...(origin === undefined ? {} : { site: origin }),
    logLevel: 'warn',
    vite: { plugins: [interlinearPlugin(source)] },
  };
}

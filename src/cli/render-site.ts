import { getEnvironmentData } from 'node:worker_threads';
import type { AstroOptions } from '../site/astro-build.ts';
import { canRenderPrebuilt, renderPrebuilt } from '../site/prebuilt/render-prebuilt.ts';
import { bundleFolder } from './bundled-code.mjs';

/** Renders what Astro renders of a site: with the pages that `npm ci` has compiled, else by Astro itself, which takes seconds. */
export async function renderSite(options: AstroOptions): Promise<void> {
  const known = getEnvironmentData('interlinear.bundle');
  const bundle = typeof known === 'string' ? known : bundleFolder();
  if (bundle !== undefined && canRenderPrebuilt(options.source, options.base)) return renderPrebuilt(new URL('pages/', bundle), options.source, options.out);
  const { astroBuild } = await import('../site/astro-build.ts');
  return astroBuild(options);
}

import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroInlineConfig } from 'astro';
import type { SiteSource } from '../views/site-source.ts';
import { baseConfig, baseViteConfig } from './base-config.ts';
import { browserPlugin } from './browser-plugin.ts';
import { interlinearPlugin, provideSource } from './interlinear-plugin.ts';
import { ASSETS, usedAssets } from './used-assets.ts';

/** Folder of this project. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface AstroOptions {
  readonly source: SiteSource;
  /** Absolute path; what it holds stays. */
  readonly out: string;
  readonly base: string;
  readonly origin: string | undefined;
}

/** Renders all pages that the source names, and the styles, into a folder. */
export async function astroBuild(options: AstroOptions): Promise<void> {
  // Nothing of a user's site is anybody's business, and CI has no network.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Pages ask Vite whether they are built or served, and Vite asks this, whatever it is on the user's machine.
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  // Astro runs its bundle in its output folder where that is below the working folder: only inside the project are the
  // packages found from there, and only in a folder of its own does it not meet another build.
  const parent = join(ROOT, '.interlinear');
  mkdirSync(parent, { recursive: true });
  const own = mkdtempSync(join(parent, 'astro-'));
  const remove = (): void => rmSync(own, { recursive: true, force: true });
  // A build that is interrupted ends the process without coming back here.
  process.once('exit', remove);
  const workingFolder = process.cwd();
  process.chdir(ROOT);
  try {
    provideSource(options.source);
    // MDX brings several hundred modules; most content has none.
    const integrations = options.source.mdxKeys().length > 0 ? [(await import('./mdx-integration.ts')).mdxIntegration()] : [];
    await build({ ...inlineConfig({ ...options, out: join(own, 'out') }), integrations, cacheDir: join(own, 'cache') });
    removeUnused(join(own, 'out'));
    cpSync(join(own, 'out'), options.out, { recursive: true });
  } finally {
    process.chdir(workingFolder);
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
    process.off('exit', remove);
    remove();
  }
}

function removeUnused(folder: string): void {
  const assets = join(folder, ASSETS);
  const files = new Map(readdirSync(assets).map((name) => [name, readFileSync(join(assets, name))]));
  const used = usedAssets(globSync('**/*.html', { cwd: folder }).map((page) => readFileSync(join(folder, page), 'utf8')), files);
  for (const name of files.keys()) if (!used.has(name)) rmSync(join(assets, name));
}

/** What `build` and `dev` say to Astro, without its look-up of a configuration file. */
export function inlineConfig({ source, out, base, origin }: Omit<AstroOptions, 'source'> & { readonly source: Pick<SiteSource, 'mdxKeys' | 'mdxCode'> }) {
  return {
    ...baseConfig,
    configFile: false,
    root: ROOT,
    outDir: out,
    base,
    ...(origin === undefined ? {} : { site: origin }),
    logLevel: 'warn',
    vite: { ...baseViteConfig, plugins: [interlinearPlugin(source), browserPlugin()] },
  } satisfies AstroInlineConfig;
}

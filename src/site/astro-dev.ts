import { dev } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { CONTENT_TYPES } from '../model/content-types.ts';
import { inlineConfig, type AstroOptions } from './astro-build.ts';
import { provideSource } from './interlinear-plugin.ts';
import { mdxIntegration } from './mdx-integration.ts';

export interface AstroDevOptions extends Omit<AstroOptions, 'out'> {
  /** Absolute path of the content root, which is watched. */
  readonly content: string;
  readonly port: number;
  readonly host: string;
  /** A published file that is no page, by its path below the base, e.g. `assets/a.1f0a2b3c4d.png`. */
  readonly asset: (path: string) => Uint8Array | string | undefined;
  /** Called with absolute paths that changed, appeared or went, a moment after the last of them. */
  readonly onChange: (files: readonly string[]) => Promise<void>;
}

export interface DevServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts Astro's dev server on a site whose pages are all rendered on request. */
export async function astroDev(options: AstroDevOptions): Promise<DevServer> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['NODE_ENV'] = 'development';
  provideSource(options.source);
  const { vite, ...config } = inlineConfig({ ...options, out: './dist' });
  const server = await dev({
    ...config,
    integrations: [mdxIntegration()],
    server: { port: options.port, host: options.host },
    vite: { ...vite, plugins: [...(vite?.plugins ?? []), contentPlugin(options)] },
  });
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${server.address.port}${options.base}`, port: server.address.port, stop: () => server.stop() };
}

/** Milliseconds of quiet after which a series of changes counts as one: editors write in several steps. */
const QUIET = 80;

function contentPlugin({ content, base, asset, onChange }: AstroDevOptions): Plugin {
  return {
    name: 'interlinear-content',
    configureServer(server) {
      server.watcher.add(content);
      const changed = new Set<string>();
      let timer: ReturnType<typeof setTimeout> | undefined;
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(content)) return;
        changed.add(file);
        clearTimeout(timer);
        timer = setTimeout(() => void reload(server, changed, onChange), QUIET);
      });
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, ''));
        // Vite may have taken the base off already.
        const bytes = asset(path.slice(path.startsWith(base) ? base.length : 1));
        if (bytes === undefined) return next();
        response.writeHead(200, { 'Content-Type': CONTENT_TYPES[path.slice(path.lastIndexOf('.'))] ?? 'application/octet-stream', 'X-Content-Type-Options': 'nosniff' });
        response.end(bytes);
      });
    },
  };
}

async function reload(server: ViteDevServer, changed: Set<string>, onChange: AstroDevOptions['onChange']): Promise<void> {
  const files = [...changed];
  changed.clear();
  await onChange(files);
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.idToModuleMap.values()) {
      if (module.id?.includes('@interlinear/') || module.id?.includes('virtual:interlinear')) environment.moduleGraph.invalidateModule(module);
    }
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}

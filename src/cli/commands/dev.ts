import { basename, relative, sep } from 'node:path';
import { checks } from '../../checks/index.ts';
import { LEFTOVER } from '../../host/atomic-write.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { UserError } from '../../model/user-error.ts';
import type { PublishedAsset } from '../../project/assets.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { openLiveSite } from '../../project/live-site.ts';
import type { Command } from '../command.ts';
import { openProject } from '../open-project.ts';
import { readPort } from '../read-port.ts';
import { formatReport } from '../report-output.ts';

export const dev: Command = {
  name: 'dev',
  summary: 'Serve the site while you edit; pages follow the files.',
  options: ['content', 'config', 'locale', 'base', 'port', 'host'],
  details: 'Renders each page when it is opened. A change to a file of the content shows at once, and its findings are printed.\nStops at Ctrl+C.',
  async run({ options, terminal }) {
    let port = readPort(options.port);
    const { astroDev } = await import('../../site/astro-dev.ts');
    const host = createNodeHost();
    const assets = new Map<string, PublishedAsset>();
    let site = openLiveSite(host, openProject(host, options), checks, (asset) => assets.set(asset.path, asset));
    let server = await serve();
    // A restart must be found where the reader's browser is.
    port = server.port;
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
    report();
    terminal.note(`Serving ${relative(process.cwd(), site.map.root) || '.'} at ${server.url}\nPress Ctrl+C to stop.`);
    await stopped;
    await server.stop();
    return 0;

    function serve() {
      return astroDev({
        source: site.source,
        base: site.map.config.base,
        origin: site.map.config.origin,
        content: site.map.root,
        port,
        host: options.host ?? 'localhost',
        asset: (path) => assets.get(path)?.bytes ?? site.file(path),
        onChange,
      });
    }

    async function onChange(files: readonly string[]): Promise<void> {
      const changed = files.filter((file) => !LEFTOVER.test(basename(file))).map((file) => relative(site.map.root, file).split(sep).join('/'));
      if (changed.length === 0) return;
      terminal.note(`Changed: ${changed.join(', ')}`);
      const map = reopen();
      if (!map) return;
      if (samePages(map, site.map)) {
        site.update(changed);
      } else {
        site = openLiveSite(host, map, checks, (asset) => assets.set(asset.path, asset));
        await server.stop();
        server = await serve();
      }
      report();
    }

    /** The content as it is, or undefined while its configuration is being edited and broken. */
    function reopen(): ContentMap | undefined {
      try {
        return openProject(host, options);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        terminal.note(`error: ${error.message}\n  ${error.hint}`);
        return undefined;
      }
    }

    function report(): void {
      for (const note of site.map.notes) terminal.note(`note: ${note}`);
      terminal.out(formatReport('pretty', site.scan, { host, map: site.map, terminal, all: false }));
    }
  },
};

/** Whether nothing was added, removed, renamed or configured: then the server can go on with the same routes. */
function samePages(a: ContentMap, b: ContentMap): boolean {
  return JSON.stringify([a.config, a.paths, [...a.inventory.files]]) === JSON.stringify([b.config, b.paths, [...b.inventory.files]]);
}


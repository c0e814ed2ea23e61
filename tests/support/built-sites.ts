import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/host/serve-folder.ts';
import { readSiteFacts } from '../../src/host/staged-folder.ts';
import { buildSite } from './run-cli.ts';

export interface BuiltSite {
  /** Absolute path of the output. */
  readonly folder: string;
  /** Without a trailing slash. */
  readonly origin: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The project's own `content/`. */
    readonly own: BuiltSite;
    /** `tests/fixtures/docset`: no configuration file, odd names, two directions. */
    readonly docset: BuiltSite;
    /** `tests/fixtures/branded`: every setting that changes what stands around the pages, below `/help/`. */
    readonly branded: BuiltSite;
    /** `tests/fixtures/joined`, below `/docs/`: one article in three versions of its translation, one without its file. */
    readonly joined: BuiltSite;
  }
}

/** Builds the sites once for all tests of the whole site, and serves them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const root = mkdtempSync(join(tmpdir(), 'interlinear-sites-'));
  const servers = await Promise.all((['own', 'docset', 'branded', 'joined'] as const).map(async (name) => {
    const folder = join(root, name);
    if (name === 'docset') buildSite('tests/fixtures/docset', folder, '--base', 'https://help.example/');
    else buildSite(name === 'own' ? 'content' : `tests/fixtures/${name}`, folder);
    const server = await serveFolder({ folder, base: readSiteFacts(folder)?.base, port: 0, host: '127.0.0.1' });
    project.provide(name, { folder, origin: server.url.replace(/\/$/, '') });
    return server;
  }));
  return () => {
    for (const server of servers) server.close();
    rmSync(root, { recursive: true, force: true });
  };
}

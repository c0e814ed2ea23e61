import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/host/serve-folder.ts';
import { buildSite } from './run-cli.ts';

/** `tests/fixtures/joined`, built and served: one article in three versions of its translation, one without its file. */
export interface JoinedSite {
  readonly folder: string;
  /** Address of a page: `at('vi-vn/mail/')`. */
  readonly at: (path: string) => string;
  readonly close: () => void;
}

export async function openJoinedSite(): Promise<JoinedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'interlinear-joined-'));
  buildSite('tests/fixtures/joined', folder);
  const server = await serveFolder({ folder, base: '/docs/', port: 0, host: '127.0.0.1' });
  return {
    folder,
    at: (path) => server.url + path,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

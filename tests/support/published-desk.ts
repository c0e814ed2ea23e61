import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serveFolder } from '../../src/host/serve-folder.ts';
import { buildSite, runCli } from './run-cli.ts';

export interface PublishedDesk {
  /** Address of the desk, without a fragment. */
  readonly url: string;
  read(file: string): string;
  /** Writes a file of the content. */
  write(file: string, text: string): void;
  /** Publishes the content again as it is now. */
  publish(): void;
  /** `interlinear import` on the content. */
  import(file: string, ...options: readonly string[]): ReturnType<typeof runCli>;
  close(): void;
}

/** A site with `review: true` of these files, built and served. */
export async function openPublishedDesk(files: Readonly<Record<string, string>>): Promise<PublishedDesk> {
  const root = mkdtempSync(join(tmpdir(), 'interlinear-published-'));
  const [content, out] = [join(root, 'content'), join(root, 'site')];
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  const publish = (): void => buildSite(content, out);
  publish();
  const server = await serveFolder({ folder: out, base: '/help/', port: 0, host: '127.0.0.1' });
  return {
    url: `${server.url}review/`,
    read: (file) => readFileSync(join(content, file), 'utf8'),
    write,
    publish,
    import(file, ...options) {
      const taken = join(root, 'changes.jsonl');
      copyFileSync(file, taken);
      return runCli('import', taken, '--content', content, ...options);
    },
    close() {
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

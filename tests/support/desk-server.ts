import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT } from './run-cli.ts';

export interface DeskServer {
  /** With the token of this run. */
  readonly url: string;
  /** Absolute path of its content. */
  readonly folder: string;
  read(file: string): string;
  write(file: string, text: string): void;
  close(): Promise<void>;
}

export interface DeskServerOptions {
  /** Longest file that it may write, in KiB: beyond it the system refuses, as on a full disk. */
  readonly fileLimit?: number;
  /** It may read the files and write none. */
  readonly readOnly?: true;
}

/** Nobody: an administrator may write everywhere. */
const NOBODY = 65534;

/** `interlinear review` on a folder of its own that holds these files. */
export async function openDeskServer(files: Readonly<Record<string, string>>, { fileLimit, readOnly }: DeskServerOptions = {}): Promise<DeskServer> {
  const folder = mkdtempSync(join(tmpdir(), 'interlinear-desk-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  if (readOnly) for (const place of [folder, ...Object.keys(files).map((file) => dirname(join(folder, file)))]) chmodSync(place, 0o555);
  const command = [process.execPath, 'src/cli/interlinear.mjs', 'review', '--content', folder, '--port', '0'];
  const [program = '', ...args] = fileLimit === undefined ? command : ['bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...command];
  const child = spawn(program, args, { cwd: PROJECT, env: { ...process.env, NO_COLOR: '1' }, ...(readOnly && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }) });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [found] = /http:\/\/\S+token=\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`interlinear review ended with ${code}:\n${said}`)));
  });
  return {
    url,
    folder,
    write,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One pair of an article. */
export function pair(target: string, source: string, ordinal: number): string {
  return `<span data-ttu-id="3a85d-${ordinal}">${target}</span><span class="sxs-lookup"><span data-stu-id="3a85d-${ordinal}">${source}</span></span>`;
}

/** An article whose first pair is its heading, and each other pair a paragraph. */
export function article(locale: string, pairs: readonly (readonly [target: string, source: string])[], provenance = 'MT'): string {
  const [heading = '', ...rest] = pairs.map(([target, source], at) => pair(target, source, 102 + at));
  return `---\ntitle: ${pairs[0]?.[0] ?? ''}\nms.contentlocale: ${locale}\nms.openlocfilehash: "${'a'.repeat(40)}"\nms.translationtype: ${provenance}\nms.lasthandoff: 2020-01-02\n---\n# ${heading}\n\n${rest.join('\n\n')}\n`;
}

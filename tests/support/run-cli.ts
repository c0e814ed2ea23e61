import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the tool as a user does. `status` is its exit code. */
export function runCli(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/interlinear.mjs', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { ...process.env, NO_COLOR: '1', CI: 'true' },
  });
  return { status, stdout, stderr };
}

/** Builds a site into a folder. @throws when the build fails, with what it said */
export function buildSite(content: string, out: string, ...options: readonly string[]): void {
  const { status, stdout, stderr } = runCli('build', '--content', content, '--out', out, ...options);
  if (status !== 0) throw new Error(`interlinear build --content ${content} ended with ${status}:\n${stdout}\n${stderr}`);
}

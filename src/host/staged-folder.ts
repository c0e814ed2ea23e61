import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** A folder that is written beside its place and put there when complete. */
export interface StagedFolder {
  /** Absolute path to write to. */
  readonly path: string;
  /** Puts the folder in its place; the old one goes. */
  commit(): void;
  /** Throws the unfinished folder away; the old one stays. */
  discard(): void;
}

/** Says that a folder was made by this tool and may be replaced by it. */
const MARKER = 'interlinear.json';

/**
 * Starts a new version of the output folder. Two renames swap it in, so that the place holds the old
 * or the new version and nothing in between; an interrupted swap is mended at the next start.
 * @param kept folders that must never be replaced, e.g. the content
 * @throws {UserError} when `out` holds something that this tool did not make
 */
export function stageFolder(out: string, kept: readonly string[]): StagedFolder {
  for (const folder of kept) {
    const inside = relative(out, folder);
    if (inside === '' || (!inside.startsWith('..') && inside !== folder)) {
      throw new UserError(`The output folder ${out} holds ${inside === '' ? 'the content itself' : folder}, which the build would delete.`, 'Name another folder with --out.');
    }
  }
  const [staged, old] = [sibling(out, `new-${process.pid}`), sibling(out, 'old')];
  if (existsSync(old) && !existsSync(out)) renameSync(old, out);
  removeLeftovers(out);
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, MARKER))) {
    throw new UserError(`The output folder ${out} is not empty and was not written by Interlinear.`, 'Empty it, or name another folder with --out.');
  }
  for (const folder of [staged, old]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  return {
    path: staged,
    commit() {
      writeFileSync(join(staged, MARKER), `${JSON.stringify({ generator: 'interlinear' })}\n`);
      if (existsSync(out)) renameSync(out, old);
      renameSync(staged, out);
      rmSync(old, { recursive: true, force: true });
    },
    discard() {
      rmSync(staged, { recursive: true, force: true });
    },
  };
}

/** Removes what builds left behind that were killed. */
function removeLeftovers(out: string): void {
  if (!existsSync(dirname(out))) return;
  const prefix = basename(sibling(out, 'new-'));
  for (const name of readdirSync(dirname(out))) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) rmSync(join(dirname(out), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function sibling(out: string, suffix: string): string {
  return join(dirname(out), `.${basename(out)}.${suffix}`);
}

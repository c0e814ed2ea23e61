import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';

export interface LineCommit {
  readonly commit: string;
  /** ISO date. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** Commits that changed these lines (1-based) of a file, newest first, at most ten; empty where git or its history is missing. */
export function lineHistory(file: string, { from, to }: { readonly from: number; readonly to: number }): readonly LineCommit[] {
  const { status, stdout } = spawnSync('git', ['log', '--no-patch', '--max-count=10', '--format=%h%x09%cs%x09%an%x09%s', `-L${from},${to}:./${basename(file)}`], { cwd: dirname(file), encoding: 'utf8', timeout: 5_000 });
  if (status !== 0) return [];
  return stdout.split('\n').flatMap((line) => {
    const [commit, date, author, subject] = line.split('\t');
    return commit && date && author !== undefined && subject !== undefined ? [{ commit, date, author, subject }] : [];
  });
}

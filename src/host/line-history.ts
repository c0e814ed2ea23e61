import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

export interface LineCommit {
  readonly commit: string;
  /** ISO date. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** Commits that changed these lines (1-based) of a file, newest first, at most ten; empty where git or its history is missing. */
export function lineHistory(file: string, { from, to }: { readonly from: number; readonly to: number }): Promise<readonly LineCommit[]> {
  const { promise, resolve } = Promise.withResolvers<readonly LineCommit[]>();
  // Nothing here may write, ask for a password, or speak the user's language.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const args = ['log', '--no-patch', '--no-color', '--no-ext-diff', '--no-textconv', '--max-count=10', '--format=%h%x09%cs%x09%an%x09%s', `-L${from},${to}:./${basename(file)}`];
  execFile('git', args, { cwd: dirname(file), env, encoding: 'utf8', timeout: 5_000, maxBuffer: 1_000_000 }, (error, stdout) => resolve(error ? [] : stdout.split('\n').flatMap(readLine)));
  return promise;
}

function readLine(line: string): LineCommit[] {
  const [commit, date, author, subject] = line.split('\t');
  return commit && date && author !== undefined && subject !== undefined ? [{ commit, date, author, subject }] : [];
}

import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** What differs between a commit and the folder of work, tracked or not. */
export interface Changes {
  /** The commit compared with: the last that the branch and the ref have in common. */
  readonly base: string;
  /** Changed, added and removed files, relative to the root of the repository, sorted by git. */
  readonly files: readonly ChangedFile[];
}

interface ChangedFile {
  readonly path: string;
  /** Name of its content at {@link Changes.base}; undefined when it was not there, or was no file. */
  readonly blob: string | undefined;
}

export interface GitRepository {
  /** Absolute path, links resolved. */
  readonly root: string;
  /**
   * What changed below a folder since the work branched off from a ref.
   * @throws {UserError} when the ref is not there, or the history is too short to know
   */
  changesSince(ref: string, folder: string): Changes;
  /** Contents by name, in the order given. */
  readBlobs(names: readonly string[]): Buffer[];
  /** Hash of the commit that is checked out; undefined when there is none yet. */
  head(): string | undefined;
}

/**
 * The repository that a folder is part of.
 * @throws {UserError} when it is part of none, or git is not there
 */
export function openRepository(folder: string): GitRepository {
  const found = git(folder, ['rev-parse', '--show-toplevel']);
  if (found.status !== 0) throw notARepository(folder, found.problem);
  const root = realpathSync(found.text.replace(/\r?\n$/, ''));
  return {
    root,
    changesSince(ref, below) {
      const commit = commitOf(root, ref);
      const base = mergeBase(root, ref, commit);
      const place = relative(root, realpathSync(below)).split(sep).join('/') || '.';
      const changed = git(root, ['diff', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules', base, '--', place]);
      const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', place]);
      for (const { status, problem } of [changed, untracked]) if (status !== 0) throw refused(problem);
      const files = new Map([...rawChanges(changed.text), ...untracked.text.split('\0').filter((path) => path !== '').map((path) => ({ path, blob: undefined }))].map((file) => [file.path, file]));
      return { base, files: [...files.values()] };
    },
    readBlobs(names) {
      if (names.length === 0) return [];
      const { status, bytes, problem } = git(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
      if (status !== 0) throw refused(problem);
      return batch(bytes, names);
    },
    head: () => {
      const { status, text } = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
      return status === 0 ? text.trim() : undefined;
    },
  };
}

/** Commits are named by hash or plain ref; what looks like an option is none. */
function commitOf(root: string, ref: string): string {
  const { status, text } = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (status === 0 && !ref.startsWith('-')) return text.trim();
  const remote = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `origin/${ref}^{commit}`]);
  if (remote.status === 0 && !ref.startsWith('-')) throw new UserError(`There is no git ref "${ref}" here.`, `Did you mean "origin/${ref}"?`);
  throw new UserError(`There is no git ref "${ref}" here.`, isShallow(root) ? `The history here is cut short. ${DEEPEN}` : `Check the name with \`git branch --all\`, or get it with \`git fetch origin ${/^[\w./-]+$/.test(ref) ? ref : '<branch>'}\`.`);
}

const DEEPEN = 'Fetch all of it: `fetch-depth: 0` with actions/checkout, `GIT_DEPTH: 0` in GitLab CI, or `git fetch --unshallow`.';

function mergeBase(root: string, ref: string, commit: string): string {
  const { status, text } = git(root, ['merge-base', commit, 'HEAD']);
  if (status === 0) return text.trim();
  if (isShallow(root)) throw new UserError(`The history here is cut short: it does not go back to where the work branched off from "${ref}".`, DEEPEN);
  throw new UserError(`The commit that is checked out and "${ref}" have no history in common.`, 'Name a ref that the work is based on, and commit at least once.');
}

function isShallow(root: string): boolean {
  return git(root, ['rev-parse', '--is-shallow-repository']).text.trim() === 'true';
}

/** `:100644 100644 <hash> <hash> M\0path\0`: modes, contents, kind (git-diff(1), "Raw output format"). */
function rawChanges(text: string): ChangedFile[] {
  const fields = text.split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [mode = '', , blob = ''] = (fields[index] ?? '').slice(1).split(' ');
    files.push({ path: fields[index + 1] ?? '', blob: mode.startsWith('100') ? blob : undefined });
  }
  return files;
}

/** `<hash> blob <size>\n<content>\n` for every name. */
function batch(bytes: Buffer, names: readonly string[]): Buffer[] {
  let at = 0;
  return names.map((name) => {
    const line = bytes.indexOf(10, at);
    const size = Number(/^\S+ blob (\d+)$/.exec(bytes.subarray(at, line).toString())?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw refused(`the object ${name} is not in the repository`);
    at = line + 1 + size + 1;
    return bytes.subarray(line + 1, line + 1 + size);
  });
}

interface Ran {
  readonly status: number | null;
  readonly text: string;
  readonly bytes: Buffer;
  /** The first line that git said went wrong. */
  readonly problem: string;
}

function git(folder: string, args: readonly string[], input?: string): Ran {
  // Nothing here may write, ask for a password, or speak the user's language.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, env, maxBuffer: 2 ** 31 - 1, ...(input !== undefined && { input }) });
  if (error && 'code' in error && error.code === 'ENOENT') throw new UserError('git is not installed, or not in the PATH.', 'Install git; it is needed to compare with another version.');
  if (error) throw refused(error.message);
  const text = stdout.toString();
  return { status, text, bytes: stdout, problem: stderr.toString().split('\n')[0]?.replace(/^(?:fatal|error): /, '') ?? '' };
}

function notARepository(folder: string, problem: string): UserError {
  if (problem.includes('dubious ownership')) return new UserError(`git refuses to read the repository of ${folder}: it belongs to another user.`, `Allow it with \`git config --global --add safe.directory ${join(folder)}\`.`);
  return new UserError(`${folder} is not part of a git repository.`, 'Run this where the content is checked out with git, or leave the option out.');
}

function refused(problem: string): UserError {
  return new UserError(`git could not tell what changed: ${problem.replace(/\.$/, '')}.`, 'Try the same with `git diff` in the repository, and correct what it says.');
}

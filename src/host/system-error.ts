import { UserError } from '../model/user-error.ts';

/** Why an operation on a file failed, in words that fit behind "it cannot be read:". */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'it does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'part of its path is a file';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG':
      return 'it is too large';
    case 'EIO':
      return 'the disk reports an error';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'the disk is full or its limit is reached';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Whether there is nothing at the place that an operation named. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NOT_ALLOWED: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'the name is too long for this disk',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'a file stands where a folder is needed',
  EBUSY: 'it is in use, or is where a disk is mounted',
  EXDEV: 'it stands on another disk',
};

/**
 * The machine's fault, not ours: says what could not be written and what to do.
 * @param file what was written; default: the file that the error names
 * @returns undefined for every other error
 */
export function writeProblem(error: unknown, file?: string): UserError | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const named = file ?? (error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'a file of the site');
  if (NO_ROOM.has(code)) return new UserError(`There is no room to write ${named}: the disk is full or its limit is reached.`, 'Free some space or name a folder on another disk with --out. The site that was there is unchanged.');
  const reason = NOT_ALLOWED[code];
  return reason === undefined ? undefined : new UserError(`Cannot write ${named}: ${reason}.`, 'Correct that or name another folder with --out. The site that was there is unchanged.');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

import { statSync } from 'node:fs';

/** Bytes of a file; 0 when there is none. */
export function fileSize(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

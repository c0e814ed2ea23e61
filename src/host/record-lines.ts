import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../model/user-error.ts';
import { reasonOf, writeProblem } from './system-error.ts';

/** A file that grows line by line. */
export interface LineWriter {
  /** @param line without a line end @throws {UserError} when the machine refuses */
  add(line: string): void;
  close(): void;
}

/** @throws {UserError} when the file cannot be made */
export function writeLines(file: string): LineWriter {
  const attempt = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw writeProblem(error, file) ?? error;
    }
  };
  const handle = attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'w');
  });
  return {
    add(line) {
      const bytes = Buffer.from(`${line}\n`);
      attempt(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      });
    },
    close: () => closeSync(handle),
  };
}

/** The lines of a file, one in memory at a time. @throws {UserError} when it cannot be read */
export async function* readLines(file: string): AsyncGenerator<string> {
  try {
    // U+2028 and U+2029 stand in texts; only line feeds end a line here.
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 })) yield line;
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${reasonOf(error)}.`, 'Check the path, or build that part again.');
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../model/user-error.ts';
import { reasonOf } from './system-error.ts';

const SIZE = 1 << 16;

/**
 * The text of a file in pieces, so that its size costs no memory: UTF-8, or UTF-16 where a byte order mark says so.
 * @throws {UserError} when it cannot be read or is neither
 */
export function* readChunks(file: string): Generator<string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw cannotRead(file, reasonOf(error));
  }
  try {
    const buffer = Buffer.alloc(SIZE);
    let decoder: TextDecoder | undefined;
    for (let length = read(handle, buffer, file); length > 0; length = read(handle, buffer, file)) {
      decoder ??= new TextDecoder(encodingOf(buffer.subarray(0, length)), { fatal: true });
      yield decode(file, decoder, buffer.subarray(0, length));
    }
    if (decoder) yield decode(file, decoder, undefined);
  } finally {
    closeSync(handle);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function read(handle: number, buffer: Buffer, file: string): number {
  try {
    return readSync(handle, buffer, 0, buffer.length, null);
  } catch (error) {
    throw cannotRead(file, reasonOf(error));
  }
}

function decode(file: string, decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw cannotRead(file, `it is not ${decoder.encoding.toUpperCase()}`);
  }
}

function cannotRead(file: string, reason: string): UserError {
  return new UserError(`${file} cannot be read: ${reason}.`, 'Check the path, or save the file as UTF-8.');
}

import { appendFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { RecordCache, RecordCaches, RecordWriter } from '../model/record-cache.ts';
import { isRunning } from './is-running.ts';
import { isMissing, reasonOf } from './system-error.ts';

/** Number of the form that is written; what has another number is not read. */
const FORMAT = 2;
/** Files kept of one kind: a project is built with and without this and that. */
const KEPT = 4;
/** Hexadecimal digits of a CRC-32: it finds what a disk or a copy has damaged, and takes a third of the time of a digest. */
const SUM_LENGTH = 8;
/** Digits of a key in the name of its file. */
const KEY_LENGTH = 16;

/**
 * Caches in a folder, a file for each kind and key: a head line, then a record a line with its checksum, name and JSON.
 * Nothing in them depends on the machine, so that they can be copied to another.
 * @param folder absolute path; made when needed
 * @param onDamage called for every record that is found damaged
 * @param onFailure called with a reason when nothing can be kept
 */
export function openRecordCaches(folder: string, onDamage: () => void, onFailure: OnFailure = () => {}): RecordCaches {
  return { open: (kind, key) => openRecordCache(folder, kind, key, onDamage, onFailure), write: (kind, key) => writeRecordCache(folder, kind, key, onFailure) };
}

type OnFailure = (reason: string) => void;

function openRecordCache(folder: string, kind: string, key: string, onDamage: () => void, onFailure: OnFailure): RecordCache {
  const file = fileOf(folder, kind, key);
  const head = headOf(kind, key);
  const read = readLines(file, head);
  const { lines, damaged } = read;
  let bytes = read.bytes;
  let isChanged = damaged > 0;
  for (let count = 0; count < damaged; count++) onDamage();
  return {
    get(name) {
      const line = lines.get(name);
      if (line === undefined) return undefined;
      const json = checked(bytesOf(line, bytes));
      if (json !== undefined) return JSON.parse(json);
      onDamage();
      isChanged = lines.delete(name);
      return undefined;
    },
    names: () => [...lines.keys()],
    set(name, value) {
      const line = Buffer.from(lineOf(name, value));
      const known = lines.get(name);
      if (known && line.equals(bytesOf(known, bytes))) return;
      lines.set(name, line);
      isChanged = true;
    },
    save(wanted) {
      for (const name of [...lines.keys()].filter((known) => !wanted(known))) isChanged = lines.delete(name);
      if (isChanged) {
        const writer = createWriter(folder, file, head, onFailure);
        for (const line of withoutEnds(lines.values(), bytes)) writer.add(line);
        writer.commit();
      }
      // A large build needs the memory for something else.
      lines.clear();
      bytes = NOTHING;
      removeOld(folder, kind);
    },
  };
}

function writeRecordCache(folder: string, kind: string, key: string, onFailure: OnFailure): RecordWriter {
  const writer = createWriter(folder, fileOf(folder, kind, key), headOf(kind, key), onFailure);
  return {
    add: (name, value) => writer.add(Buffer.from(lineOf(name, value))),
    commit() {
      writer.commit();
      removeOld(folder, kind);
    },
    discard: () => writer.discard(),
  };
}

/** Writes lines beside the file; the rename makes it whole, whenever the process ends. */
function createWriter(folder: string, file: string, head: string, onFailure: OnFailure): { add(line: Buffer): void; commit(): void; discard(): void } {
  const unfinished = `${file}.${process.pid}.new`;
  let isSound = true;
  const attemptWrite = (action: () => void): void => {
    try {
      if (isSound) action();
    } catch (error) {
      isSound = false;
      onFailure(reasonOf(error));
    }
  };
  attemptWrite(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, `${head}\n`);
  });
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = (): void => {
    attemptWrite(() => appendFileSync(unfinished, Buffer.concat(waiting)));
    waiting = [];
    size = 0;
  };
  return {
    add(line) {
      waiting.push(line, END);
      size += line.length;
      if (size > BUFFER) flush();
    },
    commit() {
      flush();
      attemptWrite(() => {
        // A folder stands there only when somebody made it.
        if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
        renameSync(unfinished, file);
      });
      if (!isSound) remove(unfinished);
    },
    discard: () => remove(unfinished),
  };
}

/** Bytes. */
const BUFFER = 1 << 20;
const END = Buffer.from('\n');

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next run does.
  }
}

function fileOf(folder: string, kind: string, key: string): string {
  return join(folder, `${kind}-${key.slice(0, KEY_LENGTH)}`);
}

function headOf(kind: string, key: string): string {
  return `interlinear ${FORMAT} ${kind} ${key}`;
}

function lineOf(name: string, value: unknown): string {
  const rest = `${JSON.stringify(name)}\t${JSON.stringify(value)}`;
  return `${sumOf(rest)} ${rest}`;
}

/** A line of the file that was read, without its end: offsets in its bytes. */
interface Span {
  readonly from: number;
  readonly to: number;
}

type Line = Buffer | Span;

const NOTHING = Buffer.alloc(0);

/** Lines stay where they are until they are asked for: most are copied or left alone. */
function readLines(file: string, head: string): { readonly bytes: Buffer; readonly lines: Map<string, Line>; readonly damaged: number } {
  const lines = new Map<string, Line>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { bytes: NOTHING, lines, damaged: isMissing(error) ? 0 : 1 };
  }
  const start = Buffer.byteLength(head) + 1;
  if (bytes.toString('utf8', 0, start) !== `${head}\n`) return { bytes: NOTHING, lines, damaged: 1 };
  let damaged = bytes.at(-1) === LINE_FEED ? 0 : 1;
  for (let from = start, to = bytes.indexOf(LINE_FEED, from); to >= 0; from = to + 1, to = bytes.indexOf(LINE_FEED, from)) {
    const name = nameOf(bytes, from, to);
    if (name === undefined) damaged += 1;
    else lines.set(name, { from, to });
  }
  return { bytes, lines, damaged };
}

const LINE_FEED = 10;
const TAB = 9;

function nameOf(bytes: Buffer, from: number, to: number): string | undefined {
  const tab = bytes.indexOf(TAB, from);
  if (tab < 0 || tab > to) return undefined;
  try {
    const name: unknown = JSON.parse(bytes.toString('utf8', from + SUM_LENGTH + 1, tab));
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON of a line whose checksum is right. */
function checked(line: Buffer): string | undefined {
  const rest = line.subarray(SUM_LENGTH + 1);
  return sumOf(rest) === line.toString('latin1', 0, SUM_LENGTH) ? rest.toString('utf8', rest.indexOf(TAB) + 1) : undefined;
}

function sumOf(text: string | Uint8Array): string {
  return crc32(text).toString(16).padStart(SUM_LENGTH, '0');
}

function bytesOf(line: Line, bytes: Buffer): Buffer {
  return 'from' in line ? bytes.subarray(line.from, line.to) : line;
}

/** Lines that follow each other in the file that was read are one piece, with the ends between them. */
function* withoutEnds(lines: Iterable<Line>, bytes: Buffer): Generator<Buffer> {
  let piece: Span | undefined;
  for (const line of lines) {
    if (piece && 'from' in line && line.from === piece.to + 1 && line.to - piece.from < BUFFER) {
      piece = { from: piece.from, to: line.to };
      continue;
    }
    if (piece) yield bytesOf(piece, bytes);
    piece = 'from' in line ? line : undefined;
    if (!piece) yield bytesOf(line, bytes);
  }
  if (piece) yield bytesOf(piece, bytes);
}

/** Of caches that another configuration or version has left, only the latest stay, and nothing of processes that were killed. */
function removeOld(folder: string, kind: string): void {
  try {
    const names = readdirSync(folder);
    for (const name of names) {
      const owner = /\.(\d+)\.new$/.exec(name)?.[1];
      if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true });
    }
    const known = names.filter((name) => name.slice(0, name.lastIndexOf('-')) === kind && !name.endsWith('.new'));
    if (known.length <= KEPT) return;
    const dated = known.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs })).sort((a, b) => b.time - a.time);
    for (const { name } of dated.slice(KEPT)) rmSync(join(folder, name), { force: true });
  } catch {
    // Another run may be doing the same.
  }
}

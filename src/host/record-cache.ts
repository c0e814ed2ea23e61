import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordCache, RecordCaches, RecordWriter } from '../model/record-cache.ts';
import { isRunning } from './is-running.ts';
import { isMissing, reasonOf } from './system-error.ts';

/** Number of the form that is written; what has another number is not read. */
const FORMAT = 1;
/** Files kept of one kind: a project is built with and without this and that. */
const KEPT = 4;
const SUM_LENGTH = 16;

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
  const { lines, damaged } = readLines(file, head);
  let isChanged = damaged > 0;
  for (let count = 0; count < damaged; count++) onDamage();
  return {
    get(name) {
      const line = lines.get(name);
      if (line === undefined) return undefined;
      const json = checked(line);
      if (json !== undefined) return JSON.parse(json);
      onDamage();
      isChanged = lines.delete(name);
      return undefined;
    },
    set(name, value) {
      const line = Buffer.from(lineOf(name, value));
      if (lines.get(name)?.equals(line)) return;
      lines.set(name, line);
      isChanged = true;
    },
    save(wanted) {
      for (const name of [...lines.keys()].filter((known) => !wanted(known))) isChanged = lines.delete(name);
      if (isChanged) {
        const writer = createWriter(folder, file, head, onFailure);
        for (const line of lines.values()) writer.add(line);
        writer.commit();
      }
      // A large build needs the memory for something else.
      lines.clear();
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
  return join(folder, `${kind}-${key.slice(0, SUM_LENGTH)}`);
}

function headOf(kind: string, key: string): string {
  return `interlinear ${FORMAT} ${kind} ${key}`;
}

function lineOf(name: string, value: unknown): string {
  const rest = `${JSON.stringify(name)}\t${JSON.stringify(value)}`;
  return `${sumOf(rest)} ${rest}`;
}

/** Lines stay bytes until they are asked for: most are copied or left alone. */
function readLines(file: string, head: string): { readonly lines: Map<string, Buffer>; readonly damaged: number } {
  const lines = new Map<string, Buffer>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { lines, damaged: isMissing(error) ? 0 : 1 };
  }
  const start = Buffer.byteLength(head) + 1;
  if (bytes.toString('utf8', 0, start) !== `${head}\n`) return { lines, damaged: 1 };
  let damaged = bytes.at(-1) === LINE_FEED ? 0 : 1;
  for (let at = start, end = bytes.indexOf(LINE_FEED, at); end >= 0; at = end + 1, end = bytes.indexOf(LINE_FEED, at)) {
    const line = bytes.subarray(at, end);
    const name = nameOf(line);
    if (name === undefined) damaged += 1;
    else lines.set(name, line);
  }
  return { lines, damaged };
}

const LINE_FEED = 10;
const TAB = 9;

function nameOf(line: Buffer): string | undefined {
  try {
    const name: unknown = JSON.parse(line.toString('utf8', SUM_LENGTH + 1, line.indexOf(TAB)));
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
  return hash('sha256', text, 'hex').slice(0, SUM_LENGTH);
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

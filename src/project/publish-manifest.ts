import { hash } from 'node:crypto';
import { posix } from 'node:path';
import { z } from 'zod';
import { CONTENT_TYPES } from '../model/content-types.ts';
import type { Host } from '../model/host.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { createTextEncoding } from './encode-text.ts';

/** Number of the form that {@link publishText} writes; a change that readers would misunderstand gets the next one. */
const FORMAT = 1;

/** A file as it was written; known without reading it again. */
export interface WrittenFile {
  /** Path below the folder of the site. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

export interface PublishedFile extends WrittenFile {
  /** Media type. */
  readonly type: string;
  /** {@link Locale.id} that the file belongs to; null when it is of the whole site. */
  readonly locale: string | null;
}

/** What a finished site consists of. */
export interface PublishManifest {
  /** Version of the tool that wrote it. */
  readonly generator: string;
  /** Path prefix of every URL, with leading and trailing slash. */
  readonly base: string;
  /** Sorted by path. */
  readonly files: readonly PublishedFile[];
}

/** A list of files as it is written, with what it says. */
export interface PublishedList {
  readonly text: string;
  readonly files: readonly PublishedFile[];
}

export interface ManifestOptions {
  readonly host: Host;
  /** Absolute path of the finished site. */
  readonly folder: string;
  readonly base: string;
  readonly locales: readonly string[];
  readonly generator: string;
  /** Files that were hashed when they were written; all others are read. */
  readonly written: readonly WrittenFile[];
  /** Files of the site that are not in the folder, because they stay as they are. */
  readonly kept?: readonly WrittenFile[] | undefined;
  /** Paths of all other files in the folder; absent: the folder is searched for them, which takes long where there are thousands. */
  readonly others?: readonly string[] | undefined;
}

/** Lists the files of a folder, one in memory at a time. */
export function publishManifest({ host, folder, base, locales, generator, written, kept = [], others }: ManifestOptions): PublishManifest {
  const hashed = new Map(written.map((file) => [file.path, file]));
  const listed = new Map(kept.map((file) => [file.path, file]));
  for (const path of others ? [...hashed.keys(), ...others] : host.listFiles(folder).files) {
    const file = hashed.get(path) ?? listed.get(path) ?? writtenFile(path, bytesOf(host, folder, path));
    listed.set(path, file);
  }
  listed.delete(PUBLISH_FILE);
  const ids = new Set(locales);
  const files = [...listed.values()].sort((a, b) => compareText(a.path, b.path)).map((file): PublishedFile => {
    // What stays of a site stands in the list that the same code wrote of it.
    if (file instanceof ListedFile) return file;
    const { path, size, hash: digest } = file;
    return { path, size, hash: digest, type: mediaType(path), locale: localeOf(path, ids) };
  });
  return { generator, base, files };
}

export function writtenFile(path: string, bytes: Uint8Array): WrittenFile {
  return { path, size: bytes.byteLength, hash: hash('sha256', bytes, 'hex') };
}

/** A host that remembers what it writes below a folder, so that no file is read again to be hashed. */
export interface RecordingHost {
  readonly host: Host;
  /** What was written since the last call. */
  take(folder: string): WrittenFile[];
}

export function recordWrites(host: Host): RecordingHost {
  const encoding = createTextEncoding();
  let written: WrittenFile[] = [];
  return {
    host: {
      ...host,
      writeOutput(file, content) {
        const bytes = typeof content === 'string' ? encoding.text(content) : content;
        host.writeOutput(file, bytes);
        written.push(writtenFile(file, bytes));
      },
    },
    take(folder) {
      const files = written.flatMap((file) => (file.path.startsWith(`${folder}/`) ? [{ ...file, path: posix.normalize(file.path.slice(folder.length + 1)) }] : []));
      written = [];
      return files;
    },
  };
}

/** One file a line, so that two lists can be compared as text. */
export function publishText({ generator, base, files }: PublishManifest): string {
  const lines = files.map(lineOf).join(',\n');
  return `{"format":${FORMAT},"generator":${JSON.stringify(generator)},"base":${JSON.stringify(base)},"files":[\n${lines}\n]}\n`;
}

/** A file read from a line by {@link parseOwnLines}, which is written again as it was. */
class ListedFile implements PublishedFile {
  readonly path: string;
  readonly size: number;
  readonly hash: string;
  readonly type: string;
  readonly locale: string | null;
  readonly #line: string;

  constructor(line: string, path: string, size: number, digest: string, type: string, locale: string | null) {
    this.#line = line;
    this.path = path;
    this.size = size;
    this.hash = digest;
    this.type = type;
    this.locale = locale;
  }

  toLine(): string {
    return this.#line;
  }
}

/** As `JSON.stringify` writes it, in a third of the time. */
function lineOf(file: PublishedFile): string {
  if (file instanceof ListedFile) return file.toLine();
  const { path, size, hash: digest, type, locale } = file;
  return `{"path":${JSON.stringify(path)},"size":${size},"hash":"${digest}","type":${JSON.stringify(type)},"locale":${locale === null ? 'null' : JSON.stringify(locale)}}`;
}

/** Path that a deployment script may be handed: below the site's folder, on one line. */
// eslint-disable-next-line no-control-regex
const SAFE_PATH = /^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\u0000-\u001f\u007f\\]+(?<!\/)$/;

const DIGEST = /^[0-9a-f]{64}$/;

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  generator: z.string(),
  base: z.string(),
  files: z.array(z.object({ path: z.string().regex(SAFE_PATH), size: z.int().min(0), hash: z.string().regex(DIGEST), type: z.string(), locale: z.string().nullable() })),
});

/** The same, many times as fast for a list of thousands; cannot say which field is wrong. */
const headSchema = manifestSchema.extend({ files: z.custom<readonly PublishedFile[]>((value) => Array.isArray(value) && value.every(isPublishedFile)) });

function isPublishedFile(value: unknown): value is PublishedFile {
  if (typeof value !== 'object' || value === null || !('path' in value && 'size' in value && 'hash' in value && 'type' in value && 'locale' in value)) return false;
  const { path, size, hash: digest, type, locale } = value;
  return typeof path === 'string' && SAFE_PATH.test(path) && Number.isSafeInteger(size) && Number(size) >= 0 && typeof digest === 'string' && DIGEST.test(digest) && typeof type === 'string' && (locale === null || typeof locale === 'string');
}

/**
 * Reads a list of files.
 * @param name how messages call it
 * @throws {UserError} for another form, and for anything that is no such list
 */
export function parsePublish(text: string, name: string): PublishManifest {
  const own = parseOwnLines(text);
  if (own) return own;
  const value = parseJson(text, name);
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && format !== FORMAT) {
    throw new UserError(`${name} was written by another version of Interlinear (its form is ${format}, this version reads ${FORMAT}).`, 'Build that site again with this version, or compare it with the version that wrote it.');
  }
  const head = headSchema.safeParse(value);
  if (head.success) return { generator: head.data.generator, base: head.data.base, files: head.data.files.toSorted((a, b) => compareText(a.path, b.path)) };
  const issue = manifestSchema.safeParse(value).error?.issues[0];
  throw new UserError(`${name} is not a list of published files: ${issue?.path.map(String).join('.') || 'it'} is not what it must be.`, `Name the folder of a site that \`interlinear build\` wrote, or its ${PUBLISH_FILE}.`);
}

/** The first line of {@link publishText}, and one of the others; nothing in them is escaped. */
const OWN_HEAD = new RegExp(`^\\{"format":${FORMAT},"generator":"([^"\\\\\n]*)","base":"([^"\\\\\n]*)","files":\\[\n`);
// eslint-disable-next-line no-control-regex
const OWN_LINE = /(\{"path":"([^"\\\u0000-\u001f\u007f]+)","size":(\d{1,15}),"hash":"([0-9a-f]{64})","type":"([^"\\\n]*)","locale":(?:null|"([^"\\\n]*)")\})(,\n|\n\]\}\n$)/y;

/**
 * Reads a list as {@link publishText} writes it line by line, which takes a third of the time of reading it as JSON.
 * @returns undefined for anything that is written otherwise
 */
function parseOwnLines(text: string): PublishManifest | undefined {
  const head = OWN_HEAD.exec(text);
  if (!head) return undefined;
  const files: PublishedFile[] = [];
  let before = '';
  OWN_LINE.lastIndex = head[0].length;
  for (let match = OWN_LINE.exec(text); match; match = OWN_LINE.exec(text)) {
    const [, line = '', path = '', size, digest = '', type = '', locale = null, end] = match;
    if (compareText(before, path) >= 0 || (MAYBE_UNSAFE.test(path) && !SAFE_PATH.test(path))) return undefined;
    files.push(new ListedFile(line, path, Number(size), digest, type, locale));
    if (end !== ',\n') return { generator: head[1] ?? '', base: head[2] ?? '', files };
    before = path;
  }
  return undefined;
}

/** Fast to find, and in all paths that {@link SAFE_PATH} refuses. */
const MAYBE_UNSAFE = /^\/|\/$|\.\/|\.$/;

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${name} is not valid JSON; it may have been cut short.`, 'Build that site again.');
  }
}

function bytesOf(host: Host, folder: string, path: string): Uint8Array {
  const bytes = host.readBytes(`${folder}/${path}`);
  if (bytes === undefined) throw new UserError(`The finished file ${path} cannot be read.`, 'Check the disk and the permissions of the output folder, and build again.');
  return bytes;
}

/** mediaType('vi-vn/index.html') // => 'text/html; charset=utf-8' */
function mediaType(path: string): string {
  if (path === '_redirects' || path.endsWith('.map')) return 'text/plain; charset=utf-8';
  if (path.endsWith('.html')) return HTML;
  return CONTENT_TYPES[posix.extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** Most of the files of a site. */
const HTML = CONTENT_TYPES['.html'] ?? 'text/html';

/** localeOf('search/vi-vn/pagefind.js', …) // => 'vi-vn' */
function localeOf(path: string, locales: ReadonlySet<string>): string | null {
  const end = path.indexOf('/');
  const first = end < 0 ? path : path.slice(0, end);
  const name = first === 'search' || first === 'badges' ? (path.split('/', 2)[1] ?? '').replace(/\.[a-z]+$/, '') : first;
  return locales.has(name) ? name : null;
}

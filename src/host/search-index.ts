import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex, PagefindServiceConfig } from 'pagefind';
import { indexFolder, type IndexFiles, type SearchRecord } from '../model/search.ts';
import { UserError } from '../model/user-error.ts';
import { compareText } from '../text/compare-text.ts';
import { reasonOf } from './system-error.ts';

/** The search indexes of a site, one per locale and in parts, made by Pagefind in processes of its own. */
export interface SearchIndex {
  /**
   * Starts processes for the records that will come; the sooner, the less a process of this size is to be doubled for it.
   * @param parts how many parts there will probably be
   */
  prepare(parts: number): unknown;
  /**
   * Takes records; the same records of a part in the same order give the same files.
   * @throws {UserError} when no index can be made on this machine
   */
  add(records: readonly SearchRecord[]): Promise<void>;
  /**
   * Begins a part ahead of {@link add} with the records that it had, in their order. What changes in them is mended
   * later; where pages come or go, this was in vain.
   */
  begin(had: readonly SearchRecord[]): Promise<void>;
  /**
   * Starts to make the part that was begun, as if this record had come in the place of the one for its page, and puts it
   * aside until {@link write} asks for it. Where other records come in the end, this was in vain.
   * @param out as of {@link write}
   * @param known as of {@link write}
   */
  foresee(record: SearchRecord, out: string, known: readonly string[]): void;
  /** Forgets what was foreseen; to be called where {@link write} is not, before the folder is put in its place. */
  drop(): Promise<void>;
  /**
   * Makes the indexes and writes them below a folder, each part where {@link indexFolder} says. Every core works on a part of its own.
   * @param known paths of files that the site has already: such files of the indexes are left out
   * @param meanwhile called once, while the processes work by themselves
   * @returns what each part consists of, in the order in which the parts came
   */
  write(out: string, known?: Iterable<string>, meanwhile?: () => void): Promise<readonly IndexFiles[]>;
  /** Ends the processes. */
  close(): Promise<void>;
}

/** Processes at most, where there are as many cores; each takes about 150 MB while it works on as many parts as it may. */
const MOST_LANES = 4;
/** Parts that a process has at a time: while some are fed or their files are written here, it works on the others. */
const PARTS_AT_A_TIME = 4;
/** Records that Pagefind may be behind; more would fill the memory. */
const WAITING = 128;
/**
 * Entries of a file of the index, in the unit of Pagefind, which has 20,000 by itself. A reader loads one such file of
 * each part for a word, so that an index of several parts is to have smaller ones. Pagefind reads it from its
 * environment only; one that no longer does makes larger files.
 */
const CHUNK = '3000';
/** UTF-16 code units of text that pages may have on average to share a file of texts for the list of results, and most pages in such a file. */
const SHARED_TEXT = 8192;
const MOST_SHARED = 8;
/** What Pagefind writes beside the index: its own interfaces, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** What the first part of an index has for all of them. */
const SHARED = /^(?:pagefind(?:-worker)?\.js|wasm\..*)$/;
/** Files whose names come from what they hold. */
const NAMED_BY_CONTENT = /\.pf_(?:fragment|index|filter)$/;
const SUBFOLDERS = ['fragment', 'index', 'filter'];

type Pagefind = typeof import('pagefind');

export function createSearchIndex(): SearchIndex {
  const records = new Map<string, SearchRecord[]>();
  const processes: Pagefind[] = [];
  let trying: Promise<unknown> | undefined;
  let begun: BegunPart | undefined;
  const lanes = Math.min(availableParallelism(), MOST_LANES);
  const prepare = (parts: number): Promise<unknown> => {
    trying ??= Promise.all(Array.from({ length: Math.min(Math.max(parts, 1), lanes) }, async (_, lane) => (await openIndex(lane, {})).deleteIndex()));
    // Awaited with the first record.
    trying.catch(() => {});
    return trying;
  };
  return {
    prepare,
    async add(some) {
      // A build that cannot make an index is to say so before it has done all the rest. A process that works is one.
      if (!begun) await prepare(1);
      for (const record of some) {
        const folder = indexFolder(record.locale, record.part);
        const known = records.get(folder);
        if (known) known.push(record);
        else records.set(folder, [record]);
      }
    },
    async begin(had) {
      const [first] = had;
      if (!first || begun) return;
      const fragments = fragmentsOf(had);
      const index = await openIndex(0, { maxFragments: fragments });
      await feed(index, had);
      begun = { folder: indexFolder(first.locale, first.part), fragments, records: had, index };
    },
    foresee(record, out, known) {
      const at = begun?.records.findIndex(({ slug }) => slug === record.slug) ?? -1;
      if (!begun || begun.ahead || begun.folder !== indexFolder(record.locale, record.part) || at < 0) return;
      const { index, folder } = begun;
      const place = { out: join(out, `.index.new-${process.pid}`), folder, part: record.part };
      const written = feed(index, [record]).then(() => writePart(index, place, filesOfPart(known, folder)));
      // Awaited when the part is wanted.
      written.catch(() => {});
      begun = { ...begun, records: begun.records.with(at, record), ahead: { out: place.out, written } };
    },
    async drop() {
      if (begun) await dropAhead(begun);
    },
    async write(out, known = [], meanwhile) {
      const has = [...known];
      const folders = [...records.keys()];
      // The largest first, so that all processes end at about the same time.
      const waiting = [...records].sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
      const made: IndexFiles[] = [];
      await Promise.all(Array.from({ length: lanes * PARTS_AT_A_TIME }, async (_, at) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [folder, some] = next;
          made.push(await makeIndex(at % lanes, folder, some, out, has, () => {
            meanwhile?.();
            meanwhile = undefined;
          }, () => waiting.length > 0));
          records.delete(folder);
        }
      }));
      return made.sort((a, b) => folders.indexOf(indexFolder(a.locale, a.part)) - folders.indexOf(indexFolder(b.locale, b.part)));
    },
    async close() {
      await trying?.catch(() => {});
      await Promise.all(processes.map((pagefind) => pagefind.close()));
    },
  };

  async function makeIndex(lane: number, folder: string, some: readonly SearchRecord[], out: string, has: readonly string[], meanwhile: () => void, isMoreToCome: () => boolean): Promise<IndexFiles> {
    const { locale = '', part = 0 } = some[0] ?? {};
    const { index, missing, ahead } = await startIndex(lane, folder, some);
    await feed(index, missing);
    const there = filesOfPart(has, folder);
    const writing = ahead ? movePart(ahead, out) : writePart(index, { out, folder, part }, there);
    meanwhile();
    const written = await writing.catch((error: unknown) => {
      throw new UserError(`The search index of ${locale} cannot be written: ${reasonOf(error)}`, 'Build without it: --no-search.');
    });
    // The process uses the memory again for the next part; starting another one takes longer. The last is ended with it.
    if (isMoreToCome()) await index.deleteIndex();
    const names = there.length === 0 ? new Set<string>() : namesIn(join(out, folder), some[0]?.language ?? '');
    // Pagefind gives them in an order that chance makes.
    return { locale, part, written: written.toSorted((a, b) => compareText(a.path, b.path)), kept: there.filter((path) => names.has(basename(path).replace(NAMED_BY_CONTENT, ''))) };
  }

  /** The index of a part, those of its records that it has not been fed with before, and its files if nothing is missing for them. */
  async function startIndex(lane: number, folder: string, some: readonly SearchRecord[]): Promise<{ readonly index: PagefindIndex; readonly missing: readonly SearchRecord[]; readonly ahead?: PartAhead | undefined }> {
    const fragments = fragmentsOf(some);
    if (begun?.folder === folder) {
      const had = begun;
      begun = undefined;
      const { index, records, ahead } = had;
      if (had.fragments === fragments && records.length === some.length && records.every(({ slug }, at) => slug === some[at]?.slug)) {
        // Pagefind puts a record in the place of the one that it has for the same address. What was not read anew is the same object.
        const missing = some.filter((record, at) => record !== records[at]);
        if (!ahead || missing.length === 0) return { index, missing, ahead };
      }
      await dropAhead(had);
      await index.deleteIndex();
    }
    return { index: await openIndex(lane, { maxFragments: fragments }), missing: some };
  }

  /** Each lane has a copy of Pagefind's module, because that holds the one process it talks to. */
  async function openIndex(lane: number, config: PagefindServiceConfig): Promise<PagefindIndex> {
    try {
      process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK;
      const pagefind: Pagefind = (processes[lane] ??= await import(`${import.meta.resolve('pagefind')}?${lane}`));
      const { index, errors } = await pagefind.createIndex(config);
      if (index) return index;
      throw new Error(errors.join('; '));
    } catch (error) {
      throw new UserError(`The search index cannot be made on this machine: ${reasonOf(error)}.`, 'Install the packages again, so that Pagefind for this system is among them, or build with --no-search.');
    }
  }
}

/** A part that was begun with some records. */
interface BegunPart {
  readonly folder: string;
  readonly fragments: number;
  readonly records: readonly SearchRecord[];
  readonly index: PagefindIndex;
  /** What is made of these records. */
  readonly ahead?: PartAhead;
}

/** Files of a part below a folder of their own. */
interface PartAhead {
  readonly out: string;
  readonly written: Promise<IndexFiles['written']>;
}

async function dropAhead({ ahead }: BegunPart): Promise<void> {
  // Why it failed is said when the part is made.
  await ahead?.written.catch(() => {});
  if (ahead) rmSync(ahead.out, { recursive: true, force: true });
}

async function movePart(ahead: PartAhead, out: string): Promise<IndexFiles['written']> {
  const written = await ahead.written;
  for (const folder of new Set(written.map(({ path }) => dirname(path)))) mkdirSync(join(out, folder), { recursive: true });
  for (const { path } of written) renameSync(join(ahead.out, path), join(out, path));
  rmSync(ahead.out, { recursive: true, force: true });
  return written;
}

/** Which of some files of the site belong to a part and have their names from what they hold. */
function filesOfPart(paths: readonly string[], folder: string): readonly string[] {
  return paths.filter((path) => NAMED_BY_CONTENT.test(path) && SUBFOLDERS.some((name) => path.startsWith(`${folder}${name}/`)));
}

/** How many files hold the texts of a part's pages. */
function fragmentsOf(records: readonly SearchRecord[]): number {
  return Math.ceil(records.length / pagesInFile(records));
}

function sizeOf(records: readonly SearchRecord[]): number {
  return records.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * How many pages of a part share a file: a site of thousands of short articles would consist of such files by half. A
 * power of two, so that an edit seldom changes it.
 */
function pagesInFile(records: readonly SearchRecord[]): number {
  const average = sizeOf(records) / records.length;
  let pages = 1;
  while (pages < MOST_SHARED && 2 * pages * average <= SHARED_TEXT) pages *= 2;
  return pages;
}

async function feed(index: PagefindIndex, records: readonly SearchRecord[]): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < records.length; at += WAITING) {
    const now = Promise.all(records.slice(at, at + WAITING).map((record) => addRecord(index, record)));
    // Awaited one turn later, when this one may have failed long ago.
    now.catch(() => {});
    await before;
    before = now;
  }
  await before;
}

async function addRecord(index: PagefindIndex, { locale, slug, language, title, section, text }: SearchRecord): Promise<void> {
  const filters: Record<string, string[]> = section === '' ? {} : { section: [section] };
  const { errors } = await index.addCustomRecord({ url: slug === '' ? './' : slug, content: text, language, meta: { title }, filters });
  if (errors.length > 0) throw new Error(`Search index: ${locale}/${slug}: ${errors.join('; ')}`);
}

function putEmptyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
}

/** Where a part is written: below `out`, whose `folder` it has. */
interface PartPlace {
  readonly out: string;
  readonly folder: string;
  readonly part: number;
}

/** @param there files that the site has, see {@link filesOfPart} */
function writePart(index: PagefindIndex, place: PartPlace, there: readonly string[]): Promise<IndexFiles['written']> {
  return there.length === 0 ? writeAll(index, place) : writeNew(index, place, there);
}

/** Takes the files from Pagefind: it needs more time to write them itself, and they need not be read again. */
async function writeAll(index: PagefindIndex, { out, folder, part }: PartPlace): Promise<IndexFiles['written']> {
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('; '));
  const used = files.filter(({ path }) => isUsed(basename(path), part));
  for (const name of new Set(used.map(({ path }) => dirname(path)))) mkdirSync(join(out, folder, name), { recursive: true });
  return used.map(({ path, content }) => {
    writeFileSync(join(out, folder, path), content);
    return fileOf(`${folder}${path.replaceAll('\\', '/')}`, content);
  });
}

/** Lets Pagefind write the files: it neither packs nor writes those that have their names from what they hold and are `there`. */
async function writeNew(index: PagefindIndex, { out, folder, part }: PartPlace, there: readonly string[]): Promise<IndexFiles['written']> {
  for (const path of there) putEmptyFile(join(out, path));
  const { errors } = await index.writeFiles({ outputPath: join(out, folder) });
  if (errors.length > 0) throw new Error(errors.join('; '));
  for (const path of there) rmSync(join(out, path));
  const entries = ['', ...SUBFOLDERS].flatMap((name) => (existsSync(join(out, folder, name)) ? readdirSync(join(out, folder, name), { withFileTypes: true }) : []));
  return entries.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/^(?:pagefind|wasm)[.-]|\.pf_/.test(entry.name)) return [];
    if (isUsed(entry.name, part)) return [fileOf(file.slice(out.length + 1).replaceAll('\\', '/'), readFileSync(file))];
    rmSync(file);
    return [];
  });
}

function isUsed(name: string, part: number): boolean {
  return !UNUSED.test(name) && (part === 0 || !SHARED.test(name));
}

function fileOf(path: string, bytes: Uint8Array): IndexFiles['written'][number] {
  return { path, size: bytes.byteLength, hash: hash('sha256', bytes, 'hex') };
}

/** Names of all files that belong to the index in a folder; its own table lists them. */
function namesIn(folder: string, language: string): ReadonlySet<string> {
  const table = readdirSync(folder).find((name) => name.endsWith('.pf_meta'));
  const text = table === undefined ? '' : gunzipSync(readFileSync(join(folder, table))).toString('latin1');
  return new Set(text.match(new RegExp(`${language}_(?:group_)?[0-9a-f]{7,}`, 'g')));
}

import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import { SEARCH_FOLDER, type IndexFiles, type SearchRecord } from '../model/search.ts';
import { UserError } from '../model/user-error.ts';
import { reasonOf } from './system-error.ts';

/** The search indexes of a site, one per locale, made by Pagefind in processes of its own. */
export interface SearchIndex {
  /**
   * Takes records, and indexes those of the first locales at once; the same records of a locale in the same order give the same files.
   * @throws {UserError} when no index can be made on this machine
   */
  add(records: readonly SearchRecord[]): Promise<void>;
  /**
   * Makes the indexes and writes them below a folder: `search/<locale>/`. Every core works on a locale of its own.
   * @param known paths of files that the site has already: such files of the indexes are left out
   * @returns what each index consists of, in the order in which the locales came
   */
  write(out: string, known?: Iterable<string>): Promise<readonly IndexFiles[]>;
  /** Ends the processes. */
  close(): Promise<void>;
}

/** Locales that are fed while pages are still rendered, each to a process of its own, which takes up to some hundred megabytes. */
const MOST_PROCESSES = 4;
/** Records of a locale that Pagefind may be behind; more would fill the memory. */
const WAITING = 256;
/** What Pagefind writes beside the index: its own interfaces, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** Files whose names come from what they hold. */
const NAMED_BY_CONTENT = /\.pf_(?:fragment|index|filter)$/;

type Pagefind = typeof import('pagefind');

/** A locale's index in a process of its own. */
interface Lane {
  readonly pagefind: Pagefind;
  readonly index: PagefindIndex;
  readonly feed: ReturnType<typeof feeder>;
}

export function createSearchIndex(): SearchIndex {
  const lanes = new Map<string, Promise<Lane>>();
  /** Records of locales that have no process yet. */
  const waiting = new Map<string, SearchRecord[]>();
  /** In the order in which they came. */
  const languages = new Map<string, string>();
  return {
    async add(some) {
      // A build that cannot make an index is to say so before it has done all the rest.
      await Promise.all([...Map.groupBy(some, ({ locale }) => locale)].map(async ([locale, records]) => {
        languages.set(locale, records[0]?.language ?? '');
        if (!lanes.has(locale) && lanes.size >= MOST_PROCESSES) {
          waiting.set(locale, [...(waiting.get(locale) ?? []), ...records]);
          return;
        }
        const lane = lanes.get(locale) ?? openLane(locale);
        lanes.set(locale, lane);
        await (await lane).feed(records);
      }));
    },
    async write(out, known = []) {
      const has = [...known];
      const locales = [...languages.keys()];
      const open = [...locales];
      const made: IndexFiles[] = [];
      await Promise.all(Array.from({ length: Math.min(availableParallelism(), MOST_PROCESSES) }, async () => {
        for (let locale = open.shift(); locale !== undefined; locale = open.shift()) made.push(await makeIndex(locale, out, has));
      }));
      return made.sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
    },
    async close() {
      for (const lane of lanes.values()) await lane.then(({ pagefind }) => pagefind.close(), () => {});
    },
  };

  async function makeIndex(locale: string, out: string, has: readonly string[]): Promise<IndexFiles> {
    const folder = `${SEARCH_FOLDER}${locale}`;
    const opening = lanes.get(locale) ?? openLane(locale);
    lanes.set(locale, opening);
    const { pagefind, index, feed } = await opening;
    await feed(waiting.get(locale) ?? [], true);
    waiting.delete(locale);
    const there = has.filter((path) => path.startsWith(`${folder}/`) && NAMED_BY_CONTENT.test(path));
    for (const path of there) putEmptyFile(join(out, path));
    const { errors } = await index.writeFiles({ outputPath: join(out, folder) });
    if (errors.length > 0) throw new UserError(`The search index of ${locale} cannot be written: ${errors.join('; ')}`, 'Build without it: --no-search.');
    // The process keeps all the memory that it ever took.
    await pagefind.close();
    for (const path of there) rmSync(join(out, path));
    const written = indexFiles(out, folder);
    const names = there.length === 0 ? new Set<string>() : namesIn(join(out, folder), languages.get(locale) ?? '');
    return { locale, written, kept: there.filter((path) => names.has(basename(path).replace(NAMED_BY_CONTENT, ''))) };
  }
}

/** Each lane has a copy of Pagefind's module, because that holds the one process it talks to. */
async function openLane(locale: string): Promise<Lane> {
  try {
    const pagefind = (await import(`${import.meta.resolve('pagefind')}?${opened++}`)) as Pagefind;
    const { index, errors } = await pagefind.createIndex();
    if (index) return { pagefind, index, feed: feeder(index) };
    throw new Error(errors.join('; '));
  } catch (error) {
    throw new UserError(`The search index of ${locale} cannot be made on this machine: ${reasonOf(error)}.`, 'Install the packages again, so that Pagefind for this system is among them, or build with --no-search.');
  }
}

let opened = 0;

/** Hands records on; resolves when Pagefind is not far behind, or has `all` of them. */
function feeder(index: PagefindIndex): (records: readonly SearchRecord[], all?: boolean) => Promise<void> {
  const sent: Promise<void>[] = [];
  return async (records, all = false) => {
    for (const record of records) {
      const adding = addRecord(index, record);
      // Awaited later, when it may have failed long ago.
      adding.catch(() => {});
      sent.push(adding);
    }
    while (sent.length > (all ? 0 : WAITING)) await sent.shift();
  };
}

async function addRecord(index: PagefindIndex, { locale, slug, language, title, section, text }: SearchRecord): Promise<void> {
  const filters: Record<string, string[]> = section === '' ? {} : { section: [section] };
  const { errors } = await index.addCustomRecord({ url: slug === '' ? './' : slug, content: text, language, meta: { title }, filters });
  if (errors.length > 0) throw new Error(`Search index: ${locale}/${slug}: ${errors.join('; ')}`);
}

/** Pagefind neither packs nor writes a file again that has its name from what it holds and is there. */
function putEmptyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
}

function indexFiles(out: string, folder: string): IndexFiles['written'] {
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/^(?:pagefind|wasm)[.-]|\.pf_/.test(entry.name)) return [];
    if (UNUSED.test(entry.name)) {
      rmSync(file);
      return [];
    }
    const bytes = readFileSync(file);
    return [{ path: file.slice(out.length + 1).replaceAll('\\', '/'), size: bytes.byteLength, hash: hash('sha256', bytes, 'hex') }];
  });
}

/** Names of all files that belong to the index in a folder; its own table lists them. */
function namesIn(folder: string, language: string): ReadonlySet<string> {
  const table = readdirSync(folder).find((name) => name.endsWith('.pf_meta'));
  const text = table === undefined ? '' : gunzipSync(readFileSync(join(folder, table))).toString('latin1');
  return new Set(text.match(new RegExp(`${language}_[0-9a-f]{7,}`, 'g')));
}

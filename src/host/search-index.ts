import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import { SEARCH_FOLDER, type SearchRecord } from '../model/search.ts';
import { UserError } from '../model/user-error.ts';
import { reasonOf } from './system-error.ts';

/** The search indexes of a site, one per locale, made by Pagefind's own process while the pages are rendered. */
export interface SearchIndex {
  /**
   * Takes records; the same records in the same order give the same files. Resolves when it can take more.
   * @throws {UserError} when the index cannot be made on this machine
   */
  add(records: readonly SearchRecord[]): Promise<void>;
  /** Writes all indexes below a folder of the site: `search/<locale>/`. */
  write(out: string): Promise<void>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Records that Pagefind may be behind; more would fill the memory. */
const WAITING = 256;
/** What Pagefind writes beside the index: its own interfaces, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

export function createSearchIndex(): SearchIndex {
  const indexes = new Map<string, Promise<PagefindIndex>>();
  const waiting = new Set<Promise<void>>();
  let queue = Promise.resolve();
  let failure: unknown;
  return {
    add(records) {
      // One after the other: the order of the records decides the files.
      queue = queue.then(() => send(records));
      return queue;
    },
    async write(out) {
      await Promise.all(waiting);
      if (failure !== undefined) throw failure;
      for (const [locale, index] of indexes) {
        const folder = join(out, SEARCH_FOLDER, locale);
        const { errors } = await (await index).writeFiles({ outputPath: folder });
        if (errors.length > 0) throw new UserError(`The search index of ${locale} cannot be written: ${errors.join('; ')}`, 'Build without it: --no-search.');
        for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
      }
    },
    async close() {
      if (indexes.size > 0) await (await import('pagefind')).close();
    },
  };

  async function send(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) {
      const index = await indexOf(record.locale);
      const added: Promise<void> = index.addHTMLFile({ url: record.slug === '' ? './' : record.slug, content: record.html })
        .then(({ errors }) => {
          if (errors.length > 0) throw new Error(`Search index: ${record.locale}/${record.slug}: ${errors.join('; ')}`);
        })
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => waiting.delete(added));
      waiting.add(added);
    }
    if (waiting.size > WAITING) await Promise.all([...waiting].slice(0, waiting.size - WAITING));
    if (failure !== undefined) throw failure;
  }

  function indexOf(locale: string): Promise<PagefindIndex> {
    const known = indexes.get(locale) ?? openIndex();
    indexes.set(locale, known);
    return known;
  }
}

async function openIndex(): Promise<PagefindIndex> {
  try {
    const { createIndex } = await import('pagefind');
    const { index, errors } = await createIndex();
    if (index) return index;
    throw new Error(errors.join('; '));
  } catch (error) {
    throw new UserError(`The search index cannot be made on this machine: ${reasonOf(error)}.`, 'Install the packages again, so that Pagefind for this system is among them, or build with --no-search.');
  }
}

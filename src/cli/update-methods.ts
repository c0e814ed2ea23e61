import { lookAtFiles, type FilesLook } from '../host/file-digests.ts';
import { createNodeHost } from '../host/node-host.ts';
import { createSearchIndex } from '../host/search-index.ts';
import { foreignFiles, isUntouched } from '../host/site-update.ts';
import { indexFolder, type IndexFiles } from '../model/search.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import type { PageInIndex } from '../project/cache-search.ts';
import { readPublishedSite } from '../project/cache-site.ts';
import { indexUpdate, type ForeseeInput, type TakeInput, type WriteInput } from '../project/index-update.ts';
import { textDigest } from '../project/text-digest.ts';
import { openCaches, type CacheTroubles } from './caches.ts';
import { codeDigest } from './code-digest.ts';

/** What can be seen of a site without reading it. */
export interface SiteLook {
  /** Of the list that the site has of itself, see {@link textDigest}; empty when there is none. */
  readonly digest: string;
  /** Paths of its files that somebody has touched since. */
  readonly touched: readonly string[];
}

/** Indexes that were made, what was seen meanwhile, and what was wrong with the records: see {@link CacheTroubles}. */
export interface MadeIndexes {
  readonly indexes: readonly IndexFiles[];
  /** Paths of files in the folder of the site that it knows nothing of; undefined when nobody has looked. */
  readonly foreign: readonly string[] | undefined;
  readonly damaged: number;
  readonly failures: readonly string[];
}

/** What an update of a site can do beside all the rest. */
export interface UpdateMethods {
  /** @param root absolute path of the content */
  lookAtContent(root: string): FilesLook;
  /** @param place absolute path of the site */
  look(place: string): SiteLook;
  /** Begins the part of an index that has an article that was seen to be edited; see {@link indexUpdate}. */
  begin(input: null): PageInIndex | undefined;
  foresee(input: ForeseeInput): Promise<void>;
  drop(input: null): Promise<void>;
  take(input: TakeInput): Promise<readonly string[]>;
  write(input: WriteInput): Promise<MadeIndexes>;
  /** Ends the processes of Pagefind. */
  end(input: null): Promise<void>;
}

export function updateMethods(): UpdateMethods {
  let damaged = 0;
  const failures: string[] = [];
  const index = createSearchIndex();
  const caches = openCaches({ onDamage: () => void (damaged += 1), onFailure: (reason) => void failures.push(reason) });
  let edited: readonly string[] = [];
  let site: { readonly place: string; readonly touched: readonly string[]; readonly untouched: readonly string[] } | undefined;
  let foreign: readonly string[] | undefined;
  // Pagefind works in a process of its own.
  const update = indexUpdate(caches, index, () => (foreign = site && foreignFiles(site.place, [...site.untouched, ...site.touched], PUBLISH_FILE)));
  return {
    // What is damaged there is said by the one that asks for the digests.
    lookAtContent(root) {
      const look = lookAtFiles(openCaches({ onDamage: () => {}, onFailure: () => {} }), root, textDigest);
      edited = look.edited;
      return look;
    },
    look(place) {
      const list = readPublishedSite(createNodeHost(), place);
      if (!list) return { digest: '', touched: [] };
      const isAsWritten = isUntouched(place, PUBLISH_FILE);
      const [touched, untouched]: [string[], string[]] = [[], []];
      for (const file of list.files) (isAsWritten(file) ? untouched : touched).push(file.path);
      site = { place, touched, untouched };
      return { digest: textDigest(list.text), touched };
    },
    begin: () => (edited.length === 0 ? undefined : update.begin(codeDigest(), edited)),
    foresee(input) {
      const folder = indexFolder(input.record.locale, input.record.part);
      return update.foresee(input, site?.untouched.filter((path) => path.startsWith(folder)) ?? []);
    },
    drop: () => update.drop(),
    take: (input) => update.take(input),
    write: async (input) => ({ indexes: await update.write(input), foreign, damaged, failures }),
    end: () => index.close(),
  };
}

import type { StagedFolder } from '../host/staged-folder.ts';
import type { Host } from '../model/host.ts';
import { PUBLISH_FILE, SITE_MARKER } from '../model/site-marker.ts';
import type { Hosting } from '../model/site.ts';
import { publishManifest, publishText, type PublishedList, type WrittenFile } from '../project/publish-manifest.ts';
import { brokenBudgets } from '../project/site-budgets.ts';
import { version } from './version.ts';

export interface FinishedSite {
  readonly host: Host;
  readonly staged: StagedFolder;
  readonly base: string;
  readonly locales: readonly string[];
  readonly hosting: Hosting;
  /** Redirects in host files. */
  readonly redirects: number;
  /** Files whose hash is known. */
  readonly written: readonly WrittenFile[];
  /** Files of the site that are not in the folder, because they stay as they are. */
  readonly kept?: readonly WrittenFile[] | undefined;
  /** Paths of all other files in the folder; absent: the folder is searched for them. */
  readonly others?: readonly string[];
}

/**
 * Lists the files of a site when all of them are written.
 * @returns these, and what the site has too much of for its host; sentences
 */
export function finishSite({ host, staged, base, locales, hosting, redirects, written, kept, others }: FinishedSite): { readonly list: PublishedList; readonly budgets: readonly string[] } {
  staged.mark({ base });
  const manifest = publishManifest({ host, folder: staged.path, base, locales, generator: version(), written, kept, others: others && [...others, SITE_MARKER] });
  const text = publishText(manifest);
  host.writeOutput(`${staged.path}/${PUBLISH_FILE}`, text);
  return { list: { text, files: manifest.files }, budgets: brokenBudgets(hosting, manifest.files, redirects) };
}

import { realpathSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { openRepository, type Changes, type GitRepository } from '../host/git.ts';
import type { Host } from '../model/host.ts';
import type { ContentMap } from '../project/content-map.ts';
import { touchedPaths } from '../project/touched-paths.ts';

/** What a change touches. */
export interface ChangedContent {
  readonly repository: GitRepository;
  readonly changes: Changes;
  /** Paths of families, sorted. */
  readonly paths: readonly string[];
  /** Changed files, relative to the content root. */
  readonly files: readonly string[];
  /** Whether what governs all articles has changed. */
  readonly hasNewConfiguration: boolean;
}

/**
 * The families that changed since the work branched off from a git ref, in any locale.
 * @throws {UserError} when git cannot tell
 */
export function changedSince(host: Host, map: ContentMap, ref: string): ChangedContent {
  const repository = openRepository(map.root);
  const changes = repository.changesSince(ref, map.root);
  const folder = relative(repository.root, realpathSync(map.root)).split(sep).join('/');
  const files = changes.files.map(({ path }) => posix.relative(folder, path));
  return { repository, changes, files, paths: touchedPaths(host, map, files), hasNewConfiguration: files.some((file) => file === 'site.yml' || file === 'glossary.yml') };
}

import { join } from 'node:path';
import { checks } from '../checks/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import type { ContentMap } from '../project/content-map.ts';
import { fixFamilies, isFixable, type FixedFile, type FixOptions } from '../project/fix-content.ts';
import { readTocs } from '../project/site-index.ts';
import { scanContent } from '../project/scan-content.ts';
import { closest } from '../text/closest.ts';
import type { Terminal } from './command.ts';
import { openShardPool } from './shard-pool.ts';

/** What became of the files that something could be fixed in. */
export interface FixResult {
  readonly files: readonly FixedFile[];
  /** Files whose text was another one when they were to be written: somebody is working on them. */
  readonly changed: readonly string[];
}

/** Finds what can be fixed, with all cores, then fixes it family by family. Without `write`, files stay as they are. */
export async function fixFiles(host: Host, map: ContentMap, options: FixOptions, { write, terminal, workers }: { readonly write: boolean; readonly terminal: Terminal; readonly workers: number | undefined }): Promise<FixResult> {
  const pool = openShardPool(host, map, workers);
  const paths = new Set<string>();
  try {
    const scan = await scanContent(pool, map, readTocs(host, map), { keep: false, onProgress: (done) => terminal.progress('Checking articles', `${done} of ${map.paths.length}`) });
    for (const finding of scan.findings) if (isFixable(finding, options)) paths.add(finding.path);
  } finally {
    await pool.close();
  }
  const files: FixedFile[] = [];
  const changed: string[] = [];
  const sorted = map.paths.filter((path) => paths.has(path));
  sorted.forEach((path, index) => {
    terminal.progress('Fixing articles', `${index + 1} of ${sorted.length}`);
    for (const file of fixFamilies(host, map, [path], options)) {
      files.push(file);
      if (write && file.after !== file.before && writeAtomically(join(map.root, file.file), file.after, file.before) === 'changed') changed.push(file.file);
    }
  });
  terminal.endProgress();
  return { files, changed };
}

/**
 * Reads `--rule`: ids, also separated by commas.
 * @throws {UserError} for a rule that does not exist
 */
export function readRules(values: readonly string[] | undefined): string[] {
  const rules = (values ?? []).flatMap((value) => value.split(',')).map((rule) => rule.trim()).filter((rule) => rule !== '');
  const known = checks.map(({ id }) => id);
  for (const rule of rules) {
    if (known.includes(rule)) continue;
    const guess = closest(rule, known);
    throw new UserError(`There is no rule "${rule}".`, guess ? `Did you mean "${guess}"?` : 'Run `interlinear explain` for the list of rules.');
  }
  return rules;
}

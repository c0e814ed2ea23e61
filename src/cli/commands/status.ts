import { codeDigest } from '../code-digest.ts';
import { openRepository } from '../../host/git.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { FEW_FAMILIES, spendMemory } from '../../host/save-memory.ts';
import { UserError } from '../../model/user-error.ts';
import { familyDigests } from '../../project/cache-digests.ts';
import { openScanCache } from '../../project/cache-scan.ts';
import { scanContent } from '../../project/scan-content.ts';
import { readTocs } from '../../project/site-index.ts';
import { contentStatus } from '../../project/status.ts';
import { HISTORY_FILE, recordStatus } from '../../project/status-history.ts';
import { statusToCsv, statusToText } from '../../report/status-text.ts';
import { closest } from '../../text/closest.ts';
import { openCaches, openContentDigests, watchCaches } from '../caches.ts';
import type { Command } from '../command.ts';
import { readHistory, writeHistory } from '../history-file.ts';
import { openProject } from '../open-project.ts';
import { readWorkers } from '../read-workers.ts';
import { openShardPool } from '../shard-pool.ts';

const FORMATS = ['pretty', 'json', 'csv'] as const;

export const status: Command = {
  name: 'status',
  summary: 'Count what is translated, reviewed and stale, per locale and section.',
  options: ['content', 'config', 'locale', 'format', 'record', 'cache', 'workers'],
  details: [
    'Words are those of the sources of translated segments, told apart as their language does.',
    `With --record, the counts of today are added to ${HISTORY_FILE} in the working folder; commit it`,
    'or keep it in a cache, and the status page of the site (`statusPage: true`) shows the trend.',
    '',
    'Formats: pretty (default), json, csv.',
    '',
    'Examples:',
    '  interlinear status',
    '  interlinear status --format csv > status.csv',
    '  interlinear status --record',
  ].join('\n'),
  async run({ options, terminal }) {
    const format = readFormat(options.format);
    const host = createNodeHost();
    const map = openProject(host, options);
    if (map.paths.length >= FEW_FAMILIES) spendMemory();
    const troubles = watchCaches();
    const caches = options.cache === false ? undefined : openCaches(troubles);
    const files = caches && openContentDigests(caches, map);
    // Of `validate`, which runs the same checks.
    const code = codeDigest();
    const cache = caches && files && openScanCache(host, map, caches, code, familyDigests(host, map, files));
    const pool = openShardPool(host, map, readWorkers(options.workers), cache && map.paths.length - cache.known.size);
    try {
      const scan = await scanContent(pool, map, readTocs(host, map), { keep: false, cache, onProgress: (done) => terminal.progress('Checking articles', `${done} of ${map.paths.length}`) });
      const found = contentStatus(host, map, scan, caches && cache && { caches, code, digests: cache.digests }, (done) => terminal.progress('Counting words', `${done} of ${map.paths.length}`));
      terminal.endProgress();
      files?.save();
      troubles.note(terminal);
      terminal.out((format === 'pretty' ? statusToText(found, terminal) : format === 'csv' ? statusToCsv(found) : JSON.stringify(found, null, 2)).trimEnd());
      if (options.record === true) {
        writeHistory(recordStatus(readHistory(), found, new Date().toISOString().slice(0, 10), commitOf(map.root)));
        terminal.note(`Recorded in ${HISTORY_FILE}.`);
      }
      return 0;
    } finally {
      await pool.close();
    }
  },
};

function readFormat(option: string | undefined): (typeof FORMATS)[number] {
  const format = FORMATS.find((candidate) => candidate === (option ?? 'pretty'));
  if (format) return format;
  const guess = closest(option ?? '', FORMATS);
  throw new UserError(`\`interlinear status\` has no format "${option ?? ''}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${FORMATS.join(', ')}.`);
}

/** A content outside git, or before the first commit, has a history all the same. */
function commitOf(folder: string): string | undefined {
  try {
    return openRepository(folder).head();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

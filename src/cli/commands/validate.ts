import { createNodeHost } from '../../host/node-host.ts';
import { FEW_FAMILIES, spendMemory } from '../../host/save-memory.ts';
import { readTocs } from '../../project/site-index.ts';
import { scanContent } from '../../project/scan-content.ts';
import type { Command } from '../command.ts';
import { failOn, readFailOn } from '../fail-on.ts';
import { openProject } from '../open-project.ts';
import { formatReport, readFormat } from '../report-output.ts';
import { readWorkers } from '../read-workers.ts';
import { openShardPool } from '../shard-pool.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Check that every translation is sound and aligned with its original.',
  options: ['content', 'config', 'locale', 'format', 'fail-on', 'all', 'workers'],
  details: [
    'Reads every article, aligns all locales and reports findings; writes nothing.',
    'Fails (exit code 1) at errors; choose another limit with --fail-on.',
    '',
    'Examples:',
    '  interlinear validate',
    '  interlinear validate --locale ar-sa --fail-on warning',
    '  interlinear validate --format json > findings.json',
  ].join('\n'),
  async run({ options, terminal }) {
    const format = readFormat(options.format);
    readFailOn(options['fail-on'], 'error');
    const host = createNodeHost();
    const map = openProject(host, options);
    if (map.paths.length >= FEW_FAMILIES) spendMemory();
    const pool = openShardPool(host, map, readWorkers(options.workers));
    try {
      const scan = await scanContent(pool, map, readTocs(host, map), {
        keep: false,
        onProgress: (done) => terminal.progress('Checking articles', `${done} of ${map.paths.length}`),
      });
      terminal.endProgress();
      terminal.out(formatReport(format, scan, { host, map, terminal, all: options.all === true }));
      return failOn(options['fail-on'], 'error', scan.findings);
    } finally {
      await pool.close();
    }
  },
};

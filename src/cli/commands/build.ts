import { resolve } from 'node:path';
import { checks } from '../../checks/index.ts';
import { codeDigest } from '../../host/code-digest.ts';
import { openLayoutCache } from '../../host/layout-cache.ts';
import { finishLayouts, readLayout } from '../../host/layout-files.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { FEW_FAMILIES, spendMemory } from '../../host/save-memory.ts';
import { createSearchIndex } from '../../host/search-index.ts';
import { stageFolder } from '../../host/staged-folder.ts';
import { writeProblem } from '../../host/system-error.ts';
import { checkSite } from '../../project/check-site.ts';
import { buildSite, type BuildStep } from '../../project/build-site.ts';
import { SEVERITIES, summariseFindings } from '../../report/findings-summary.ts';
import { countSeverities, toSiteText } from '../../report/site-report.ts';
import type { Command } from '../command.ts';
import { failOn, readFailOn } from '../fail-on.ts';
import { openProject } from '../open-project.ts';
import { formatReport, readFormat } from '../report-output.ts';
import { readWorkers } from '../read-workers.ts';
import { openShardPool } from '../shard-pool.ts';
import { readHistory } from '../history-file.ts';

export const build: Command = {
  name: 'build',
  summary: 'Check the content and write the site.',
  options: ['content', 'config', 'locale', 'out', 'base', 'search', 'cache', 'fail-on', 'strict', 'format', 'all', 'workers'],
  details: [
    'Publishes all that is sound and reports the rest. The finished site takes the place of the old one',
    'in one step, so that a build that stops half-way changes nothing.',
    'Findings do not fail the build unless --fail-on asks for it. With --strict, an error in the content or on a finished',
    'page (see `interlinear check-site`) ends it with exit code 1 before the old site is replaced.',
    '',
    'Examples:',
    '  interlinear build',
    '  interlinear build --content docs --out public --base https://help.example.com/',
  ].join('\n'),
  async run({ options, terminal }) {
    const started = performance.now();
    const format = readFormat(options.format);
    readFailOn(options['fail-on'], 'never');
    const host = createNodeHost();
    const map = openProject(host, options);
    const workers = readWorkers(options.workers);
    if (map.paths.length >= FEW_FAMILIES) spendMemory();
    const out = resolve(options.out ?? 'dist');
    const staged = stageFolder(out, [map.root, process.cwd()]);
    const pool = openShardPool(host, map, workers);
    const search = options.search === false ? undefined : createSearchIndex();
    const stop = (signal: NodeJS.Signals): void => {
      // Threads first: they may be writing. A second signal ends the process at once; the next build cleans up.
      void pool.close().then(() => {
        staged.discard();
        terminal.endProgress();
        terminal.note(`Stopped; ${options.out ?? 'dist'} is as it was.`);
        process.exit(signal === 'SIGINT' ? 130 : 143);
      });
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      const { scan, pages } = await buildSite({
        host,
        map,
        checks,
        pool,
        search,
        renderSite: async (source, folder) => {
          // Astro is large, and not needed where its pages are kept from the last build.
          const { astroBuild } = await import('../../site/astro-build.ts');
          await astroBuild({ source, out: folder, base: map.config.base, origin: map.config.origin });
        },
        layouts: options.cache === false ? undefined : { cache: openLayoutCache(resolve('.interlinear', 'layouts')), code: codeDigest },
        takeLayout: readLayout,
        history: map.config.statusPage ? readHistory() : undefined,
        out: staged.path,
        onStep: (step) => terminal.progress(...words(step)),
      });
      finishLayouts(staged.path, map.config.locales.map(({ id }) => id));
      const faults = options.strict === true ? checkSite({ host, folder: staged.path, base: map.config.base, onPage: (done, of) => terminal.progress('Checking pages', `${done} of ${of}`) }) : undefined;
      const strictly = faults !== undefined && (countSeverities(faults.counts).error > 0 || scan.findings.some((finding) => finding.severity === 'error'));
      if (strictly) staged.discard();
      else staged.commit({ base: map.config.base });
      terminal.endProgress();
      for (const note of map.notes) terminal.note(`note: ${note}`);
      if (format === 'json' || options.all === true || scan.findings.some((finding) => finding.severity === 'error')) {
        terminal.out(formatReport(format, scan, { host, map, terminal, all: options.all === true }));
      }
      if (faults && faults.findings.length > 0) (format === 'json' ? terminal.note : terminal.out)(toSiteText(faults, { color: terminal.color && format !== 'json', all: options.all === true }));
      if (strictly) {
        terminal.note(`Nothing was published: --strict stops at errors. ${options.out ?? 'dist'} is as it was.`);
        return 1;
      }
      const { findings } = summariseFindings(scan.findings, { locales: [], families: scan.families });
      terminal.note(`Built ${pages} article pages in ${map.config.locales.length} locales from ${scan.families} families into ${options.out ?? 'dist'} (${((performance.now() - started) / 1000).toFixed(1)} s); findings: ${SEVERITIES.map((severity) => `${findings[severity]} ${severity}`).join(', ')}.`);
      return failOn(options['fail-on'], 'never', scan.findings);
    } catch (error) {
      await pool.close();
      staged.discard();
      throw writeProblem(error) ?? error;
    } finally {
      await search?.close();
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await pool.close();
    }
  },
};

function words(step: BuildStep): [string, string?] {
  switch (step.kind) {
    case 'scan':
      return ['Checking articles', `${step.done} of ${step.of}`];
    case 'layouts':
      return ['Layouts are ready'];
    case 'pages':
      return ['Writing pages'];
  }
}

import { codeDigest } from '../code-digest.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { FEW_FAMILIES, spendMemory } from '../../host/save-memory.ts';
import type { SuppressedFinding } from '../../model/suppression.ts';
import { assess, type Assessment } from '../../project/assess.ts';
import type { ContentMap } from '../../project/content-map.ts';
import { familyDigests } from '../../project/cache-digests.ts';
import { openScanCache } from '../../project/cache-scan.ts';
import { partOfContent, scanOfPart } from '../../project/part-of-content.ts';
import { readTocs } from '../../project/site-index.ts';
import { scanContent } from '../../project/scan-content.ts';
import { limitMessage } from '../../report/report.ts';
import { readBaseline, writeBaseline } from '../baseline-file.ts';
import { openCaches, openContentDigests, watchCaches } from '../caches.ts';
import { changedSince } from '../changed-since.ts';
import type { Command, Terminal } from '../command.ts';
import { failOn, readFailOn } from '../fail-on.ts';
import { openProject } from '../open-project.ts';
import { readReports } from '../read-reports.ts';
import { writeReports } from '../report-output.ts';
import { readWorkers } from '../read-workers.ts';
import { openShardPool } from '../shard-pool.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Check that every translation is sound and aligned with its original.',
  options: ['content', 'config', 'locale', 'changed-since', 'fix', 'format', 'report', 'fail-on', 'baseline', 'update-baseline', 'cache', 'all', 'workers'],
  details: [
    'Reads every article, aligns all locales and reports findings; writes nothing but the reports asked for and the cache.',
    'What has not changed since the last run, nor anything it refers to, is not checked again; --no-cache checks everything.',
    'Fails (exit code 1) at errors and at broken `limits` of site.yml; choose with --fail-on.',
    'A report that cannot be written makes exit code 2; the others are written all the same.',
    '',
    'Formats: pretty, json, jsonl, sarif, github, gitlab, junit, checkstyle, html, markdown.',
    '',
    'Examples:',
    '  interlinear validate',
    '  interlinear validate --locale ar-sa --fail-on warning',
    '  interlinear validate --format json > findings.json',
    '  interlinear validate --format github --report sarif=out.sarif --report html=findings.html',
    '  interlinear validate --update-baseline        # from now on, report only what is new',
    '  interlinear validate --changed-since origin/main --fail-on new',
  ].join('\n'),
  async run({ options, terminal }) {
    const targets = readReports(options.format, options.report);
    const isUpdated = options['update-baseline'] === true;
    const baseline = readBaseline(options.baseline, isUpdated);
    readFailOn(options['fail-on'], 'error', isUpdated || baseline.entries !== undefined);
    const host = createNodeHost();
    const whole = openProject(host, options);
    const part = options['changed-since'] === undefined ? undefined : changedSince(host, whole, options['changed-since']);
    const map = part ? partOfContent(whole, part.paths) : whole;
    const paths = part && new Set(part.paths);
    if (map.paths.length >= FEW_FAMILIES) spendMemory();
    if (options.fix === true) {
      const [{ fixFiles }, { noteFixes }] = await Promise.all([import('../fix-files.ts'), import('./fix.ts')]);
      noteFixes(await fixFiles(host, map, { rules: [], files: [] }, { write: true, terminal, workers: readWorkers(options.workers) }), false, terminal);
    }
    // Of a part, few families are scanned anyway.
    const troubles = watchCaches();
    const caches = part || options.cache === false ? undefined : openCaches(troubles);
    const files = caches && openContentDigests(caches, map);
    const cache = caches && files && openScanCache(host, map, caches, codeDigest(), familyDigests(host, map, files));
    const pool = openShardPool(host, map, readWorkers(options.workers), cache && map.paths.length - cache.known.size);
    try {
      const scanned = await scanContent(pool, map, readTocs(host, map), {
        keep: false,
        cache,
        onProgress: (done) => terminal.progress('Checking articles', `${done} of ${map.paths.length}`),
      });
      terminal.endProgress();
      files?.save();
      troubles.note(terminal);
      const scan = part && paths ? scanOfPart(scanned, paths, new Set(part.files)) : scanned;
      let entries = baseline.entries ?? [];
      if (isUpdated) {
        const kept = entries.filter(({ locale, path }) => !isCovered(map, locale, path, paths));
        writeBaseline(baseline.name, scan.findings, kept);
        terminal.note(`Wrote ${scan.findings.length} findings to ${baseline.name}${kept.length > 0 ? `, and kept ${kept.length} of what was not looked at` : ''}.`);
        entries = readBaseline(baseline.name, true).entries ?? [];
      }
      const assessment = assess(scan, map, entries, paths);
      const complete = writeReports(targets, scan, assessment, { host, map, terminal, all: options.all === true });
      noteRest(assessment, baseline.name, terminal);
      if (part?.hasNewConfiguration) terminal.note('site.yml or the glossary has changed, too: a run without --changed-since shows what that does to all articles.');
      if (!complete) return 2;
      return assessment.brokenLimits.length > 0 && options['fail-on'] !== 'never' ? 1 : failOn(options['fail-on'], 'error', assessment.findings);
    } finally {
      await pool.close();
    }
  },
};

function isCovered({ config }: ContentMap, locale: string, path: string, part: ReadonlySet<string> | undefined): boolean {
  return config.locales.some(({ id }) => id === locale) && (part?.has(path) ?? true);
}

/** What is not reported, and what is beside the findings. */
function noteRest({ suppressed, gone, brokenLimits }: Assessment, baseline: string, terminal: Terminal): void {
  const count = (by: SuppressedFinding['by'][]): number => suppressed.filter((one) => by.includes(one.by)).length;
  const [known, ignored] = [count(['baseline']), count(['comment', 'path'])];
  if (known > 0) terminal.note(`${known} known ${known === 1 ? 'finding' : 'findings'} of ${baseline} not shown.`);
  if (ignored > 0) terminal.note(`${ignored} ${ignored === 1 ? 'finding is' : 'findings are'} ignored by comments or site.yml.`);
  if (gone.length > 0) {
    const shown = gone.slice(0, 10).map(({ rule, locale, path, segment }) => `  ${locale}/${path}${segment === null ? '' : ` segment ${segment}`}: ${rule}`);
    terminal.note([`${gone.length} ${gone.length === 1 ? 'entry' : 'entries'} of ${baseline} no longer ${gone.length === 1 ? 'occurs' : 'occur'}; take ${gone.length === 1 ? 'it' : 'them'} out with --update-baseline:`, ...shown, ...(gone.length > shown.length ? [`  and ${gone.length - shown.length} more`] : [])].join('\n'));
  }
  if (brokenLimits.length > 0) terminal.note(['Limits of site.yml are broken:', ...brokenLimits.map((limit) => `  ${limitMessage(limit)}`)].join('\n'));
}

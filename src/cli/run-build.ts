import { resolve } from 'node:path';
import { checks } from '../checks/index.ts';
import { finishLayouts, readLayout } from '../host/layout-files.ts';
import { createNodeHost } from '../host/node-host.ts';
import { FEW_FAMILIES, spendMemory } from '../host/save-memory.ts';
import { createSearchIndex } from '../host/search-index.ts';
import { removeFolder, stageFolder } from '../host/staged-folder.ts';
import { writeProblem } from '../host/system-error.ts';
import { withoutQualityChecks } from '../project/build-checks.ts';
import { buildSite, type BuildStep } from '../project/build-site.ts';
import { checkSite } from '../project/check-site.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { ContentScan } from '../project/scan-content.ts';
import { contentDigest, PART_FILE, PART_SITE, partText, pathsOfPart, RECORDS_FILE, settingsDigest, type Part } from '../project/shard-part.ts';
import { SEVERITIES, summariseFindings } from '../report/findings-summary.ts';
import { countSeverities, toSiteText } from '../report/site-report.ts';
import { openLayouts } from './caches.ts';
import { codeDigest } from './code-digest.ts';
import type { ExitCode, OptionValues, Terminal } from './command.ts';
import { foreignFilesOf, plannedSite, readEarlier, updateSite } from './earlier-builds.ts';
import { failOn, readFailOn } from './fail-on.ts';
import { finishSite } from './finish-site.ts';
import { readHistory } from './history-file.ts';
import { openProject } from './open-project.ts';
import { readHosting } from './read-hosting.ts';
import { readFormat } from './read-reports.ts';
import { readShard } from './read-shard.ts';
import { readWorkers } from './read-workers.ts';
import { createRecordSink } from './record-sink.ts';
import { renderSite } from './render-site.ts';
import { openShardPool } from './shard-pool.ts';
import type { Ahead } from './start-ahead.ts';
import { version } from './version.ts';

/**
 * What `interlinear build` does.
 * @param ahead from {@link startAhead}; to be closed by the caller
 */
export async function runBuild({ options, terminal }: { readonly options: OptionValues; readonly terminal: Terminal }, { troubles, isUpdate, updater, threads }: Ahead): Promise<ExitCode> {
  const started = performance.now();
  const format = readFormat(options.format);
  readFailOn(options['fail-on'], 'never');
  const host = createNodeHost();
  const opened = openProject(host, options);
  const isQualityAsked = options.strict === true || (options['fail-on'] ?? 'never') !== 'never' || options.format !== undefined || opened.config.statusPage || opened.config.review;
  const map = isQualityAsked ? opened : withoutQualityChecks(opened);
  const workers = readWorkers(options.workers);
  if (map.paths.length >= FEW_FAMILIES && !isUpdate) spendMemory();
  const part = readShard(options, process.env);
  const hosting = readHosting(options['host-limits'], map.config.hosting);
  const outName = options.out ?? (part ? `shards/${part.number}` : 'dist');
  const staged = stageFolder(resolve(outName), [map.root, process.cwd()]);
  const site = part ? `${staged.path}/${PART_SITE}` : staged.path;
  // What stands beside the pages is the same in all parts; the first brings it along.
  const restOut = part && part.number > 1 ? `${staged.path}/rest` : site;
  if (part) terminal.note(`Building part ${part.number} of ${part.of}${part.from === undefined ? '' : ` (${part.from}; --shard off builds the whole site)`}.`);
  const known = updater && (await readEarlier(host, map, staged.place, updater, troubles));
  // A part is written anew; what was found in all families spares it the most.
  const earlier = part ? undefined : known;
  const pool = openShardPool(host, map, workers, known && map.paths.length - known.scan.known.size, threads);
  const recordSink = part && options.search !== false ? createRecordSink(`${staged.path}/${RECORDS_FILE}`, map.slugs) : undefined;
  const search = recordSink ?? (options.search === false ? undefined : createSearchIndex());
  const paths = part && pathsOfPart(map.paths, part);
  const stop = (signal: NodeJS.Signals): void => {
    // Threads first: they may be writing. A second signal ends the process at once; the next build cleans up.
    void pool.close().then(() => {
      staged.discard();
      terminal.endProgress();
      terminal.note(`Stopped; ${outName} is as it was.`);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let reporting: Promise<string> | undefined;
  const reportOf = async (scan: ContentScan): Promise<string> =>
    format === 'json' || options.all === true || scan.findings.some((finding) => finding.severity === 'error') ? (await import('./report-output.ts')).formatReport(format, scan, { host, map, terminal, all: options.all === true }) : '';
  try {
    const { scan: found, pages, redirects, files, kept, rendered } = await buildSite({
      host,
      map,
      checks,
      pool,
      search,
      renderSite: (source, folder) => renderSite({ source, out: folder, base: map.config.base, origin: map.config.origin }),
      layouts: options.cache === false ? undefined : { cache: openLayouts(troubles), code: () => known?.code ?? codeDigest() },
      takeLayout: readLayout,
      history: map.config.statusPage ? readHistory() : undefined,
      out: site,
      part: paths,
      restOut,
      earlier,
      known: known?.scan,
      onStep: (step) => terminal.progress(...words(step)),
      // Of a part of the site the findings are not known yet.
      onScan: (scan) => {
        if (part) return;
        reporting = reportOf(scan);
        // Awaited below.
        reporting.catch(() => {});
      },
    });
    // Awaited at the end.
    void updater?.close();
    let changes: string | undefined;
    const scan = part && paths ? scanOfOneMachine(found, map, part, new Set(paths)) : found;
    const others = finishLayouts(restOut, map.config.locales.map(({ id }) => id), rendered);
    if (restOut !== site) removeFolder(restOut);
    const locales = map.config.locales.map(({ id }) => id);
    const finishedSite = part ? undefined : finishSite({ host, staged, base: map.config.base, locales, hosting, redirects, written: files, kept, others });
    const budgets = finishedSite?.budgets ?? [];
    if (part) {
      const text = partText({ generator: version(), code: known?.code ?? codeDigest(), settings: settingsDigest(map, [options.search, hosting, options['host-limits'], map.config.statusPage && readHistory()]), content: contentDigest(host, map), number: part.number, of: part.of, base: map.config.base, locales, hosting, redirects, search: recordSink !== undefined, pages, families: recordSink?.families() ?? 0, files: part.number === 1 || pages > 0 ? host.listFiles(site).files.length : 0 });
      host.writeOutput(`${staged.path}/${PART_FILE}`, text);
      known?.files.save();
    }
    const published = kept ? await earlier?.readSite() : undefined;
    const faults = options.strict === true && finishedSite ? checkSite({ host: published ? plannedSite(host, staged, finishedSite.list) : host, folder: staged.path, base: map.config.base, onPage: (done, of) => terminal.progress('Checking pages', `${done} of ${of}`) }) : undefined;
    const strictly = options.strict === true && (budgets.length > 0 || (faults && countSeverities(faults.counts).error > 0) || scan.findings.some((finding) => finding.severity === 'error'));
    if (strictly) staged.discard();
    else if (published && finishedSite) changes = updateSite(host, staged, published, updater?.foreign() ?? foreignFilesOf(staged, published), finishedSite.list, outName);
    else staged.commit({ base: map.config.base });
    troubles.note(terminal);
    terminal.endProgress();
    for (const note of map.notes) terminal.note(`note: ${note}`);
    const report = await (reporting ?? reportOf(scan));
    if (report !== '') terminal.out(report);
    if (faults && faults.findings.length > 0) (format === 'json' ? terminal.note : terminal.out)(toSiteText(faults, { color: terminal.color && format !== 'json', all: options.all === true }));
    for (const budget of budgets) terminal.note(`${strictly ? 'error' : 'warning'}: ${budget}`);
    if (strictly) {
      terminal.note(`Nothing was published: --strict stops at errors. ${outName} is as it was.`);
      return 1;
    }
    const { findings } = summariseFindings(scan.findings, { locales: [], families: scan.families });
    terminal.note(`Built ${pages} article pages in ${map.config.locales.length} locales from ${paths?.length ?? scan.families} families into ${outName} (${((performance.now() - started) / 1000).toFixed(1)} s)${changes === undefined ? '' : `: ${changes}`}; findings: ${SEVERITIES.map((severity) => `${findings[severity]} ${severity}`).join(', ')}.`);
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
}

/** Every finding is said by one machine: that of its family, or the first for what is no article. */
function scanOfOneMachine(scan: ContentScan, map: ContentMap, part: Part, paths: ReadonlySet<string>): ContentScan {
  return { ...scan, findings: scan.findings.filter(({ path }) => paths.has(path) || (part.number === 1 && !map.slugs.has(path))) };
}

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

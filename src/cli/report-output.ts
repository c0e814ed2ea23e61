import { appendFileSync, existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { checks } from '../checks/index.ts';
import { makeFolders } from '../host/make-folders.ts';
import { reasonOf } from '../host/system-error.ts';
import type { Host } from '../model/host.ts';
import type { Assessment } from '../project/assess.ts';
import type { ContentMap } from '../project/content-map.ts';
import { findingsPageOf } from '../project/findings-page.ts';
import { contentFile } from '../project/inventory.ts';
import type { ContentScan } from '../project/scan-content.ts';
import { toCheckstyle } from '../report/checkstyle.ts';
import type { Checked } from '../report/findings-summary.ts';
import { toGitHubAnnotations } from '../report/github.ts';
import { toGitLabCodeQuality } from '../report/gitlab.ts';
import { toJsonLines, toJsonReport } from '../report/json.ts';
import { toJUnit } from '../report/junit.ts';
import { toMarkdown } from '../report/markdown.ts';
import { toPrettyReport } from '../report/pretty.ts';
import type { Report } from '../report/report.ts';
import { toSarif } from '../report/sarif.ts';
import { compareText } from '../text/compare-text.ts';
import { findingsPage } from '../views/findings-page.ts';
import type { Terminal } from './command.ts';
import { findingTexts, type FindingTexts } from './finding-texts.ts';
import { pageStyles } from './page-styles.ts';
import type { ReportFormat, ReportTarget } from './read-reports.ts';
import { version } from './version.ts';

export interface ReportContext {
  readonly host: Host;
  readonly map: ContentMap;
  readonly terminal: Terminal;
  readonly all: boolean;
}

/** The findings of a scan as text, without a line end. */
export function formatReport(format: ReportFormat, scan: ContentScan, context: ReportContext): string {
  const texts = findingTexts(context.host, context.map);
  return textOfReport(format, reportOf(scan, { findings: scan.findings, suppressed: scan.suppressed, gone: [], brokenLimits: [] }, context.map, texts), context, texts).trimEnd();
}

/**
 * Writes all reports. One that cannot be written is said, and the others are written all the same.
 * @returns whether all were written
 */
export function writeReports(targets: readonly ReportTarget[], scan: ContentScan, assessment: Assessment, context: ReportContext): boolean {
  const texts = findingTexts(context.host, context.map);
  const report = reportOf(scan, assessment, context.map, texts);
  let complete = true;
  for (const { format, file } of targets) {
    const text = textOfReport(format, report, context, texts);
    if (file === '-') {
      if (text !== '') context.terminal.out(text.replace(/\n$/, ''));
    } else complete = write(file, text, context.terminal, writeFileSync) && complete;
  }
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '' && targets.some(({ format }) => format === 'github')) {
    complete = write(summary, toMarkdown(report, STEP_SUMMARY_SIZE), context.terminal, appendFileSync) && complete;
  }
  return complete;
}

/** Bytes; GitHub takes 1 MiB of a step. A person reads less. */
const STEP_SUMMARY_SIZE = 200_000;

function write(file: string, text: string, terminal: Terminal, put: (file: string, text: string) => void): boolean {
  try {
    makeFolders(dirname(resolve(file)));
    put(file, text);
    return true;
  } catch (error) {
    terminal.note(`error: The report ${file} cannot be written: ${reasonOf(error)}. The other reports are written all the same.`);
    return false;
  }
}

function textOfReport(format: ReportFormat, report: Report, { map, terminal, all }: ReportContext, texts: FindingTexts): string {
  switch (format) {
    case 'pretty':
      return toPrettyReport(report.findings, report.checked, {
        color: terminal.color,
        all,
        ...(process.stdout.columns ? { width: process.stdout.columns } : {}),
        textOf: texts.textOf,
        sidesOf: texts.detailsOf,
      });
    case 'json':
      return `${JSON.stringify(toJsonReport(report.findings, report.checked, report.version), null, 2)}\n`;
    case 'jsonl':
      return toJsonLines(report.findings);
    case 'sarif':
      return toSarif(report);
    case 'github':
      return toGitHubAnnotations(report);
    case 'gitlab':
      return toGitLabCodeQuality(report);
    case 'junit':
      return toJUnit(report);
    case 'checkstyle':
      return toCheckstyle(report);
    case 'html':
      return findingsPage(findingsPageOf(report, map.config, pageStyles()));
    case 'markdown':
      return toMarkdown(report);
  }
}

function reportOf(scan: ContentScan, { findings, suppressed, brokenLimits }: Assessment, map: ContentMap, texts: FindingTexts): Report {
  const { origin, base, checkPages } = map.config;
  return {
    findings,
    suppressed,
    brokenLimits,
    checked: checkedOf(scan, map),
    version: version(),
    rules: checks.map(({ id, category, severity, summary, why, whatToDo }) => ({ id, category, severity, summary, why, whatToDo, url: checkPages && origin !== undefined ? `${origin}${base}checks/${id}/` : undefined })),
    files: filesOf(map),
    folder: folderInRepository(map.root),
    detailsOf: texts.detailsOf,
  };
}

function checkedOf(scan: ContentScan, map: ContentMap): Checked {
  const locales = map.config.locales.flatMap(({ id }) => {
    const count = scan.counts[id];
    return count ? [{ locale: id, ...count }] : [];
  });
  return { locales, families: scan.families };
}

function filesOf({ paths, config, inventory }: ContentMap): Report['files'] {
  const wanted = new Set(paths);
  return config.locales.flatMap((locale) =>
    (inventory.locales.get(locale.id)?.articles ?? []).filter((path) => wanted.has(path)).map((path) => ({ file: contentFile(locale, path), locale: locale.id })).sort((a, b) => compareText(a.file, b.file)),
  );
}

/** Path of a folder below the repository that holds it, with a trailing slash; below the working folder when there is none. */
function folderInRepository(folder: string): string {
  const real = realpathSync(folder);
  let root = real;
  while (!existsSync(join(root, '.git')) && dirname(root) !== root) root = dirname(root);
  const path = relative(existsSync(join(root, '.git')) ? root : process.cwd(), real).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}

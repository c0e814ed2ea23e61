import { ingest } from '../ingest/ingest.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import { UserError } from '../model/user-error.ts';
import type { ContentMap } from '../project/content-map.ts';
import type { ContentScan } from '../project/scan-content.ts';
import type { Checked } from '../report/findings-summary.ts';
import { toJsonReport } from '../report/json.ts';
import { toPrettyReport } from '../report/pretty.ts';
import { closest } from '../text/closest.ts';
import type { Terminal } from './command.ts';
import { version } from './version.ts';

export type ReportFormat = 'pretty' | 'json';

const FORMATS: readonly ReportFormat[] = ['pretty', 'json'];

/** @throws {UserError} for a format that does not exist */
export function readFormat(option: string | undefined): ReportFormat {
  const format = FORMATS.find((candidate) => candidate === (option ?? 'pretty'));
  if (format) return format;
  const guess = closest(option ?? '', FORMATS);
  throw new UserError(`There is no report format "${option ?? ''}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${FORMATS.join(', ')}.`);
}

export interface ReportContext {
  readonly host: Host;
  readonly map: ContentMap;
  readonly terminal: Terminal;
  readonly all: boolean;
}

/** The findings of a scan as text, without a line end. */
export function formatReport(format: ReportFormat, scan: ContentScan, { host, map, terminal, all }: ReportContext): string {
  const checked = checkedOf(scan, map);
  if (format === 'json') return JSON.stringify(toJsonReport(scan.findings, checked, version()), null, 2);
  const files = fileTexts(host, map);
  return toPrettyReport(scan.findings, checked, {
    color: terminal.color,
    all,
    ...(process.stdout.columns ? { width: process.stdout.columns } : {}),
    textOf: files.textOf,
    sidesOf: files.sidesOf,
  }).trimEnd();
}

function checkedOf(scan: ContentScan, map: ContentMap): Checked {
  const locales = map.config.locales.flatMap(({ id }) => {
    const count = scan.counts[id];
    return count ? [{ locale: id, ...count }] : [];
  });
  return { locales, families: scan.families };
}

/** Files of the findings that are shown, read again: keeping all of them would cost more. */
function fileTexts(host: Host, map: ContentMap) {
  let last: { file: string; text: string | undefined } | undefined;
  const textOf = (file: string): string | undefined => {
    if (last?.file !== file) {
      const read = host.readText(`${map.root}/${file}`);
      last = { file, text: read.kind === 'text' ? read.text : undefined };
    }
    return last.text;
  };
  const sidesOf = (finding: Finding): { target: string; source: string } | undefined => {
    const text = finding.segment === null ? undefined : textOf(finding.file);
    if (text === undefined) return undefined;
    const { locale, path, file } = finding;
    return ingest({ locale, path, file, text }).segments.find((segment) => segment.ordinal === finding.segment);
  };
  return { textOf, sidesOf };
}

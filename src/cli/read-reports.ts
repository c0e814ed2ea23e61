import { resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';

const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'html', 'markdown'] as const;

export type ReportFormat = (typeof FORMATS)[number];

/** Where one report goes; `-` is the standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file: string;
}

/** @throws {UserError} for a format that does not exist */
export function readFormat(option: string | undefined): ReportFormat {
  const format = FORMATS.find((candidate) => candidate === (option ?? 'pretty'));
  if (format) return format;
  const guess = closest(option ?? '', FORMATS);
  throw new UserError(`There is no report format "${option ?? ''}".`, guess ? `Did you mean "${guess}"?` : `Allowed: ${FORMATS.join(', ')}.`);
}

/**
 * The reports that `--format` and `--report format=file` ask for. Without `--format`, the pretty one is printed, unless
 * another goes to the standard output.
 * @throws {UserError} for an unknown format, a report without a file, and two reports with one place
 */
export function readReports(format: string | undefined, reports: readonly string[] = []): ReportTarget[] {
  const named = reports.map((report): ReportTarget => {
    const at = report.indexOf('=');
    const target = { format: readFormat(at < 0 ? report : report.slice(0, at)), file: at < 0 ? '' : report.slice(at + 1) };
    if (target.file === '') throw new UserError(`--report ${report} names no file.`, `Write \`--report ${target.format}=FILE\`, with - for the standard output.`);
    return target;
  });
  const printed = format !== undefined || !named.some(({ file }) => file === '-') ? [{ format: readFormat(format), file: '-' }] : [];
  const all = [...printed, ...named];
  const places = all.map(({ file }) => (file === '-' ? '-' : resolve(file)));
  const twice = all.find((_, index) => places.indexOf(places[index] ?? '') !== index);
  if (twice) throw new UserError(`Two reports go to ${twice.file === '-' ? 'the standard output' : twice.file}.`, 'Give each a file of its own with --report FORMAT=FILE.');
  return all;
}

import type { ContentStatus, StatusCounts } from '../model/status.ts';
import { paintWith } from './paint.ts';
import { table } from './table.ts';
import { visibleText } from './visible-text.ts';

const COLUMNS = ['articles', 'translated', 'segments', 'words', 'machine', 'human', 'reviewed', 'stale', 'errors', 'warnings', 'info'] as const;

/** Values of {@link COLUMNS}. */
function valuesOf({ articles, translated, segments, words, machine, human, reviewed, stale, findings }: StatusCounts): number[] {
  return [articles, translated, segments, words, machine, human, reviewed, stale, findings.error, findings.warning, findings.info];
}

/** A table for the terminal: a line per locale, its sections below it where there are several. Ends with a line end. */
export function statusToText({ locales }: ContentStatus, { color }: { readonly color: boolean }): string {
  if (locales.length === 0) return 'There is no locale to translate into.\n';
  const paint = paintWith(color);
  const cells = (counts: StatusCounts): string[] => valuesOf(counts).map((value, column) => (column === 1 ? `${thousands(value)} ${percent(value, counts.articles)}` : value === 0 ? '·' : thousands(value)));
  const rows = locales.flatMap((status) => [
    { isLocale: true, cells: [visibleText(status.locale), ...cells(status)] },
    ...(status.sections.length > 1 ? status.sections.map((section) => ({ isLocale: false, cells: [`  ${section.section === '' ? '(top)' : visibleText(section.section)}`, ...cells(section)] })) : []),
  ]);
  const [head = '', ...lines] = table([['locale', ...COLUMNS], ...rows.map((row) => row.cells)]);
  return `${[paint.dim(head), ...lines.map((line, index) => (rows[index]?.isLocale ? paint.bold(line) : line))].join('\n')}\n`;
}

/** Comma-separated values (RFC 4180), a line per locale and section; the section is empty in the line of the whole locale and `/` for articles at the top. */
export function statusToCsv({ locales }: ContentStatus): string {
  const lines = locales.flatMap((status) => [[status.locale, '', ...valuesOf(status)], ...status.sections.map((section) => [status.locale, section.section === '' ? '/' : section.section, ...valuesOf(section)])]);
  return [['locale', 'section', ...COLUMNS], ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet takes for text: what begins like a formula gets an apostrophe (OWASP, "CSV Injection"). */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n|%＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** percent(9, 10) // => '90%'; never 100% when something is missing, nor 0% when something is there. */
function percent(part: number, whole: number): string {
  if (whole === 0) return '';
  const share = Math.floor((part / whole) * 100);
  return part > 0 && share === 0 ? '<1%' : `${share}%`;
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

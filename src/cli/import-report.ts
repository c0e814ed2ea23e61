import { refusalText } from '../project/refusal-text.ts';
import type { ImportProblem, ImportReport } from '../project/import-content.ts';

interface FileReport {
  /** As it was typed. */
  readonly file: string;
  readonly report: ImportReport;
}

/** Lines of problems that are printed without --all. */
const FEW = 50;

/** What became of imported files, for people. */
export function importReportText(files: readonly FileReport[], isDry: boolean, all: boolean): string {
  // What came back as its original is expected of a half-done kit; the count says it.
  const problems = files.flatMap(({ report }) => report.problems).filter(({ kind }) => all || kind !== 'untranslated');
  const shown = all ? problems : problems.slice(0, FEW);
  const changed = new Set(files.flatMap(({ report }) => report.changed)).size;
  return [
    ...files.map(({ file, report }) => `${file}: ${countText(report)}.`),
    ...shown.map((problem) => `  ${problem.file}${problem.line === undefined ? '' : `:${problem.line}`} ${problem.id}: ${problemText(problem)}`),
    ...(shown.length < problems.length ? [`  and ${problems.length - shown.length} more (--all shows them)`] : []),
    changed === 0 ? `${isDry ? 'Nothing would change' : 'Nothing changed'}.` : `${isDry ? 'Would change' : 'Changed'} ${changed} ${changed === 1 ? 'file' : 'files'}.`,
  ].join('\n');
}

/** What became of imported files, for programs. */
export function importReportJson(files: readonly FileReport[], isDry: boolean): string {
  return JSON.stringify(
    {
      version: 1,
      dryRun: isDry,
      files: files.map(({ file, report: { units, counts, accepted, changed, problems } }) => ({
        file,
        units,
        ...counts,
        accepted,
        changedFiles: changed,
        problems: problems.map(({ file: place, line, id, kind, reason, detail, before, after }) => ({ file: place, line: line ?? null, unit: id, kind, ...(reason && refusalText(reason, detail)), ...(before !== undefined && { before }), ...(after !== undefined && { after }) })),
      })),
    },
    undefined,
    2,
  );
}

function countText({ units, counts: { changed, unchanged, untranslated, refused, conflict }, accepted }: ImportReport): string {
  const parts = [`${changed} changed`, `${unchanged} unchanged`, `${untranslated} not translated`, `${refused} refused`, `${conflict} in conflict`, ...(accepted > 0 ? [`${accepted} accepted`] : [])];
  return `${units} ${units === 1 ? 'unit' : 'units'}, ${parts.join(', ')}`;
}

function problemText({ kind, reason, detail, before, after }: ImportProblem): string {
  if (kind === 'untranslated') return 'not translated: it came back as its original and stays as it is.';
  if (kind === 'conflict') return `conflict: the text was changed here since the export and stays as it is.${before === undefined ? '' : `\n    here:     ${cut(before)}`}${after === undefined ? '' : `\n    imported: ${cut(after)}`}`;
  const { message, suggestion } = refusalText(reason ?? 'unknown-unit', detail);
  return `refused: ${message}${suggestion === undefined ? '' : ` ${suggestion}`}`;
}

/** On one line, without characters that a terminal would obey. */
function cut(text: string): string {
  const line = text.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

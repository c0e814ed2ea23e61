import type { Severity } from '../model/finding.ts';
import { SEVERITIES } from './findings-summary.ts';
import { limitMessage, repositoryPath, type Report } from './report.ts';
import { visibleText } from './visible-text.ts';

/** GitHub shows this many annotations of each severity for one step and drops the rest without a word. */
const SHOWN = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations as workflow commands of GitHub Actions, the first of each severity; ends with a line end, or is empty. */
export function toGitHubAnnotations({ findings, brokenLimits, folder }: Report): string {
  const limits = brokenLimits.slice(0, SHOWN).map((limit) => `::error title=Limit of site.yml::${data(limitMessage(limit))}`);
  const room = (severity: Severity): number => SHOWN - (severity === 'error' ? limits.length : 0);
  const shown = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity).slice(0, room(severity)));
  const lines = shown.map(({ severity, rule, file, line, column, end, message }) => {
    // Columns count only within one line.
    const columns = end.line === line ? [`col=${column}`, `endColumn=${end.column}`] : [];
    const properties = [`file=${property(repositoryPath(folder, file))}`, `line=${line}`, `endLine=${end.line}`, ...columns, `title=${property(rule)}`];
    return `::${COMMANDS[severity]} ${properties.join(',')}::${data(visibleText(message))}`;
  });
  const hidden = findings.length - shown.length + brokenLimits.length - limits.length;
  const note = hidden > 0 ? [`${hidden} more ${hidden === 1 ? 'finding is' : 'findings are'} not annotated: GitHub shows ${SHOWN} of each severity. The job summary counts them all.`] : [];
  return [...limits, ...lines, ...note].map((line) => `${line}\n`).join('');
}

/** As in @actions/core: what would end the command or its value is escaped. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { SITE_WARNINGS, type SiteFinding, type SiteReport } from '../model/site-finding.ts';

/** Places that are named for one subject, and subjects for one rule, unless all are wanted. */
const FEW_PLACES = 3;
const FEW_SUBJECTS = 20;

/** A report on a finished site for people: by rule, then by subject, with the pages that have it. Without a line end. */
export function toSiteText({ pages, findings, counts }: SiteReport, options: { readonly color: boolean; readonly all: boolean }): string {
  const paint = (code: number, text: string): string => (options.color ? `\u001B[${code}m${text}\u001B[39m` : text);
  const blocks = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, ofRule]) => {
    const subjects = [...Map.groupBy(ofRule, ({ message }) => message)];
    const shown = options.all ? subjects : subjects.slice(0, FEW_SUBJECTS);
    const severity = ofRule[0]?.severity ?? 'error';
    const lines = shown.flatMap(([message, places]) => [`  ${message}`, ...placeLines(places, options.all)]);
    const hidden = subjects.length - shown.length;
    return [`${paint(severity === 'error' ? 31 : 33, severity)} ${rule} (${counts[rule] ?? ofRule.length})`, ...lines, ...(hidden > 0 ? [`  … and ${hidden} more; --all shows them`] : [])].join('\n');
  });
  const { error, warning } = countSeverities(counts);
  return [...blocks, `${pages} page${pages === 1 ? '' : 's'} checked: ${error === 0 && warning === 0 ? 'nothing is wrong.' : `${error} error${error === 1 ? '' : 's'}, ${warning} warning${warning === 1 ? '' : 's'}.`}`].join('\n\n');
}

/** The same for programs. */
export function toSiteJson({ pages, findings, counts }: SiteReport, version: string): object {
  return { tool: 'interlinear', version, pages, summary: { ...countSeverities(counts), byRule: counts }, findings };
}

/** Findings by severity, those included that are not listed. */
export function countSeverities(counts: SiteReport['counts']): { readonly error: number; readonly warning: number } {
  const total = { error: 0, warning: 0 };
  for (const [rule, count] of Object.entries(counts)) total[isWarning(rule) ? 'warning' : 'error'] += count;
  return total;
}

function isWarning(rule: string): boolean {
  return [...SITE_WARNINGS].some((warning) => warning === rule);
}

function placeLines(places: readonly SiteFinding[], all: boolean): string[] {
  const shown = all ? places : places.slice(0, FEW_PLACES);
  return [...shown.map(({ file }) => `    ${file}`), ...(shown.length < places.length ? [`    … and ${places.length - shown.length} more`] : [])];
}

import { posix } from 'node:path';
import { runChecks, selectChecks } from '../checks/run-checks.ts';
import type { Finding } from '../model/finding.ts';
import type { SiteConfig } from '../model/site.ts';
import type { IgnoredPaths, SuppressedFinding, SuppressionComment } from '../model/suppression.ts';
import { closest } from '../text/closest.ts';

export interface Suppressed {
  /** What is left to report, with what is to be said about the comments themselves; in no order. */
  readonly findings: readonly Finding[];
  /** In the order of the findings given. */
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Takes out what comments and `ignore` of `site.yml` silence, and reports comments that are of no use.
 * @param known ids of all rules
 */
export function suppressFindings(findings: readonly Finding[], comments: readonly SuppressionComment[], config: Pick<SiteConfig, 'checks' | 'ignore'>, known: readonly string[]): Suppressed {
  const byFile = Map.groupBy(comments, ({ file }) => file);
  const used = new Map<SuppressionComment, Set<string>>();
  const ignores = pathFilter(config.ignore);
  const suppressed: SuppressedFinding[] = [];
  const reported: Finding[] = [];
  for (const finding of findings) {
    const comment = byFile.get(finding.file)?.find((one) => speaksFor(one, finding));
    if (comment) used.set(comment, (used.get(comment) ?? new Set()).add(finding.rule));
    const ignored = comment ? undefined : ignores(finding);
    if (comment) suppressed.push({ finding, by: 'comment', reason: comment.reason });
    else if (ignored) suppressed.push({ finding, by: 'path', reason: ignored.reason });
    else reported.push(finding);
  }
  if (comments.length === 0) return { findings: reported, suppressed };
  const about = runChecks(selectChecks(config.checks), {
    scope: 'suppression',
    comments: comments.map((comment) => ({ comment, rules: comment.rules.map((rule) => ({ rule, known: known.includes(rule), suggestion: closest(rule, known) ?? '', used: config.checks[rule] === 'off' || (used.get(comment)?.has(rule) ?? false) })) })),
  });
  for (const finding of about) {
    const ignored = ignores(finding);
    if (ignored) suppressed.push({ finding, by: 'path', reason: ignored.reason });
    else reported.push(finding);
  }
  return { findings: reported, suppressed };
}

/** Rules that `ignore` of `site.yml` silences in a file. */
export function ignoredRules({ ignore }: Pick<SiteConfig, 'ignore'>, { file, path }: Pick<Finding, 'file' | 'path'>): string[] {
  return [...new Set(ignore.flatMap(({ paths, rules }) => (isAmong(paths, file, path) ? rules : [])))];
}

function isAmong(globs: readonly string[], file: string, path: string): boolean {
  return globs.some((glob) => posix.matchesGlob(file, glob) || posix.matchesGlob(path, glob));
}

function speaksFor({ rules, lines }: SuppressionComment, finding: Finding): boolean {
  return rules.includes(finding.rule) && (lines === undefined || (finding.line >= lines.from && finding.line <= lines.to && !isWholeFile(finding)));
}

/** A finding about the article as a whole is shown at its beginning, but is not about that line. */
function isWholeFile({ line, column, end }: Finding): boolean {
  return line === 1 && column === 1 && end.line === 1 && end.column === 1;
}

/** Finds the entry of `ignore` that silences a finding; globs are matched once per file. */
function pathFilter(ignore: readonly IgnoredPaths[]): (finding: Finding) => IgnoredPaths | undefined {
  if (ignore.length === 0) return () => undefined;
  const byFile = new Map<string, readonly IgnoredPaths[]>();
  return ({ rule, file, path }) => {
    const entries = byFile.get(file) ?? ignore.filter(({ paths }) => isAmong(paths, file, path));
    byFile.set(file, entries);
    return entries.find(({ rules }) => rules.includes(rule));
  };
}

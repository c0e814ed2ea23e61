import type { Severity } from '../model/finding.ts';
import { distinctKeys } from '../model/finding-key.ts';
import { shortDigest } from '../text/short-digest.ts';
import { repositoryPath, type Report } from './report.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function toGitLabCodeQuality({ findings, folder }: Report): string {
  const keys = distinctKeys(findings);
  const issues = findings.map(({ rule, severity, file, line, end, message }, index) => ({
    description: message,
    check_name: rule,
    fingerprint: shortDigest(keys[index] ?? ''),
    severity: SEVERITY[severity],
    location: { path: repositoryPath(folder, file), lines: { begin: line, end: end.line } },
  }));
  return `${JSON.stringify(issues, null, 1)}\n`;
}

import type { Finding, Severity } from '../model/finding.ts';
import { UserError } from '../model/user-error.ts';
import type { ExitCode } from './command.ts';

const RANK: Readonly<Record<string, number>> = { info: 1, warning: 2, error: 3, never: 4 };

/** 1 when a finding is at or above the severity that `--fail-on` names, else 0. */
export function failOn(option: string | undefined, fallback: Severity | 'never', findings: readonly Finding[]): ExitCode {
  const limit = RANK[readFailOn(option, fallback)] ?? 4;
  return findings.some((finding) => (RANK[finding.severity] ?? 0) >= limit) ? 1 : 0;
}

/** Refuses an unknown value before any work is done. */
export function readFailOn(option: string | undefined, fallback: Severity | 'never'): string {
  const value = option ?? fallback;
  if (!Object.hasOwn(RANK, value)) throw new UserError(`--fail-on takes no "${value}".`, 'Allowed: error, warning, info, never.');
  return value;
}

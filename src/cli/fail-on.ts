import type { Finding, Severity } from '../model/finding.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import type { ExitCode } from './command.ts';

const RANK: Readonly<Record<string, number>> = { new: 0, info: 1, warning: 2, error: 3, never: 4 };

/** 1 when a finding is at or above the severity that `--fail-on` names, else 0. What the baseline knows is not among the findings. */
export function failOn(option: string | undefined, fallback: Severity | 'never', findings: readonly Pick<Finding, 'severity'>[]): ExitCode {
  const limit = RANK[option ?? fallback] ?? 4;
  return findings.some((finding) => (RANK[finding.severity] ?? 0) >= limit) ? 1 : 0;
}

/**
 * Refuses an unknown value before any work is done.
 * @param hasBaseline whether there is one to tell what is new; undefined: the command knows none
 */
export function readFailOn(option: string | undefined, fallback: Severity | 'never', hasBaseline?: boolean): string {
  const value = option ?? fallback;
  const allowed = Object.keys(RANK).filter((name) => name !== 'new' || hasBaseline !== undefined);
  if (!allowed.includes(value)) {
    const guess = closest(value, allowed);
    throw new UserError(`--fail-on takes no "${value}".`, `${guess ? `Did you mean "${guess}"? ` : ''}Allowed: ${['error', 'warning', 'info', 'never', ...(hasBaseline === undefined ? [] : ['new'])].join(', ')}.`);
  }
  if (value === 'new' && hasBaseline === false) throw new UserError('--fail-on new needs a baseline to tell what is new.', 'Make one with `interlinear validate --update-baseline`, or name it with --baseline FILE.');
  return value;
}

import { createRequire } from 'node:module';
import type * as scslre from 'scslre';

/**
 * Says why a regular expression may take very long on some text; undefined when it cannot. Refused is what takes time
 * with the square of the text or faster because two repetitions can take the same characters. A search that merely
 * begins anew at every place is not: the pieces of text that patterns are tried on are short.
 * Lookaheads with references back into them are beyond the analysis.
 */
export function patternRisk(pattern: RegExp): string | undefined {
  const report = analyser().analyse(pattern).reports.find(({ type, exponential }) => exponential || type !== 'Move');
  return report && `text such as “${report.character.pick.repeat(4)}…” fits it in very many ways`;
}

/** Loaded when a project has patterns: most have none. */
function analyser(): typeof scslre {
  return createRequire(import.meta.url)('scslre') as typeof scslre;
}

import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import type { BrokenLimit } from '../report/report.ts';
import { compareWithBaseline, type BaselineEntry } from './baseline.ts';
import type { ContentMap } from './content-map.ts';
import { brokenLimits } from './limits.ts';
import type { ContentScan } from './scan-content.ts';

/** What a scan comes to when ignored and known findings and the limits of `site.yml` are taken into account. */
export interface Assessment {
  /** To be reported. */
  readonly findings: readonly Finding[];
  /** Silenced by comments, paths and the baseline. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Entries of the baseline that no longer occur. */
  readonly gone: readonly BaselineEntry[];
  readonly brokenLimits: readonly BrokenLimit[];
}

/** @param part paths that were looked at, when not all were; then limits, which are about all content, are not asked */
export function assess(scan: ContentScan, map: ContentMap, baseline: readonly BaselineEntry[], part?: ReadonlySet<string>): Assessment {
  const locales = new Set(map.config.locales.map(({ id }) => id));
  const { fresh, known, gone } = compareWithBaseline(scan.findings, baseline, ({ locale, path }) => locales.has(locale) && (part?.has(path) ?? true));
  return {
    findings: fresh,
    suppressed: [...scan.suppressed, ...known],
    gone,
    brokenLimits: part ? [] : brokenLimits(map.config, scan.facts, scan.families, scan.findings),
  };
}

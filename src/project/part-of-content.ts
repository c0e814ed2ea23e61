import type { Finding } from '../model/finding.ts';
import type { ContentMap } from './content-map.ts';
import type { ContentScan } from './scan-content.ts';

/** The same content with only some of its families to be looked at; all others can still be linked to. */
export function partOfContent(map: ContentMap, paths: readonly string[]): ContentMap {
  return { ...map, paths };
}

/** A scan of a part without what is said about other files. `files`: those of the part beside its articles, e.g. `toc.yml`. */
export function scanOfPart(scan: ContentScan, paths: ReadonlySet<string>, files: ReadonlySet<string>): ContentScan {
  const isPart = ({ path, file }: Finding): boolean => paths.has(path) || files.has(file);
  return { ...scan, findings: scan.findings.filter(isPart), suppressed: scan.suppressed.filter(({ finding }) => isPart(finding)) };
}

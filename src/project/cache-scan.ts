import type { Host } from '../model/host.ts';
import type { RecordCache, RecordCaches } from '../model/record-cache.ts';
import { answersDigest, familyOfRecord, questionsName, type SiteQuestions } from './cache-trace.ts';
import { namesDigest, reviewedDigest, reviewsDigest, scanKey } from './cache-digests.ts';
import { linkContext, type ContentMap } from './content-map.ts';
import { resolveLink } from './resolve-link.ts';
import type { FamilyScan, ScanReport } from './shard.ts';
import { textDigest } from './text-digest.ts';

/** What earlier scans found out, as far as it still holds. */
export interface ScanCache {
  /** Families that need not be scanned again. */
  readonly known: ReadonlyMap<string, ScanReport>;
  /** Of all families at the start of this run; from {@link familyDigests}. */
  readonly digests: ReadonlyMap<string, string | undefined>;
  /** Digest of all names that a link can lead to. */
  readonly names: string;
  /** Digest of what is known of the pages of all families; after all of them were scanned. */
  facts(): string;
  /** Takes what was scanned anew. */
  keep(scans: readonly FamilyScan[]): void;
  /** Writes the cache; after all families were scanned. */
  save(): void;
}

interface ScanRecord {
  readonly digest: string;
  readonly report: ScanReport;
  /** Digest of the report's pages. */
  readonly facts: string;
  /** Families whose content was looked at. */
  readonly families: readonly string[];
}

/** Name of the record that holds the digest of all names; no path is called so. */
const NAMES = '';

/**
 * Tells which families are as they were: their files, the answers to what they link to, and the families whose anchors
 * and includes they asked for. `map`: the whole content, for a part of it says nothing of the rest. `code`: a digest of
 * the tool. `digests`: from {@link familyDigests}.
 */
export function openScanCache(host: Host, map: ContentMap, caches: RecordCaches, code: string, digests: ReadonlyMap<string, string | undefined>): ScanCache {
  const cache = caches.open('scan', scanKey(map, code));
  const names = namesDigest(map);
  const records = new Map<string, ScanRecord>();
  const changed = new Set<string>();
  const facts = new Map<string, string>();
  const isSameNames = cache.get(NAMES) === names;
  const links = linkContext(map);
  for (const path of map.paths) {
    const record = recordOf(cache, path);
    const isSame = record !== undefined && record.digest === digests.get(path) && (isSameNames || isAnswered(path));
    if (isSame) facts.set(path, record.facts);
    if (isSame) records.set(path, record);
    else changed.add(path);
  }
  const known = new Map([...records].flatMap(([path, { report, families }]) => (families.some((asked) => changed.has(asked)) ? [] : [[path, report] as const])));
  return {
    known,
    digests,
    names,
    facts: () => textDigest(JSON.stringify(map.paths.map((path) => facts.get(path)))),
    keep(scans) {
      for (const { path, report, digest: own, dependencies: { families, files: _files, ...questions } } of scans) {
        const digest = reviewedDigest(own, reviewsDigest(host, map, path));
        const pages = textDigest(JSON.stringify(report.pages));
        facts.set(path, pages);
        // What was kept before may hold answers that are no longer right.
        cache.set(path, digest === undefined ? null : ({ digest, report, facts: pages, families } satisfies ScanRecord));
        cache.set(questionsName(path), questions satisfies SiteQuestions);
      }
    },
    save() {
      cache.set(NAMES, names);
      cache.save((name) => name === NAMES || map.slugs.has(familyOfRecord(name)));
    },
  };

  function isAnswered(path: string): boolean {
    const asked = cache.get(questionsName(path)) as SiteQuestions | undefined;
    return asked !== undefined && asked.answers === answersDigest(asked.links.map(([locale, from, url]) => resolveLink(links, locale, from, url)));
  }
}

function recordOf(cache: RecordCache, path: string): ScanRecord | undefined {
  // Its checksum is right, and its key holds the digest of the code that wrote it: it has the form that this code writes.
  return (cache.get(path) ?? undefined) as ScanRecord | undefined;
}

import { ingest } from '../ingest/ingest.ts';
import type { Article, Range, Segment } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { Host } from '../model/host.ts';
import type { ContentMap } from '../project/content-map.ts';
import { contentFile } from '../project/inventory.ts';
import type { FindingDetails } from '../report/report.ts';
import { LineIndex } from '../text/line-index.ts';

/** The files that findings are about, read again when a report shows them: keeping all of them would cost more. */
export interface FindingTexts {
  textOf(file: string): string | undefined;
  detailsOf(finding: Finding): FindingDetails | undefined;
}

interface ReadArticle {
  readonly article: Article;
  readonly lines: LineIndex;
  readonly byOrdinal: ReadonlyMap<string, readonly Segment[]>;
}

/** Findings come sorted by file, with the same path in other locales now and then. */
const KEPT = 8;

export function findingTexts(host: Host, map: ContentMap): FindingTexts {
  const kept = new Map<string, ReadArticle | undefined>();
  const read = (locale: string, path: string, file: string): ReadArticle | undefined => {
    if (!kept.has(file)) {
      if (kept.size >= KEPT) kept.clear();
      const found = host.readText(`${map.root}/${file}`);
      kept.set(file, found.kind === 'text' ? readArticle(ingest({ locale, path, file, text: found.text })) : undefined);
    }
    return kept.get(file);
  };
  return {
    textOf: (file) => {
      const known = kept.get(file)?.article.text;
      if (known !== undefined) return known;
      const found = host.readText(`${map.root}/${file}`);
      return found.kind === 'text' ? found.text : undefined;
    },
    detailsOf(finding) {
      const { segment: ordinal, locale, path, file } = finding;
      const found = ordinal === null ? undefined : read(locale, path, file);
      const segment = found && segmentOf(found, finding);
      if (!found || !segment) return undefined;
      return {
        target: segment.target,
        source: segment.source,
        mark: markOf(found, segment, finding),
        sourcePlace: placeOf(found, segment.sourceRange),
        other: otherPlace(finding),
      };
    },
  };

  /** The segment of the same ordinal in the locale that the finding names. */
  function otherPlace({ args, path, segment: ordinal }: Finding): FindingDetails['other'] {
    const locale = map.config.locales.find(({ tag, id }) => tag === args['other'] || id === args['other']);
    const known = locale && map.inventory.locales.get(locale.id)?.byLowerCase.get(path.toLowerCase()) === path;
    if (!locale || !known) return undefined;
    const file = contentFile(locale, path);
    const found = read(locale.id, path, file);
    const segment = found?.byOrdinal.get(ordinal ?? '')?.[0];
    return found && segment && { ...placeOf(found, segment.targetRange), file, locale: locale.tag };
  }
}

function readArticle(article: Article): ReadArticle {
  return { article, lines: new LineIndex(article.text), byOrdinal: Map.groupBy(article.segments, ({ ordinal }) => ordinal) };
}

/** Damage may repeat an ordinal; then the place decides. */
function segmentOf({ lines, byOrdinal }: ReadArticle, finding: Finding): Segment | undefined {
  const named = byOrdinal.get(finding.segment ?? '') ?? [];
  if (named.length < 2) return named[0];
  const at = lines.offsetAt(finding);
  return named.find(({ start, end }) => start <= at && at <= end) ?? named[0];
}

function placeOf({ lines }: ReadArticle, { start, end }: Range) {
  return { ...lines.pointAt(start), end: lines.pointAt(end) };
}

/** The part of a side that the finding is about; none when it is about a whole side or more. */
function markOf({ lines }: ReadArticle, { targetRange, sourceRange }: Segment, finding: Finding): FindingDetails['mark'] {
  const [start, end] = [lines.offsetAt(finding), lines.offsetAt(finding.end)];
  for (const [side, range] of [['target', targetRange], ['source', sourceRange]] as const) {
    if (start >= range.start && end <= range.end && end > start && end - start < range.end - range.start) return { side, start: start - range.start, end: end - range.start };
  }
  return undefined;
}

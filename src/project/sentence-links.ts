import type { Article } from '../model/article.ts';
import type { JoinedSegment } from '../model/family.ts';
import type { PageEntry, SiteConfig } from '../model/site.ts';
import { fillPattern } from '../text/fill-pattern.ts';
import { LineIndex } from '../text/line-index.ts';
import { encodeLines } from '../text/segment-lines.ts';
import type { SentenceLinks } from '../views/article-page.ts';

/** A page's own file and its segments. */
export interface PageFile {
  readonly article: Article;
  /** Empty for an article without segments. */
  readonly joined: readonly JoinedSegment[];
}

/** What leads from the sentences of a page to their lines at the host. `file`: undefined for a page without one of its own. */
export function sentenceLinks(config: SiteConfig, entry: PageEntry, file: PageFile | undefined): SentenceLinks | undefined {
  const { version } = entry;
  if (version === undefined) return undefined;
  if (file === undefined || file.joined.length === 0) return { version };
  const values = pageValues(entry, file.article);
  const editPattern = config.repository && fillPattern(config.repository, values);
  const suggestPattern = config.suggest && fillPattern(config.suggest, values);
  return {
    version,
    ...(/\{line\}/.test(`${editPattern ?? ''}${suggestPattern ?? ''}`) && { lines: linesOf(file) }),
    editPattern,
    suggestPattern,
  };
}

/** Where the file of a page is edited at its host, at its first line of text. */
export function editUrl(config: SiteConfig, entry: PageEntry, { article }: PageFile): string | undefined {
  return config.repository && fillPattern(config.repository, { ...pageValues(entry, article), line: firstLine(article) });
}

/** Where readers propose another translation of the page as a whole. `url`: the page's own address. */
export function suggestUrl(config: SiteConfig, entry: PageEntry, file: PageFile, url: string): string | undefined {
  if (config.suggest === undefined) return editUrl(config, entry, file);
  return fillPattern(config.suggest, { ...pageValues(entry, file.article), url, line: firstLine(file.article), segment: '', source: '', target: '' });
}

function pageValues(entry: PageEntry, { file }: Article): { readonly file: string; readonly path: string; readonly locale: string } {
  return { file, path: entry.path, locale: entry.locale };
}

function firstLine({ text, bodyStart }: Article): string {
  return String(new LineIndex(text.slice(0, bodyStart)).pointAt(bodyStart).line);
}

function linesOf({ article, joined }: PageFile): string {
  const index = new LineIndex(article.text);
  return encodeLines(joined.flatMap(({ segment, covers }) => {
    const [ordinal] = covers;
    return ordinal === undefined ? [] : [{ ordinal, line: index.pointAt(segment.start).line }];
  }));
}

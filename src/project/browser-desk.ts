import type { ProjectRules } from '../checks/define-check.ts';
import { runSegmentChecks, selectSegmentChecks } from '../checks/run-checks.ts';
import { segmentChecks } from '../checks/segment-checks.ts';
import { htmlText } from '../markdown/html-text.ts';
import { inlineText } from '../markdown/inline-text.ts';
import { createMemory } from '../memory/memory.ts';
import type { Article, Segment } from '../model/article.ts';
import type { BitextFile, CheckResponse, ConcordanceResponse, DeskArticle, DeskEdit, DeskFinding, DeskRow, ReplaceRequest, ReplaceResponse, SegmentContextResponse, Silenced } from '../model/desk.ts';
import type { Severity } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import { LineIndex } from '../text/line-index.ts';
import { readEdit } from './desk-edit.ts';
import { deskFinding, deskSide } from './desk-rows.ts';
import { outliers } from './outliers.ts';
import { refusalText } from './refusal-text.ts';
import { replaceInEntries } from './replace-in-entries.ts';
import { termsIn } from './terms-in.ts';

/*
 * What the published desk works out in the reviewer's browser, where no server has the content: with the functions of
 * the server's desk (desk.ts), on what the site publishes. This file and all that it imports runs in browsers.
 */

/** `review/data/rules.json`. */
export interface DeskRules {
  readonly locales: readonly Locale[];
  readonly sourceLocale: string;
  /** `checks` of site.yml. */
  readonly checks: Readonly<Record<string, Severity | 'off'>>;
  readonly settings: ProjectRules;
}

type EditedArticle = Pick<DeskArticle, 'locale' | 'path' | 'file'> & { readonly silenced?: readonly Silenced[] };

export interface BrowserDesk {
  /** The target that an edit makes of a row, with the findings of the checks of scope `segment`. */
  check(article: EditedArticle, row: DeskRow, edit: DeskEdit): CheckResponse;
  /** `others`: the articles of other locales that have the same version. */
  context(article: Pick<DeskArticle, 'locale' | 'path'>, row: DeskRow, others: readonly DeskArticle[]): SegmentContextResponse;
  /** Takes a file of the bitext in, once. */
  learn(locale: string, file: BitextFile): void;
  repeats(source: string, locale: string): number;
  concordance(query: { readonly words: string; readonly side: 'source' | 'target'; readonly locale: string | undefined }): ConcordanceResponse;
  replace(request: ReplaceRequest): ReplaceResponse;
}

const MOST_HITS = 100;

export function createBrowserDesk({ locales, sourceLocale: source, checks, settings }: DeskRules): BrowserDesk {
  const memory = createMemory();
  const checkSet = selectSegmentChecks(checks, segmentChecks);
  const sourceLocale = locales.find(({ id }) => id === source);
  return {
    check(article, row, edit) {
      const reader = readerOf(row);
      const target = reader(row.target.raw);
      const rebuilt = readEdit(reader(row.source.raw), target, edit, reader);
      if (rebuilt.kind === 'refused') return { target: row.target, findings: [], refused: refusalText(rebuilt.reason, rebuilt.detail) };
      if (rebuilt.kind === 'changed' && rebuilt.text.trim() === '') return { target: row.target, findings: [], refused: refusalText('empty') };
      const after = rebuilt.kind === 'changed' ? reader(rebuilt.text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ')) : target;
      return { target: deskSide(after), findings: findingsOf(article, row, after), refused: undefined };
    },
    context({ locale, path }, row, others) {
      const isOther = (entry: { readonly path: string; readonly ordinal: string }): boolean => entry.path !== path || entry.ordinal !== row.ordinal;
      const covers = coverOf(row);
      const languages = others.flatMap((other) => {
        const same = other.rows.filter((candidate) => coverOf(candidate).some((number) => covers.includes(number)));
        const [first] = same;
        return first ? [{ locale: other.locale, target: same.length === 1 ? first.target : deskSide(inlineText(same.map(({ target }) => target.raw).join(' '))), state: first.state }] : [];
      });
      const own = locales.find(({ id }) => id === locale);
      return {
        matches: memory.similar(row.source.raw, locale, 8).filter(({ entry }) => isOther(entry)),
        repeats: memory.repeats(row.source.raw, locale).filter(isOther).slice(0, MOST_HITS),
        languages,
        outliers: outliers(inlineText(row.target.raw), languages.map(({ target }) => inlineText(target.raw))),
        terms: own ? termsIn(row.source.raw, settings.terms, own) : [],
        history: [],
      };
    },
    learn(locale, file) {
      for (const [path, segments] of file) memory.replace(locale, path, segments.map(([ordinal, from, to, inHtml]) => ({ locale, path, ordinal, source: from, target: to, ...(inHtml && { inHtml: true as const }) })));
    },
    repeats: (words, locale) => Math.max(0, memory.repeats(words, locale).length - 1),
    concordance: ({ words, side, locale }) => memory.concordance({ words, side, locale, limit: MOST_HITS }),
    replace: (request) => replaceInEntries(memory.entries(request.locale), request, inlineText),
  };

  function findingsOf({ locale: id, path, file, silenced = [] }: EditedArticle, row: DeskRow, target: InlineText): readonly DeskFinding[] {
    const locale = locales.find((candidate) => candidate.id === id);
    if (!locale || !sourceLocale) return [];
    const { article, segment } = articleOf({ locale: id, path, file }, row, target.raw);
    const lines = new LineIndex(article.text);
    return runSegmentChecks(checkSet, [{ scope: 'segment', segment, source: inlineText(row.source.raw), target: inlineText(target.raw), locale, sourceLocale, article, settings }])
      .filter(({ rule }) => !silenced.some(({ rules, lines: spoken }) => rules.includes(rule) && (spoken === undefined || (row.line >= spoken.from && row.line <= spoken.to))))
      .map((finding) => deskFinding(finding, segment, article, lines));
  }
}

function readerOf({ isHtml }: DeskRow): (raw: string) => InlineText {
  return isHtml ? htmlText : inlineText;
}

function coverOf({ ordinal, covers }: DeskRow): readonly number[] {
  return covers ?? [Number(ordinal)];
}

/** A segment needs an article around it; its own text is not published. This one holds the two sides in lines. */
function articleOf(place: Pick<Article, 'locale' | 'path' | 'file'>, { ordinal, source }: DeskRow, target: string): { readonly article: Article; readonly segment: Segment } {
  const text = `${target}\n${source.raw}\n`;
  const targetRange = { start: 0, end: target.length };
  const sourceRange = { start: target.length + 1, end: target.length + 1 + source.raw.length };
  const segment: Segment = { index: 0, prefix: '', ordinal, sourceId: '', target, source: source.raw, targetRange, sourceRange, start: 0, end: text.length };
  return { article: { ...place, format: 'md', text, frontmatter: { state: 'none', data: {}, start: 0, end: 0 }, bodyStart: 0, skeleton: '', segments: [segment], damage: [] }, segment };
}

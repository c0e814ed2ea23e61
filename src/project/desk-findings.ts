import type { ProjectRules } from '../checks/define-check.ts';
import { runChecks, runSegmentChecks, type CheckSet } from '../checks/run-checks.ts';
import type { Article, HandOff, Segment } from '../model/article.ts';
import type { DeskFinding } from '../model/desk.ts';
import type { Finding, Point, TextEdit } from '../model/finding.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Passage } from './desk-passage.ts';
import { deskFinding } from './desk-rows.ts';
import type { ArticleTools } from './desk-tools.ts';

export interface EditedSegment {
  readonly segment: Segment;
  readonly tools: ArticleTools;
  readonly handOff: HandOff;
  /** What is read of the article, as it was. */
  readonly passage: Passage;
  /** The passage with the edit. */
  readonly after: Article;
  /** What was found in the segment when the whole article was read last. */
  readonly known: readonly Finding[];
}

export interface FindingContext {
  readonly checks: CheckSet;
  readonly settings: ProjectRules;
  readonly locale: Locale;
  readonly sourceLocale: Locale;
  readonly inlineText: (raw: string) => InlineText;
  /** Those that are to be shown, as the same objects. */
  readonly fresh: (found: readonly Finding[]) => readonly Finding[];
}

/** A finding with its place in the file, and as the desk shows it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly shown: DeskFinding;
}

/**
 * What the checks of scopes `segment` and `article` say of a segment after an edit; only its passage is looked at. What a
 * check says because of other places in the article (e.g. of an ordinal that is there twice) stays as it is known, unless
 * the edit makes a difference in the passage.
 */
export function findingsAfter({ segment, tools, handOff, passage, after, known }: EditedSegment, { checks, settings, locale, sourceLocale, inlineText, fresh }: FindingContext): ShownFinding[] {
  const target = after.segments[passage.index];
  const before = passage.article.segments[passage.index];
  if (!target || !before) return [];
  const first = tools.lines.pointAt(passage.start);
  const shownIn = (article: Article, own: Segment): ((finding: Finding) => ShownFinding) => {
    const lines = new LineIndex(article.text);
    return (finding) => ({ finding: inFile(finding, passage.start, first), shown: deskFinding(finding, own, article, lines) });
  };
  const ofArticle = (article: Article): Finding[] => runChecks(checks, { scope: 'article', article, handOff, locale, isSource: false }).filter((finding) => finding.segment === segment.ordinal);
  const [then, now] = [shownIn(passage.article, before), shownIn(after, target)];
  const ofSegment = runSegmentChecks(checks, [{ scope: 'segment', segment: target, source: inlineText(target.source), target: inlineText(target.target), locale, sourceLocale, article: after, settings }]).map(now);
  const [was, is] = [Map.groupBy(ofArticle(passage.article).map(then), ruleOf), Map.groupBy(ofArticle(after).map(now), ruleOf)];
  const stays = (rule: string): boolean => passage.article !== tools.article && isSame(was.get(rule), is.get(rule));
  const kept = new Set(checks.article.flatMap(({ check }) => (stays(check.id) ? [check.id] : [])));
  const found = [...ofSegment, ...[...is].flatMap(([rule, some]) => (kept.has(rule) ? [] : some))];
  const shown = new Set(fresh(found.map(({ finding }) => finding)));
  return [
    ...found.filter(({ finding }) => shown.has(finding)),
    ...known.flatMap((finding) => (kept.has(finding.rule) ? [{ finding, shown: deskFinding(finding, segment, tools.article, tools.lines) }] : [])),
  ];
}

function ruleOf({ finding }: ShownFinding): string {
  return finding.rule;
}

function isSame(a: readonly ShownFinding[] = [], b: readonly ShownFinding[] = []): boolean {
  return JSON.stringify(a.map(({ shown }) => shown)) === JSON.stringify(b.map(({ shown }) => shown));
}

/** A finding of the passage with the places of the file, in which it starts at an offset and a point. */
function inFile({ fix, ...finding }: Finding, offset: number, { line, column }: Point): Finding {
  const moved = <Place extends Point>(point: Place): Place => ({ ...point, line: point.line + line - 1, column: point.column + (point.line === 1 ? column - 1 : 0) });
  return moved({ ...finding, end: moved(finding.end), ...(fix && { fix: moveEdits(fix, 0, offset) }) });
}

/** Edits behind a place, moved. Offsets in UTF-16 code units. */
export function moveEdits(edits: readonly TextEdit[], from: number, by: number): readonly TextEdit[] {
  return edits.map((edit) => (edit.start >= from ? { ...edit, start: edit.start + by, end: edit.end + by } : edit));
}

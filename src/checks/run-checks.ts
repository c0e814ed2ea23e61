import type { Article, Range, Segment } from '../model/article.ts';
import type { Finding, Point, Severity, TextEdit } from '../model/finding.ts';
import { compareText } from '../text/compare-text.ts';
import { LineIndex } from '../text/line-index.ts';
import { shortDigest } from '../text/short-digest.ts';
import type { Check, CheckInput, FamilyInput, Hit, SegmentHit, SegmentInput } from './define-check.ts';
import { checks as registry } from './index.ts';
import { isSigned, signReader, type SignReader } from './shared/signs.ts';

/** Checks that are switched on, by scope, with the severity a project gives them. Made once, used for every article. */
export interface CheckSet {
  readonly article: readonly Selected<'article'>[];
  readonly segment: readonly Selected<'segment'>[];
  readonly family: readonly Selected<'family'>[];
  readonly reference: readonly Selected<'reference'>[];
  readonly file: readonly Selected<'file'>[];
  readonly toc: readonly Selected<'toc'>[];
  readonly review: readonly Selected<'review'>[];
  readonly site: readonly Selected<'site'>[];
  readonly redirect: readonly Selected<'redirect'>[];
  readonly repeats: readonly Selected<'repeats'>[];
  readonly suppression: readonly Selected<'suppression'>[];
}

type Scope = CheckInput['scope'];

interface Selected<S extends Scope> {
  readonly check: Extract<Check, { scope: S }>;
  /** From `site.yml`: replaces the check's own severity and its grading. */
  readonly severity: Severity | undefined;
}

/**
 * Takes the severities of `site.yml` (rule id → severity or `off`) and gives the checks to run; optional ones only when they are named.
 * Unknown ids are ignored here: reading the configuration refuses them.
 */
export function selectChecks(severities: Readonly<Record<string, Severity | 'off'>> = {}, checks: readonly Check[] = registry): CheckSet {
  const of = <S extends Scope>(scope: S): readonly Selected<S>[] => selected(scope, severities, checks);
  return { article: of('article'), segment: of('segment'), family: of('family'), reference: of('reference'), file: of('file'), toc: of('toc'), review: of('review'), site: of('site'), redirect: of('redirect'), repeats: of('repeats'), suppression: of('suppression') };
}

/** Those of {@link selectChecks} that look at one segment, out of the given ones: what a browser needs. */
export function selectSegmentChecks(severities: Readonly<Record<string, Severity | 'off'>>, checks: readonly Check[]): Pick<CheckSet, 'segment'> {
  return { segment: selected('segment', severities, checks) };
}

/**
 * Runs every check of the input's scope. Adds rule, severity, place and words to what the checks yield.
 * The findings of one call are in the order of {@link sortFindings}.
 */
export function runChecks(set: CheckSet, input: CheckInput): Finding[] {
  const found = locate(set, input);
  return found.length > 1 ? sortFindings(found) : found;
}

/** Longest side that is checked, in UTF-16 code units: no sentence is as long, and not every pattern is linear on what is none. */
const LONGEST = 20_000;

/** Runs the segment checks on segments of one article; counts its lines at the first hit only. Findings in the order of {@link sortFindings}. */
export function runSegmentChecks(set: Pick<CheckSet, 'segment'>, inputs: Iterable<SegmentInput>): Finding[] {
  let lines: LineIndex | undefined;
  const linesOf: LinesOf = ({ text }) => (lines ??= new LineIndex(text));
  const found: Finding[] = [];
  const signs = signsOf(set.segment);
  for (const input of inputs) {
    if (input.segment.isMarkup === true || input.segment.target.length > LONGEST || input.segment.source.length > LONGEST) continue;
    const placeOf = inSegment(input, linesOf);
    const bits = signs.read(input.segment.source, input.segment.target);
    for (let place = 0; place < set.segment.length; place++) {
      const one = set.segment[place];
      if (one && isSigned(bits, place)) collectFrom(one, input, placeOf, found);
    }
  }
  return found.length > 1 ? sortFindings(found) : found;
}

/**
 * Sorted copy: by locale (in the given order of ids; others after them, by id), path, line, column, rule,
 * then by everything else, so that equal sets of findings give equal bytes.
 */
export function sortFindings(findings: readonly Finding[], localeOrder: readonly string[] = []): Finding[] {
  const rank = new Map(localeOrder.map((locale, index) => [locale, index]));
  const rankOf = (finding: Finding): number => rank.get(finding.locale) ?? localeOrder.length;
  return [...findings].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compareText(a.locale, b.locale) ||
      compareText(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule) ||
      a.end.line - b.end.line ||
      a.end.column - b.end.column ||
      compareText(a.message, b.message),
  );
}

function selected<S extends Scope>(scope: S, severities: Readonly<Record<string, Severity | 'off'>>, checks: readonly Check[]): Selected<S>[] {
  const wanted = new Map(Object.entries(severities));
  return checks.flatMap((check) => {
    const severity = wanted.get(check.id) ?? (check.isOptional ? 'off' : undefined);
    return hasScope(check, scope) && severity !== 'off' ? [{ check, severity }] : [];
  });
}

function locate(set: CheckSet, input: CheckInput): Finding[] {
  switch (input.scope) {
    case 'article':
      return collect(set.article, input, inArticle(input.article));
    case 'segment':
      return collect(set.segment, input, inSegment(input, ({ text }) => new LineIndex(text)));
    case 'reference':
      return collect(set.reference, input, inArticle(input.article));
    case 'family':
      return collect(set.family, input, inFamily(input));
    case 'file':
      return collect(set.file, input, () => ({ ...START, locale: input.file.locale, path: input.file.path, file: input.file.file }));
    case 'toc':
      return collect(set.toc, input, ({ line, column }) => ({ line, column, end: { line, column }, locale: input.locale, path: input.path, file: input.file }));
    case 'review':
      return collect(set.review, input, ({ line, column }) => ({ line, column, end: { line, column }, locale: input.locale, path: input.path, file: input.file }));
    case 'repeats':
      return collect(set.repeats, input, ({ variant: { locale, path, file, segment, start, end, targetKey } }) => ({ locale, path, file, segment, ...start, end, content: targetKey }));
    case 'suppression':
      return collect(set.suppression, input, ({ comment: { locale, path, file, line, column, end } }) => ({ locale, path, file, line, column, end }));
    case 'redirect':
      return collect(set.redirect, input, ({ redirect: { from, place: { locale, path, file, line } } }) => ({ locale, path, file, line, column: 1, end: { line, column: 1 }, content: shortDigest(from) }));
    case 'site':
      return collect(set.site, input, ({ entry }) => ({ ...START, locale: entry.locale, path: entry.path, file: entry.file }));
  }
}

/** The part of a finding that says where. */
interface Place extends Pick<Finding, 'locale' | 'path' | 'file' | 'line' | 'column' | 'end'> {
  /** See {@link Finding.content}; absent: the args stand for it. */
  readonly content?: string;
  readonly segment?: string;
  readonly fix?: readonly TextEdit[];
}

type LinesOf = (article: Article) => LineIndex;

interface RunnableCheck<Input, Found extends Hit> {
  readonly id: string;
  readonly severity: Severity;
  message(args: Found['args']): string;
  run(input: Input): Iterable<Found>;
}

interface SelectedCheck<Input, Found extends Hit> {
  readonly check: RunnableCheck<Input, Found>;
  readonly severity: Severity | undefined;
}

function collect<Input, Found extends Hit>(
  selected: readonly SelectedCheck<Input, Found>[],
  input: Input,
  placeOf: (hit: Found) => Place,
): Finding[] {
  const findings: Finding[] = [];
  for (const one of selected) collectFrom(one, input, placeOf, findings);
  return findings;
}

function collectFrom<Input, Found extends Hit>({ check, severity }: SelectedCheck<Input, Found>, input: Input, placeOf: (hit: Found) => Place, findings: Finding[]): void {
  const hits = check.run(input);
  // Mostly so; an iterator for each costs more than all else here.
  if (Array.isArray(hits) && hits.length === 0) return;
  for (const hit of hits) {
    const { locale, path, file, line, column, end, segment, fix, content } = placeOf(hit);
    findings.push({
      rule: check.id,
      severity: severity ?? hit.severity ?? check.severity,
      locale,
      path,
      file,
      segment: hit.segment ?? segment ?? null,
      line,
      column,
      end,
      args: hit.args,
      message: check.message(hit.args),
      ...(fix && { fix }),
      content: content ?? shortDigest(JSON.stringify(Object.entries(hit.args).sort(([a], [b]) => compareText(a, b)))),
    });
  }
}

const readers = new WeakMap<CheckSet['segment'], SignReader>();

/** Made once for a set of checks: it holds a large table. */
function signsOf(selected: CheckSet['segment']): SignReader {
  const known = readers.get(selected) ?? signReader(selected.map(({ check }) => check.signs));
  readers.set(selected, known);
  return known;
}

const FIRST: Point = { line: 1, column: 1 };
const START = { ...FIRST, end: FIRST };

/** Places a hit in the side that it names, or else at the whole target. */
function inSegment({ article, segment }: SegmentInput, linesOf: LinesOf): (hit: SegmentHit) => Place {
  const { locale, path, file } = article;
  let content: string | undefined;
  return ({ at, inTarget, inSource, fix }) => {
    const lines = linesOf(article);
    content ??= shortDigest(segment.target, segment.source);
    const range = at ?? (inTarget ? shifted(inTarget, segment.targetRange.start) : inSource ? shifted(inSource, segment.sourceRange.start) : segment.targetRange);
    const edits = fix?.map((edit) => ({ ...edit, ...shifted(edit, segment.targetRange.start) }));
    return { locale, path, file, ...lines.pointAt(range.start), end: lines.pointAt(range.end), content, segment: segment.ordinal, ...(edits && { fix: edits }) };
  };
}

const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

/** Finds the place of a hit in an article; lines are counted at the first hit only. */
function inArticle(article: Article): (hit: Hit) => Place {
  let lines: LineIndex | undefined;
  const { locale, path, file } = article;
  const content = contentOf(article);
  return (hit) => {
    const { at } = hit;
    if (!at) return { locale, path, file, ...START, ...content(hit) };
    lines ??= new LineIndex(article.text);
    return { locale, path, file, ...lines.pointAt(at.start), end: lines.pointAt(at.end), ...content(hit) };
  };
}

/** Digests what the hits of an article are about; segments are looked up by ordinal, which damage may repeat. */
function contentOf({ text, segments }: Article): (hit: Hit) => { content?: string } {
  let byOrdinal: Map<string, Segment[]> | undefined;
  return ({ at, segment: ordinal }) => {
    if (ordinal !== undefined) byOrdinal ??= Map.groupBy(segments, (segment) => segment.ordinal);
    const named = byOrdinal?.get(ordinal ?? '') ?? [];
    const segment = (named.length > 1 && at && named.find(({ start, end }) => start <= at.start && at.end <= end)) || named[0];
    if (segment) return { content: shortDigest(segment.target, segment.source) };
    return at && at.end > at.start ? { content: shortDigest(text.slice(at.start, at.end)) } : {};
  };
}

function inFamily({ family, locales }: FamilyInput): (hit: Hit & { readonly locale: string }) => Place {
  const articles = new Map(family.translations.map(({ locale, article }) => [locale, article]));
  if (family.sourceArticle) articles.set(family.sourceArticle.locale, family.sourceArticle);
  return (hit) => {
    const article = articles.get(hit.locale);
    if (article) return inArticle(article)(hit);
    const folder = locales.get(hit.locale)?.folder ?? hit.locale;
    return { locale: hit.locale, path: family.path, file: `${folder}/${family.path}`, ...START };
  };
}

function hasScope<S extends Scope>(check: Check, scope: S): check is Extract<Check, { scope: S }> {
  return check.scope === scope;
}

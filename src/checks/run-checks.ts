import type { Article } from '../model/article.ts';
import type { Finding, Point, Severity } from '../model/finding.ts';
import { compareText } from '../text/compare-text.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Check, CheckInput, FamilyInput, Hit } from './define-check.ts';
import { checks as registry } from './index.ts';

/** Checks that are switched on, by scope, with the severity a project gives them. Made once, used for every article. */
export interface CheckSet {
  readonly article: readonly Selected<'article'>[];
  readonly family: readonly Selected<'family'>[];
  readonly reference: readonly Selected<'reference'>[];
  readonly file: readonly Selected<'file'>[];
  readonly toc: readonly Selected<'toc'>[];
  readonly site: readonly Selected<'site'>[];
}

type Scope = CheckInput['scope'];

interface Selected<S extends Scope> {
  readonly check: Extract<Check, { scope: S }>;
  /** From `site.yml`: replaces the check's own severity and its grading. */
  readonly severity: Severity | undefined;
}

/**
 * Takes the severities of `site.yml` (rule id → severity or `off`) and gives the checks to run.
 * Unknown ids are ignored here: reading the configuration refuses them.
 */
export function selectChecks(severities: Readonly<Record<string, Severity | 'off'>> = {}, checks: readonly Check[] = registry): CheckSet {
  const wanted = new Map(Object.entries(severities));
  const of = <S extends Scope>(scope: S): Selected<S>[] =>
    checks.flatMap((check) => {
      const severity = wanted.get(check.id);
      return hasScope(check, scope) && severity !== 'off' ? [{ check, severity }] : [];
    });
  return { article: of('article'), family: of('family'), reference: of('reference'), file: of('file'), toc: of('toc'), site: of('site') };
}

/**
 * Runs every check of the input's scope. Adds rule, severity, place and words to what the checks yield.
 * The findings of one call are in the order of {@link sortFindings}.
 */
export function runChecks(set: CheckSet, input: CheckInput): Finding[] {
  const found = locate(set, input);
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

function locate(set: CheckSet, input: CheckInput): Finding[] {
  switch (input.scope) {
    case 'article':
      return collect(set.article, input, inArticle(input.article));
    case 'reference':
      return collect(set.reference, input, inArticle(input.article));
    case 'family':
      return collect(set.family, input, inFamily(input));
    case 'file':
      return collect(set.file, input, () => ({ ...START, locale: input.file.locale, path: input.file.path, file: input.file.file }));
    case 'toc':
      return collect(set.toc, input, ({ line, column }) => ({ line, column, end: { line, column }, locale: input.locale, path: input.path, file: input.file }));
    case 'site':
      return collect(set.site, input, ({ entry }) => ({ ...START, locale: entry.locale, path: entry.path, file: entry.file }));
  }
}

/** The part of a finding that says where. */
type Place = Pick<Finding, 'locale' | 'path' | 'file' | 'line' | 'column' | 'end'>;

interface RunnableCheck<Input, Found extends Hit> {
  readonly id: string;
  readonly severity: Severity;
  message(args: Found['args']): string;
  run(input: Input): Iterable<Found>;
}

function collect<Input, Found extends Hit>(
  selected: readonly { readonly check: RunnableCheck<Input, Found>; readonly severity: Severity | undefined }[],
  input: Input,
  placeOf: (hit: Found) => Place,
): Finding[] {
  const findings: Finding[] = [];
  for (const { check, severity } of selected) {
    for (const hit of check.run(input)) {
      const { locale, path, file, line, column, end } = placeOf(hit);
      findings.push({
        rule: check.id,
        severity: severity ?? hit.severity ?? check.severity,
        locale,
        path,
        file,
        segment: hit.segment ?? null,
        line,
        column,
        end,
        args: hit.args,
        message: check.message(hit.args),
      });
    }
  }
  return findings;
}

const FIRST: Point = { line: 1, column: 1 };
const START = { ...FIRST, end: FIRST };

/** Finds the place of a hit in an article; lines are counted at the first hit only. */
function inArticle(article: Article): (hit: Hit) => Place {
  let lines: LineIndex | undefined;
  const { locale, path, file } = article;
  return ({ at }) => {
    if (!at) return { locale, path, file, ...START };
    lines ??= new LineIndex(article.text);
    return { locale, path, file, ...lines.pointAt(at.start), end: lines.pointAt(at.end) };
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

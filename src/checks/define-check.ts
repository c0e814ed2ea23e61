import type { Article, HandOff, Range, Segment, SourceFile } from '../model/article.ts';
import type { Family } from '../model/family.ts';
import type { FindingArgs, Severity, TextEdit } from '../model/finding.ts';
import type { RefusedEntry } from '../model/host.ts';
import type { InlineText } from '../model/inline.ts';
import type { Locale } from '../model/locale.ts';
import type { RedirectFact } from '../model/redirect.ts';
import type { SourceVariant } from '../model/repeats.ts';
import type { ResolveLink } from '../model/site.ts';
import type { SuppressionComment } from '../model/suppression.ts';
import type { TocLink, TocProblem } from '../model/toc.ts';
import type { Reference } from '../text/find-references.ts';
import type { Signs } from './shared/signs.ts';

export type Category = 'structure' | 'alignment' | 'metadata' | 'links' | 'files' | 'markup' | 'wording' | 'typography' | 'project';

/** What a check of scope `article` sees. */
export interface ArticleInput {
  readonly scope: 'article';
  readonly article: Article;
  readonly handOff: HandOff;
  readonly locale: Locale;
  /** True for an article of the source locale: it has no translation to be checked. */
  readonly isSource: boolean;
  /** Set for `.mdx` articles once they were parsed. */
  readonly mdx?: MdxFacts;
}

/** What the MDX parser and the allow-list said about one article. Offsets into `Article.text`. */
export interface MdxFacts {
  /** Why the article does not parse as MDX. */
  readonly problem?: { readonly reason: string; readonly offset: number };
  /** What was left out of the page because content is untrusted. */
  readonly unsafe: readonly UnsafeMdx[];
}

export interface UnsafeMdx extends Range {
  readonly kind: 'import' | 'export' | 'expression' | 'component';
  /** Name of the component, or the first words of the code. */
  readonly name: string;
}

/** What a check of scope `segment` sees: both sides of one segment, read as inline Markdown. Never of a source article. */
export interface SegmentInput {
  readonly scope: 'segment';
  readonly segment: Segment;
  readonly source: InlineText;
  readonly target: InlineText;
  /** Of the target. */
  readonly locale: Locale;
  readonly sourceLocale: Locale;
  readonly article: Article;
  /** What the project itself asks for: terms, patterns, names. */
  readonly settings: ProjectRules;
}

/** Rules that a project brings along; from `glossary.yml` and `site.yml`. Plain. */
export interface ProjectRules {
  readonly terms: readonly Term[];
  readonly patterns: readonly PatternRule[];
  /** Names that stay as they are, beside the built-in ones. */
  readonly names: readonly string[];
}

/** A source term and how it is, and is not, said in each locale. */
export interface Term {
  readonly source: string;
  /** Accepted targets and rejected ones by locale id or language, e.g. `de-de` or `de`. A trailing `*` accepts any ending. */
  readonly targets: Readonly<Record<string, { readonly use: readonly string[]; readonly avoid: readonly string[] }>>;
  readonly note?: string;
}

/** A regular expression of the project over targets or sources. */
export interface PatternRule {
  readonly id: string;
  readonly pattern: string;
  readonly flags: string;
  readonly side: 'target' | 'source';
  /** Locale ids or languages; absent: all. */
  readonly locales?: readonly string[];
  readonly message: string;
  readonly severity: Severity;
}

/** What a check of scope `family` sees. */
export interface FamilyInput {
  readonly scope: 'family';
  readonly family: Family;
  /** Published locales by their id. */
  readonly locales: ReadonlyMap<string, Locale>;
}

/** What a check of scope `reference` sees: one article, its references, and look-ups into the rest of the site. */
export interface ReferenceInput {
  readonly scope: 'reference';
  readonly article: Article;
  /** From `articleReferences(article)`; offsets into `article.text`. */
  readonly references: readonly Reference[];
  /** Locale id of the source language, whose article stands in for a missing one. */
  readonly sourceLocale: string;
  readonly resolveLink: ResolveLink;
  /** Ids on the page of an article; undefined when there is no such article or its anchors are not known. */
  readonly anchorsOf: (locale: string, path: string) => ReadonlySet<string> | undefined;
  /** Paths of the same locale (or, missing there, of the source) that an article includes, resolved. */
  readonly includesOf: (path: string) => readonly string[];
}

/** What a check of scope `file` sees: one file before it was read as an article. */
export interface FileInput {
  readonly scope: 'file';
  readonly file: SourceFile;
}

/** What a check of scope `toc` sees: one navigation file and what its reader said about it. */
export interface TocInput {
  readonly scope: 'toc';
  readonly locale: string;
  /** POSIX path relative to the locale's folder. */
  readonly path: string;
  /** POSIX path relative to the content root. */
  readonly file: string;
  readonly problems: readonly TocProblem[];
  readonly links: readonly TocLink[];
  /** Whether an `href` leads to nothing that any locale has, though it is a path of this document set. */
  readonly isMissing: (href: string) => boolean;
}

/** What a check of scope `review` sees: the file beside an article that holds what people have said of it. */
export interface ReviewInput {
  readonly scope: 'review';
  readonly locale: string;
  /** Path of the article, relative to the locale's folder. */
  readonly path: string;
  /** POSIX path of the review file, relative to the content root. */
  readonly file: string;
  /** Lines 1-based. */
  readonly problems: readonly { readonly reason: string; readonly line: number }[];
}

/** What a check of scope `site` sees: every article's path and the slug it is published under. */
export interface SiteInput {
  readonly scope: 'site';
  readonly entries: readonly SiteEntry[];
  /** What was not read because it leads out of the content or cannot be opened. */
  readonly refused: readonly RefusedPlace[];
}

/** Names a file or folder of the content. */
export type SitePlace = Pick<SiteEntry, 'locale' | 'path' | 'file'>;

export interface RefusedPlace extends SitePlace {
  readonly reason: RefusedEntry['reason'];
}

export interface SiteEntry {
  readonly locale: string;
  readonly path: string;
  readonly file: string;
  /** URL below the locale that the path asks for, as in {@link PageEntry.slug}. */
  readonly slug: string;
  /** The one it gets: another when the address is taken. */
  readonly publishedAs: string;
}

/** What a check of scope `suppression` sees: the comments that silence rules, when all else has been checked. */
export interface SuppressionInput {
  readonly scope: 'suppression';
  readonly comments: readonly {
    readonly comment: SuppressionComment;
    /** `used`: it silenced something. `suggestion`: the rule that was probably meant, or empty. */
    readonly rules: readonly { readonly rule: string; readonly known: boolean; readonly suggestion: string; readonly used: boolean }[];
  }[];
}

/** What a check of scope `repeats` sees: how the sources of the whole site are translated, each way once per locale. */
export interface RepeatsInput {
  readonly scope: 'repeats';
  readonly variants: readonly SourceVariant[];
}

/** What a check of scope `redirect` sees: where every redirect of the content ends. */
export interface RedirectInput {
  readonly scope: 'redirect';
  readonly redirects: readonly RedirectFact[];
}

export type CheckInput = ArticleInput | SegmentInput | FamilyInput | ReferenceInput | FileInput | TocInput | ReviewInput | SiteInput | RedirectInput | RepeatsInput | SuppressionInput;

/** What `run` yields: the values of the message, and where. `run-checks.ts` adds everything else. */
export interface Hit<Args extends FindingArgs = FindingArgs> {
  readonly args: Args;
  /** Offsets into the article's text; absent: the article as a whole, shown at its beginning. */
  readonly at?: Range;
  /** Ordinal of the segment concerned. */
  readonly segment?: string;
  /** Where a check grades its hits; absent: the check's severity. */
  readonly severity?: Severity;
}

/** A hit of a segment check says where in one of its sides. Offsets into the side. */
export interface SegmentHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly inTarget?: Range;
  readonly inSource?: Range;
  /** Edits of the target that are safe to apply unseen; offsets into the target. */
  readonly fix?: readonly TextEdit[];
}

/** A hit of a family check names the locale whose article is concerned. */
export interface FamilyHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly locale: string;
}

/** A hit in a file that is not an article: lines and columns instead of offsets. */
export interface TocHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly line: number;
  readonly column: number;
}

/** A hit of a check over repeated sources names the variant concerned. */
export interface RepeatsHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly variant: SourceVariant;
}

/** A hit of a suppression check names the comment concerned. */
export interface SuppressionHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly comment: SuppressionComment;
}

/** A hit of a redirect check names the redirect concerned. */
export interface RedirectHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly redirect: RedirectFact;
}

/** A hit of a site check names the file concerned. */
export interface SiteHit<Args extends FindingArgs = FindingArgs> extends Hit<Args> {
  readonly entry: SitePlace;
}

/**
 * Content on which a check is run: shown in its documentation and executed by its tests.
 * Pairs are written `⟦target⟧⟪source⟫` and numbered from 102; `⟦105: target⟧⟪source⟫` sets the ordinal and
 * `⟦0f7dc-105: target⟧⟪0f7dc-106: source⟫` the whole ids.
 */
export interface Example {
  /** A few words that say what the example shows. */
  readonly name: string;
  /** One article (`de-de/guide.md`), or files by path relative to the content root, e.g. `{ 'ja-jp/guide.md': '…' }`. */
  readonly content: string | Readonly<Record<string, string>>;
  /** Args of the findings that the check gives, in order; empty: accepted. */
  readonly expected: readonly FindingArgs[];
  /** Facts that the content of an example cannot show. */
  readonly facts?: { readonly invalidUtf8At?: number; readonly silenced?: readonly string[]; readonly settings?: Partial<ProjectRules>; readonly unreadable?: string; readonly refused?: readonly RefusedEntry[]; readonly mdx?: MdxFacts };
}

interface CheckText<Args extends FindingArgs> {
  /** Permanent, kebab-case, equal to the file's name. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** True: runs only where `site.yml` gives it a severity, because it is not right often enough to run everywhere. */
  readonly isOptional?: boolean;
  /** One sentence: what holds when the check is silent. */
  readonly summary: string;
  /** What goes wrong for a reader, a translator or the pipeline otherwise. */
  readonly why: string;
  readonly whatToDo: string;
  readonly examples: readonly Example[];
  /** What is wrong, where, and what to do. */
  message(args: Args): string;
}

/** Method syntax on purpose: its bivariance lets checks of different args stand in one registry. */
interface Runnable<Scope extends CheckInput['scope'], Found> {
  readonly scope: Scope;
  run(input: Extract<CheckInput, { scope: Scope }>): Iterable<Found>;
}

export type ArticleCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'article', Hit<Args>>;
/** `signs`: what spares the check most segments. */
export type SegmentCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'segment', SegmentHit<Args>> & { readonly signs?: Signs };
export type FamilyCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'family', FamilyHit<Args>>;
export type ReferenceCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'reference', Hit<Args>>;
export type FileCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'file', Hit<Args>>;
export type TocCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'toc', TocHit<Args>>;
export type ReviewCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'review', TocHit<Args>>;
export type SiteCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'site', SiteHit<Args>>;

export type RedirectCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'redirect', RedirectHit<Args>>;
export type RepeatsCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'repeats', RepeatsHit<Args>>;
export type SuppressionCheck<Args extends FindingArgs = FindingArgs> = CheckText<Args> & Runnable<'suppression', SuppressionHit<Args>>;

export type Check<Args extends FindingArgs = FindingArgs> =
  | ArticleCheck<Args>
  | SegmentCheck<Args>
  | FamilyCheck<Args>
  | ReferenceCheck<Args>
  | FileCheck<Args>
  | TocCheck<Args>
  | ReviewCheck<Args>
  | SiteCheck<Args>
  | RedirectCheck<Args>
  | RepeatsCheck<Args>
  | SuppressionCheck<Args>;

/**
 * Types a check: its `message` and `run` agree on the args.
 * A check sees its input and nothing else: no file, configuration, severity override or other check.
 */
export function defineCheck<Args extends FindingArgs>(check: Check<Args>): Check {
  return check;
}

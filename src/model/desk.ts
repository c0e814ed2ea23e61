import type { DiffPart } from './family.ts';
import type { Finding, Severity } from './finding.ts';
import type { InlineToken } from './inline.ts';
import type { MemoryEntry } from './memory.ts';
import type { Provenance, Rejection, ReviewComment, ReviewState } from './review.ts';

/*
 * What the review desk and its server say to each other, as JSON. On the published site the same shapes lie in files,
 * and what they cannot answer is worked out in the browser.
 */

/** `GET /api/desk`: what the desk knows when it opens. */
export interface DeskInfo {
  readonly siteTitle: string;
  readonly sourceLocale: DeskLocale;
  readonly locales: readonly DeskLocale[];
  /** False on the published site: edits stay in the browser. */
  readonly canSave: boolean;
  /** Articles checked so far, of all; the desk asks again while they differ. */
  readonly checked: number;
  readonly articles: number;
  readonly rules: readonly { readonly id: string; readonly severity: Severity; readonly summary: string }[];
  /** Pattern of a link to a page of the site, with `{locale}` and `{slug}`; undefined while none is served. */
  readonly pageUrl: string | undefined;
  /** Only on the published site. */
  readonly published?: PublishedDesk;
}

/** What the published desk knows beside what a server would answer. */
export interface PublishedDesk {
  /** `suggest` of site.yml, or else `repository`: where a change of one segment is proposed. */
  readonly suggest: string | undefined;
  /** Number of files `bitext/<locale>/<n>.json`, from 0, by locale. */
  readonly bitext: Readonly<Record<string, number>>;
}

/** A file of the published bitext: the segments of some articles, in path order; with 1 those where no Markdown is read. */
export type BitextFile = readonly (readonly [path: string, segments: readonly (readonly [ordinal: string, source: string, target: string, inHtml?: 1])[]])[];

export interface DeskLocale {
  readonly id: string;
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly script: string;
  readonly label: string;
}

/** `GET /api/queue/<locale>`: one entry an article, in path order. Filters and orders are the desk's. */
export interface QueueItem {
  readonly path: string;
  readonly title: string;
  /** First folder of the path; empty at the top. */
  readonly section: string;
  /** Words of the source. */
  readonly words: number;
  readonly segments: number;
  readonly reviewed: number;
  readonly rejected: number;
  readonly stale: number;
  readonly provenance: 'MT' | 'HT' | undefined;
  /** ISO. */
  readonly date: string | undefined;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  readonly rules: readonly string[];
  /** From the page-view file, if one was given. */
  readonly views: number | undefined;
  /** Weighted errors per 1,000 words; undefined when nothing was said. */
  readonly score: number | undefined;
}

/** `GET /api/article/<locale>/<path>`. */
export interface DeskArticle {
  readonly locale: string;
  readonly path: string;
  readonly title: string;
  readonly provenance: 'MT' | 'HT' | undefined;
  /** Where the page stands on the site, below its locale. */
  readonly slug: string;
  readonly file: string;
  readonly rows: readonly DeskRow[];
  /** Findings that belong to no row. */
  readonly findings: readonly Finding[];
  /** Only on the published site: locales that have translated the same version, without this one. */
  readonly others?: readonly string[];
  /** Only on the published site, where there are any: rules that nobody wants to hear of, in these lines or everywhere. */
  readonly silenced?: readonly Silenced[];
}

export interface Silenced {
  readonly rules: readonly string[];
  /** 1-based, both included. */
  readonly lines?: { readonly from: number; readonly to: number };
}

export interface DeskRow {
  readonly ordinal: string;
  readonly source: DeskSide;
  readonly target: DeskSide;
  readonly state: ReviewState;
  readonly provenance: Provenance | undefined;
  readonly rejection: Rejection | undefined;
  readonly comments: readonly ReviewComment[];
  readonly findings: readonly DeskFinding[];
  /** The source as it is now, where it has changed since: its word diff. */
  readonly change: readonly DiffPart[] | undefined;
  /** Line of the file, 1-based. */
  readonly line: number;
  /** Other places with the same source. On the published site 0 until the bitext is loaded. */
  readonly repeats: number;
  /** Only on the published site: ordinals that a merged paragraph stands for. */
  readonly covers?: readonly number[];
  /** Only on the published site: it stands where no Markdown is read. */
  readonly isHtml?: true;
  /** A change of it waits in this browser. */
  readonly isPending?: true;
}

export interface DeskSide {
  readonly raw: string;
  /** `contentHash(raw)`. */
  readonly hash: string;
  readonly tokens: readonly InlineToken[];
}

export interface DeskFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Offsets into the target; undefined when the finding is about the whole segment. */
  readonly inTarget: { readonly start: number; readonly end: number } | undefined;
  readonly inSource: { readonly start: number; readonly end: number } | undefined;
  /** The target after the fix, where the check offers one. */
  readonly fixed: string | undefined;
}

/** `POST /api/check`: findings of a target that is being typed. */
export interface CheckRequest {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
  readonly edit: DeskEdit;
}

/** `raw`: inline Markdown. `pieces`: text as typed, and codes of the row's tokens, by side and index. */
export type DeskEdit =
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'pieces'; readonly pieces: readonly (string | { readonly side: 'source' | 'target'; readonly token: number })[] };

export interface CheckResponse {
  /** The target as it would be written. */
  readonly target: DeskSide;
  readonly findings: readonly DeskFinding[];
  /** Why it could not be saved. */
  readonly refused: DeskRefusal | undefined;
}

export interface DeskRefusal {
  readonly reason: string;
  readonly message: string;
  readonly suggestion: string | undefined;
}

/** `POST /api/save`: edits and states, taken one by one: each says what it was made on. */
export interface SaveRequest {
  readonly by: string;
  readonly changes: readonly SaveChange[];
}

export interface SaveChange {
  readonly locale: string;
  readonly path: string;
  readonly ordinal: string;
  /** Hashes of the texts that the person saw. */
  readonly source: string;
  readonly target: string;
  /** Undefined: only the state changes. */
  readonly edit: DeskEdit | undefined;
  /** Undefined: `translated`, edited, after an edit; else as it was. */
  readonly state: ReviewState | undefined;
  /** Null takes a rejection back. */
  readonly rejection: Rejection | null | undefined;
  readonly comment: string | undefined;
}

export interface SaveResponse {
  readonly results: readonly SaveResult[];
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly row: DeskRow }
  /** The texts on disk are others than those the person saw. */
  | { readonly kind: 'conflict'; readonly row: DeskRow }
  | { readonly kind: 'refused'; readonly refusal: DeskRefusal }
  /** The disk said no; the draft is kept in the browser. `row`: as it is now, where its text was saved and its state was not. */
  | { readonly kind: 'failed'; readonly message: string; readonly row?: DeskRow }
  | { readonly kind: 'gone'; readonly message: string };

/** `GET /api/context/<locale>/<path>?ordinal=`: what helps to translate one segment. */
export interface SegmentContextResponse {
  readonly matches: readonly { readonly entry: MemoryEntry; readonly score: number }[];
  readonly repeats: readonly MemoryEntry[];
  /** The same segment in the other locales, in their order. */
  readonly languages: readonly { readonly locale: string; readonly target: DeskSide; readonly state: ReviewState }[];
  /** What most locales have and this one has not, or the reverse; e.g. `9 of 10 locales keep the link`. */
  readonly outliers: readonly string[];
  readonly terms: readonly { readonly source: string; readonly use: readonly string[]; readonly avoid: readonly string[]; readonly note: string | undefined }[];
  /** Newest first; empty where there is no git. `GET /api/history/<locale>/<path>?ordinal=` gives it alone, and `&history=no` leaves it out. */
  readonly history: readonly { readonly commit: string; readonly date: string; readonly author: string; readonly subject: string }[];
}

/** `GET /api/concordance?q=&side=&locale=`. */
export interface ConcordanceResponse {
  readonly total: number;
  readonly hits: readonly { readonly entry: MemoryEntry; readonly ranges: readonly { readonly start: number; readonly end: number }[] }[];
}

/** `POST /api/replace`: finds a text in the targets of a locale and says what replacing it would give; codes are never touched. */
export interface ReplaceRequest {
  readonly locale: string;
  readonly find: string;
  readonly replacement: string;
  readonly matchCase: boolean;
}

export interface ReplaceResponse {
  readonly total: number;
  /** Changes to send to `/api/save` after a look at them. */
  readonly changes: readonly { readonly path: string; readonly ordinal: string; readonly source: string; readonly before: DeskSide; readonly after: string }[];
}

/** `POST /api/export`: a file for another tool. `GET /api/export?locale=&format=&only=&path=…` gives the same for few articles. */
export interface DeskExportRequest {
  readonly locale: string;
  /** As in `--format`. */
  readonly format: string;
  /** As in `--only`; undefined: all segments. */
  readonly only: string | undefined;
  /** Empty: all articles. */
  readonly paths: readonly string[];
  /** A ZIP archive with a file an article. */
  readonly perArticle: boolean;
}

/**
 * `POST /api/import?name=&locale=&apply=&trust=` (the file as it is, type `application/octet-stream`): what taking it back
 * gives. Nothing is written unless `apply` is `yes`; then each article is written only if it still is what it was.
 */
export interface ImportResponse {
  /** Why the file could not be read at all; then nothing was taken. */
  readonly problem: { readonly reason: string; readonly line: number | undefined } | undefined;
  readonly applied: boolean;
  readonly units: number;
  readonly counts: Readonly<Record<ImportedUnit['kind'], number>>;
  /** Segments of which something is said now, or would be: a state, a rejection, a comment. */
  readonly reviewed: number;
  /** Files of the content that became others, or would. */
  readonly changed: readonly string[];
  /** In the order of the file, without those that are unchanged; not more than 2,000. */
  readonly outcomes: readonly ImportedUnit[];
}

export interface ImportedUnit {
  readonly locale: string;
  readonly path: string;
  /** As in {@link ExchangeUnit.id}. */
  readonly id: string;
  /** `conflict`: the content has other texts than those that were exported. `untranslated`: it came back as its source. */
  readonly kind: 'changed' | 'unchanged' | 'untranslated' | 'refused' | 'conflict';
  readonly refusal: DeskRefusal | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

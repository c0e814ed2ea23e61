/** How far a segment has come: the states of XLIFF 2. */
export type ReviewState = 'initial' | 'translated' | 'reviewed' | 'final';

export const REVIEW_STATES: readonly ReviewState[] = ['initial', 'translated', 'reviewed', 'final'];

/** Who made the text of a target: a machine, a person, or a person who changed a machine's. */
export type Provenance = 'MT' | 'HT' | 'edited';

/** What is wrong with a rejected segment. Each stands for one button of the desk and one type of ITS 2.0. */
export const REJECTION_CATEGORIES = {
  meaning: 'mistranslation',
  missing: 'omission',
  term: 'terminology',
  grammar: 'grammar',
  style: 'style',
  locale: 'locale-violation',
  markup: 'markup',
  other: 'other',
} as const;

export type RejectionCategory = keyof typeof REJECTION_CATEGORIES;

/** Weight of an error per severity, as in MQM scoring. */
export const SEVERITY_WEIGHTS = { neutral: 0, minor: 1, major: 5, critical: 25 } as const;

export type RejectionSeverity = keyof typeof SEVERITY_WEIGHTS;

export interface Rejection {
  readonly category: RejectionCategory;
  readonly severity: RejectionSeverity;
  readonly note: string;
}

/**
 * What people have said about one segment. It holds for exactly the two texts whose hashes it carries:
 * when either changes, it is history.
 */
export interface SegmentReview {
  /** As in {@link Segment.ordinal}. */
  readonly ordinal: string;
  /** `contentHash` of the texts as written (text/content-hash.ts). */
  readonly source: string;
  readonly target: string;
  readonly state: ReviewState;
  readonly provenance?: Provenance;
  readonly rejection?: Rejection;
  /** Oldest first. */
  readonly comments?: readonly ReviewComment[];
  /** Who said it last, as the desk was told; may be empty. */
  readonly by?: string;
  /** ISO date and time in UTC of the last word. */
  readonly at?: string;
}

export interface ReviewComment {
  readonly text: string;
  readonly by?: string;
  readonly at?: string;
}

import type { InlineText } from './inline.ts';
import type { Provenance, Rejection, ReviewComment, ReviewState } from './review.ts';

/** One text of one article with its translation, as it travels to another tool and back. */
export interface ExchangeUnit {
  /** The ordinal (`102`, `p104`), or `title`, `description`, `alt-3`, `title-1`, `name-2` for texts outside the bitext. An XML NMTOKEN. */
  readonly id: string;
  /** `plain`: characters only, no Markdown is read in it. */
  readonly kind: 'segment' | 'plain';
  readonly source: InlineText;
  readonly target: InlineText;
  /** `contentHash` of the texts as written. */
  readonly sourceHash: string;
  readonly targetHash: string;
  readonly state: ReviewState;
  readonly provenance?: Provenance;
  readonly rejection?: Rejection;
  readonly notes: readonly ExchangeNote[];
}

export interface ExchangeNote {
  /** `qa`: a finding; `term`: an entry of the glossary; `comment`: words of a person. */
  readonly category: 'qa' | 'term' | 'comment';
  readonly text: string;
  /** 1 is highest. */
  readonly priority: 1 | 2 | 3;
  /** Type of ITS 2.0 for a finding. */
  readonly itsType?: string;
}

/** The units of one article in one locale, in the order of the article. */
export interface ExchangeFile {
  /** Path of the family, e.g. `guides/install.md`. */
  readonly path: string;
  /** {@link Locale.id}. */
  readonly locale: string;
  readonly sourceTag: string;
  readonly targetTag: string;
  readonly sourceDir: 'ltr' | 'rtl';
  readonly targetDir: 'ltr' | 'rtl';
  readonly units: readonly ExchangeUnit[];
}

/** What comes back for one unit. */
export interface ReturnedUnit {
  readonly path: string;
  /** Locale id, or a language tag as the tool wrote it; undefined where the format has none. */
  readonly locale: string | undefined;
  readonly id: string;
  /** Undefined: the unit came back without a target. */
  readonly target: ReturnedSide | undefined;
  readonly source: ReturnedSide | undefined;
  /** The hashes that were exported, where the tool kept them. */
  readonly sourceHash: string | undefined;
  readonly targetHash: string | undefined;
  readonly state: ReviewState | undefined;
  /** What a person has said of the returned texts, where the format carries it. */
  readonly said?: { readonly rejection?: Rejection; readonly comments?: readonly ReviewComment[]; readonly by?: string };
}

/** `raw`: Markdown as a person or tool wrote it. `coded`: text whose markup stands in codes. */
export type ReturnedSide = { readonly kind: 'raw'; readonly text: string } | { readonly kind: 'coded'; readonly pieces: readonly ReturnedPiece[] };

/** Text as shown, or a code by the id that the export gave it. */
export type ReturnedPiece = string | { readonly kind: 'start' | 'end' | 'place'; readonly id: string };

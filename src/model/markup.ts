/**
 * Compiled Markdown: finished HTML interrupted by slots that only a page can fill.
 * Compiled once per distinct skeleton and per distinct segment text; filling is concatenation.
 */
export type Part = string | Slot;

/** Where a segment stands, which decides how its text is read. */
export interface SegmentContext {
  /** `markdown`: inline Markdown. `html`: inside a raw HTML block, where Markdown is not read. `text`: inside an attribute (alt text), characters only. */
  readonly syntax: 'markdown' | 'html' | 'text';
  /** Inside a link: links of the segment are flattened to their text. */
  readonly inLink: boolean;
  /** Inside an element that takes block content (`td`, `li`, `div`): block-level HTML of the segment is kept; else it is unwrapped. */
  readonly flow: boolean;
  /** In a cell of a Markdown table, where `\|` is a bar in code too. */
  readonly cell?: true;
}

export type Slot =
  /** The text of a segment: the page's side of it, or always the same. */
  | { readonly kind: 'segment'; readonly index: number; readonly context: SegmentContext; readonly side?: 'source' | 'target' }
  /** White space between two neighbouring segments, as written: the sentence separator. */
  | { readonly kind: 'gap'; readonly text: string }
  /** The `href` (and companions) of an `<a>` whose URL is not absolute: filled with ` href="…"`, or nothing. */
  | { readonly kind: 'link'; readonly url: string }
  /** The `src` (and size) of an `<img>` whose URL is not absolute: filled with ` src="…"`. */
  | { readonly kind: 'image'; readonly url: string }
  /** `[!INCLUDE [title](path)]`; `inline` when it stands inside a paragraph. */
  /** `label`: what the author calls an article that is included in a sentence; stands for one that is not there. */
  | { readonly kind: 'include'; readonly path: string; readonly inline: boolean; readonly label?: string }
  /** A code block; highlighted when filled. `file` and `region` are set for `[!code-lang[](path#region)]`. */
  | { readonly kind: 'code'; readonly language: string; readonly code: string; readonly file?: string; readonly region?: string }
  /** `<xref:uid>`: filled with a link to the article of that uid, or the uid as code. */
  | { readonly kind: 'xref'; readonly uid: string }
  /** Words of the interface inside an article (alert titles, "watch the video"): filled in the reader's language. */
  | { readonly kind: 'ui'; readonly key: UiKey }
  /** Attributes of the element around such words: filled with their language where it is not the page's, or nothing. */
  | { readonly kind: 'ui-language' }
  /** Start and end of a {@link BlockText}; both name the same one. */
  | { readonly kind: 'block-start'; readonly block: BlockText }
  | { readonly kind: 'block-end'; readonly block: BlockText }
  /**
   * The control of texts that cannot hold it: `around` opens and `after` closes a box with the element (a heading, or
   * `<details>` with its summary) and the control; `within` is the control alone (tabs with their labels).
   */
  | { readonly kind: 'control'; readonly place: 'around' | 'after' | 'within' }
  /** An anchor of the content: filled with ` id="…"`, unique on the page. */
  | { readonly kind: 'id'; readonly id: string }
  /** The id of heading `heading` (index into {@link CompiledSkeleton.headings}): filled with ` id="…"`. */
  | { readonly kind: 'heading-id'; readonly heading: number }
  /** In the middle of an id that the article makes for itself (tabs, footnotes): filled with the prefix of an included article, or nothing. */
  | { readonly kind: 'id-prefix' };

/** The text of a block, or of the part of it before and after the blocks inside it: phrasing content that can be shown in the source as well. */
export interface BlockText {
  /** Segments that stand in it (indices, ascending); empty when it only holds images. */
  readonly segments: readonly number[];
  /** The same content for the source: no anchors. */
  readonly source: readonly Part[];
  /** Inside a link, a label or a summary, which can hold no control, or a heading, of whose name it would be a part. */
  readonly inControl: boolean;
}

/** Interface words that may stand inside an article. */
export type UiKey = 'alert-note' | 'alert-tip' | 'alert-important' | 'alert-warning' | 'alert-caution' | 'video' | 'include-missing' | 'code-missing';

export interface CompiledHeading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Final and unique on the page, or undefined when it must be made from the source text of the segments. */
  readonly id: string | undefined;
  readonly content: readonly Part[];
}

/** A skeleton, compiled. */
export interface CompiledSkeleton {
  readonly parts: readonly Part[];
  readonly headings: readonly CompiledHeading[];
  /** Every `id` that the skeleton puts on the page. */
  readonly anchors: readonly string[];
  /** Content of the first paragraph, as of a heading; empty when there is none. */
  readonly summary: readonly Part[];
  /** Names of the code languages used, for loading highlighters. */
  readonly languages: readonly string[];
  /** Link definitions of the skeleton as Markdown text, to be known to the inline parse of the segments. */
  readonly definitions: string;
  /** Tags published as text because HTML does not know them, e.g. `role`. */
  readonly unknownTags: readonly string[];
}

/** One side of a segment, compiled. */
export interface CompiledInline {
  readonly parts: readonly Part[];
  /** Text without markup, for titles, search and checks. */
  readonly plain: string;
  readonly unknownTags: readonly string[];
}

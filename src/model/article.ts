/** One file as it was read: text in, nothing interpreted. */
export interface SourceFile {
  /** {@link Locale.id} of the locale whose folder holds the file. */
  readonly locale: string;
  /** POSIX path relative to the locale's folder, e.g. `guides/install.md`. Equal in all locales of a family. */
  readonly path: string;
  /** POSIX path relative to the content root, e.g. `vi-vn/guides/install.md`. For messages. */
  readonly file: string;
  /** The decoded text, byte order mark included. Empty when {@link invalidUtf8At} is set. */
  readonly text: string;
  /** Byte offset (0-based) of the first byte that is not valid UTF-8; absent when all are valid. */
  readonly invalidUtf8At?: number;
  /** Why the file could not be read at all, e.g. `permission denied`; then {@link text} is empty. */
  readonly unreadable?: string;
}

/** A half-open range of UTF-16 code units, 0-based, in the text of one file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * One aligned pair: a target and the source it was translated from.
 * All offsets are UTF-16 code units, 0-based, into {@link Article.text}.
 */
export interface Segment extends Range {
  /** Position in {@link Article.segments} and number of its placeholder in the skeleton. */
  readonly index: number;
  /** The five hex digits before the hyphen of the id. Differs per locale and update: never a key. */
  readonly prefix: string;
  /** `102`, or `p104` for a merged paragraph. The join key across locales. */
  readonly ordinal: string;
  /** Id of the source half as written, e.g. `3a85d-102`; equal to `prefix-ordinal` unless damaged. */
  readonly sourceId: string;
  /** The translation, as written (inline Markdown and HTML). */
  readonly target: string;
  /** The original, as written (inline Markdown and HTML). */
  readonly source: string;
  readonly targetRange: Range;
  readonly sourceRange: Range;
  /** Set when the pair was damaged and read all the same (FORMAT.md §1.6 no. 1 and 3). */
  readonly repaired?: 'extra-close' | 'escaped-quotes';
  /** A line of Docs markup that the producer made a pair of: the skeleton holds it, without a placeholder. */
  readonly isMarkup?: true;
}

/** Something wrong with the bilingual markup that no segment can carry. */
export interface Damage extends Range {
  readonly kind: 'unbalanced-span' | 'escaped-span-quotes';
  /** The damaged text, cut to 80 characters. */
  readonly excerpt: string;
}

/** The metadata block at the top of a file. */
export interface Frontmatter extends Range {
  /** `none`: the file starts with its body. `bilingual`: pairs stand inside, so that it is not YAML (FORMAT.md §1.6 no. 2). */
  readonly state: 'none' | 'valid' | 'invalid' | 'bilingual';
  /** Parsed values, odd types and mangled keys kept, pairs reduced to their targets; empty unless `valid`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What the values that hold pairs were translated from, by key; present when tags of pairs stand in a `valid` block. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Why the YAML did not parse, with the offset in the file's text; only when `invalid`. */
  readonly problem?: { readonly reason: string; readonly offset: number };
}

/**
 * An article = a skeleton + a bitext.
 * `text` = frontmatter + body; the skeleton is the body with every pair replaced by a placeholder.
 */
export interface Article {
  readonly locale: string;
  readonly path: string;
  readonly file: string;
  readonly format: 'md' | 'mdx';
  readonly text: string;
  readonly frontmatter: Frontmatter;
  /** Offset of the first character after the frontmatter. */
  readonly bodyStart: number;
  /** The body with segment `n` replaced by `placeholder(n)`, or by its source when it is markup; see skeleton.ts. Line ends normalised to `\n`, no BOM. */
  readonly skeleton: string;
  /** The bitext, in document order. Empty for a plain article. */
  readonly segments: readonly Segment[];
  readonly damage: readonly Damage[];
}

/** OPS metadata that the pipeline reads, already reduced to plain strings. */
export interface HandOff {
  /** `ms.openlocfilehash`: names the version of the source file. */
  readonly sourceHash: string | undefined;
  /** `ms.lasthandoff` as ISO `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** `ms.translationtype`. */
  readonly provenance: 'MT' | 'HT' | undefined;
  /** `ms.contentlocale` as written. */
  readonly contentLocale: string | undefined;
}

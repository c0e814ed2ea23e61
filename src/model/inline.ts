/**
 * One piece of a segment side, read as inline Markdown. Pieces stand in text order without gaps:
 * the texts between `start` and `end`, put together, are the side as written.
 * Offsets: UTF-16 code units, 0-based, into the side (not the file).
 */
export type InlineToken = InlineRange & (TextToken | PairToken | CodeToken);

interface InlineRange {
  readonly start: number;
  readonly end: number;
}

/** Characters that a reader sees. */
interface TextToken {
  /** `escape`: `\>`; `entity`: `&amp;`; `break`: a line end (with the blanks or backslash before it that make it hard). */
  readonly kind: 'text' | 'escape' | 'entity' | 'break';
  /** As shown: `>` for `\>`, `&` for `&amp;`, a blank for a soft line end, a line feed for a hard one. */
  readonly text: string;
}

/** One end of something that has content. `pair` numbers the pairs of a side in the order of their opening, from 0. */
interface PairToken {
  readonly kind: 'open' | 'close';
  readonly pair: number;
  /** `html`: a tag with its end tag, e.g. `<b>…</b>`. */
  readonly of: 'strong' | 'emphasis' | 'strikethrough' | 'link' | 'image' | 'html';
  /** Of a link or an image, unescaped; on both ends. */
  readonly url?: string;
  /** Of a link or an image, when there is one; on both ends. */
  readonly title?: string;
  /** Of `html`: the element's name in lower case. */
  readonly name?: string;
}

/** Something without content of its own that must survive as a whole. */
interface CodeToken {
  /**
   * `code`: inline code; `value` is its content. `autolink`: `<https://…>`, `<a@b.c>`, `<xref:uid>`; `value` is the address.
   * `html`: a tag without partner (`<br>`, `<app>`, a comment); `value` is its name in lower case, `!--` for a comment.
   */
  readonly kind: 'code' | 'autolink' | 'html';
  readonly value: string;
}

/** One side of a segment, read once per distinct text. */
export interface InlineText {
  /** As written. */
  readonly raw: string;
  readonly tokens: readonly InlineToken[];
  /** What a reader sees: text, escapes and entities resolved, code included, no markup, no image alt text. */
  readonly plain: string;
  /**
   * The plain text in pieces that no code, image or unpaired HTML interrupts; emphasis and links do not interrupt.
   * For rules about words and punctuation. Each piece knows where its characters come from.
   */
  readonly runs: readonly TextRun[];
}

export interface TextRun {
  readonly text: string;
  /** Offset in the side of each UTF-16 code unit of `text`; one more entry for the end. */
  readonly offsets: Readonly<Uint32Array>;
}

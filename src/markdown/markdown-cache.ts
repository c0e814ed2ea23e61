import type { InlineText } from '../model/inline.ts';
import type { CompiledInline, CompiledSkeleton, SegmentContext } from '../model/markup.ts';
import { cellText, compileInline } from './compile-inline.ts';
import { compileSkeleton } from './compile-skeleton.ts';
import { inlineText } from './inline-text.ts';

/** Compiles each distinct text once. Holds about `limit` code units of texts; the least used half goes when it is full. */
export class MarkdownCache {
  readonly #skeletons: Generations<CompiledSkeleton>;
  readonly #inlines: readonly Generations<CompiledInline>[];
  readonly #texts: Generations<InlineText>;

  constructor(limit = 64_000_000) {
    this.#skeletons = new Generations(limit);
    this.#inlines = Array.from({ length: 9 }, () => new Generations<CompiledInline>(limit / 4));
    this.#texts = new Generations(limit / 16);
  }

  skeleton(text: string): CompiledSkeleton {
    return this.#skeletons.get(text, () => compileSkeleton(text));
  }

  /** See {@link inlineText}. */
  text(raw: string): InlineText {
    return this.#texts.get(raw, () => inlineText(raw));
  }

  /** See {@link compileInline}. */
  inline(written: string, context: SegmentContext, definitions: string): CompiledInline {
    const text = context.cell ? cellText(written) : written;
    const kind = context.syntax === 'text' ? 8 : (context.syntax === 'html' ? 4 : 0) + (context.inLink && MAY_HOLD_LINK.test(text) ? 2 : 0) + (context.flow && context.syntax === 'html' ? 1 : 0);
    const texts = this.#inlines[kind];
    if (texts === undefined) return compileInline(text, context, definitions);
    const known = definitions !== '' && text.includes('[') ? `${definitions}\0${text}` : text;
    return texts.get(known, () => compileInline(text, context, definitions));
  }
}

/** All other texts are the same inside a link, where those of headings and summaries stand. */
const MAY_HOLD_LINK = /[[<@&]|http|www/i;

class Generations<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #size = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit / 2;
  }

  get(key: string, make: () => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    this.#size += key.length + 50;
    if (this.#size > this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = key.length;
    }
    this.#young.set(key, value);
    return value;
  }
}

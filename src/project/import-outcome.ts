import type { RebuildNote, Refusal } from '../exchange/rebuild-target.ts';
import type { InlineText } from '../model/inline.ts';
import type { CompiledSkeleton } from '../model/markup.ts';
import type { ReplaceRefusal } from '../review/replace-target.ts';

/** What became of one unit that came back. */
export interface ImportOutcome {
  readonly id: string;
  /** `conflict`: the file has other texts than those that were exported. `untranslated`: it came back as its source. */
  readonly kind: 'changed' | 'unchanged' | 'untranslated' | 'refused' | 'conflict';
  readonly reason?: ImportRefusal;
  /** The Markdown that a refusal is about. */
  readonly detail?: string;
  readonly note?: RebuildNote;
  /** Targets, where they differ. */
  readonly before?: string;
  readonly after?: string;
}

export type ImportRefusal = Refusal | ReplaceRefusal | 'unknown-article' | 'unknown-unit' | 'not-text';

/** How units that come back are read and judged. */
export interface ImportOptions {
  /** Takes `reviewed` and `final` as the file says them; without it a state is what people say in the desk. */
  readonly trustStates: boolean;
  /** Takes targets that equal their source. */
  readonly acceptSource: boolean;
  readonly inlineText: (raw: string) => InlineText;
  readonly skeleton: (text: string) => CompiledSkeleton;
  /** ISO date and time that goes into the sidecar. */
  readonly now?: string;
}

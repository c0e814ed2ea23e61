import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskLocale, DeskSide } from '../../model/desk.ts';
import { spansOf, type Chip, type Span } from './pieces.ts';
import { text } from './texts.ts';

/** A range to mark. Offsets: UTF-16 code units into the side as written. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Class of the mark. */
  readonly kind: 'error' | 'warning' | 'info' | 'term' | 'hit';
  readonly title?: string;
}

export interface SideTextProps {
  readonly side: DeskSide;
  readonly which: Chip['side'];
  readonly marks?: readonly Mark[];
  readonly raw?: boolean;
}

/** One side for reading: text as text, codes as chips, with what is to be seen marked. Nothing of it is ever read as HTML. */
export function SideText({ side, which, marks = [], raw = false }: SideTextProps): VNode {
  const spans: readonly Span[] = raw ? [{ piece: side.raw, start: 0, end: side.raw.length, exact: true, strong: false, emphasis: false }] : spansOf(side, which);
  return html`${spans.map((span) => (typeof span.piece === 'string' ? html`${textParts(span, span.piece, marks)}` : chip(span, span.piece, marks)))}`;
}

export function chipName({ kind, type, label }: Chip): string {
  return kind === 'place' ? text('chip.place', { label }) : text(kind === 'open' ? 'chip.open' : 'chip.close', { label: label === type ? type : label });
}

/** What a locale says of its texts: language, direction and script for the fonts. */
export function textOf(locale: DeskLocale | undefined): { readonly lang?: string; readonly dir?: string; readonly 'data-script'?: string } {
  return locale ? { lang: locale.tag, dir: locale.dir, 'data-script': locale.script } : {};
}

function chip({ start, end }: Span, code: Chip, marks: readonly Mark[]): VNode {
  const mark = marks.find((candidate) => candidate.start < end && candidate.end > start && candidate.kind !== 'term');
  return html`<span class=${`chip ${code.kind} ${mark ? `mark-${mark.kind}` : ''}`} title=${code.native} dir="ltr" role="img" aria-label=${chipName(code)}>${code.label}</span>`;
}

function textParts({ start, end, exact, strong, emphasis }: Span, words: string, marks: readonly Mark[]): readonly (VNode | string)[] {
  const own = marks.filter((mark) => mark.start < end && mark.end > start);
  const style = [strong && 'strong', emphasis && 'emphasis'].filter(Boolean).join(' ');
  const cuts = exact ? [...new Set([start, end, ...own.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])])].sort((a, b) => a - b) : [start, end];
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end;
    const part = exact ? words.slice(from - start, to - start) : words;
    const mark = own.find((candidate) => candidate.start <= from && candidate.end >= to) ?? (exact ? undefined : own[0]);
    if (mark) return html`<mark class=${`mark-${mark.kind} ${style}`} title=${mark.title}>${part}</mark>`;
    return style === '' ? part : html`<span class=${style}>${part}</span>`;
  });
}

import { html, useLayoutEffect, useRef } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { CheckResponse, DeskLocale, DeskRow, DeskSide } from '../../model/desk.ts';
import { announce } from './announce.ts';
import { createPieceEditor, type PieceEditor } from './piece-editor.ts';
import { missingChips, spansOf, withCodesOf, piecesOf, type Draft } from './pieces.ts';
import { chipName, textOf } from './side-text.ts';
import { text } from './texts.ts';

export interface EditorHandle {
  focus(): void;
  set(draft: Draft): void;
  undo(): boolean;
  redo(): boolean;
  /** The next code that is missing; false when none is. */
  insertCode(): boolean;
}

export interface RowEditorProps {
  readonly row: DeskRow;
  readonly locale: DeskLocale | undefined;
  readonly draft: Draft;
  /** What the server says of the draft; undefined while it has not been asked or was not changed. */
  readonly check: CheckResponse | undefined;
  readonly onDraft: (draft: Draft) => void;
  readonly handle: { current: EditorHandle | null };
}

/** Where a target is written: in pieces, or as Markdown. */
export function RowEditor(props: RowEditorProps): VNode {
  return props.draft.kind === 'raw' ? html`<${RawEditor} ...${props} />` : html`<${PiecesEditor} ...${props} />`;
}

function PiecesEditor({ row, locale, draft, check, onDraft, handle }: RowEditorProps): VNode {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<PieceEditor | null>(null);
  const latest = useRef(onDraft);
  latest.current = onDraft;
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    editor.current = createPieceEditor(host.current, {
      pieces: draft.kind === 'pieces' ? draft.pieces : [],
      onChange: (pieces) => latest.current({ kind: 'pieces', pieces }),
      onArmed: (chip) => announce(text('chip.armed', { chip: chipName(chip) })),
      chipName,
    });
    return () => editor.current?.close();
  }, []);
  const findings = check ? (check.refused ? [] : check.findings) : row.findings;
  const side = check ? check.target : row.target;
  useLayoutEffect(() => {
    for (const severity of ['error', 'warning', 'info'] as const) {
      editor.current?.mark(severity, findings.flatMap((finding) => (finding.severity === severity && finding.inTarget ? [shownRange(side, finding.inTarget)] : [])));
    }
  });
  const missing = draft.kind === 'pieces' ? missingChips(draft.pieces, row) : [];
  const insert = (at: number): boolean => {
    const first = missing[at];
    if (!first || !editor.current) return false;
    const second = first.kind === 'open' ? missing.slice(at + 1).find((chip) => chip.kind === 'close' && chip.type === first.type) : undefined;
    editor.current.focus();
    editor.current.insert(second ? [first, second] : [first]);
    return true;
  };
  handle.current = {
    focus: () => editor.current?.focus(),
    set: (next) => (next.kind === 'pieces' ? editor.current?.set(next.pieces) : onDraft(next)),
    undo: () => editor.current?.undo() ?? false,
    redo: () => editor.current?.redo() ?? false,
    insertCode: () => insert(0),
  };
  return html`<div class="editor">
    <div class="field" ref=${host} contenteditable="true" role="textbox" aria-multiline="false" aria-label=${text('editor.name', { ordinal: row.ordinal })} aria-invalid=${check?.refused ? 'true' : 'false'} spellcheck="true" autocapitalize="sentences" enterkeyhint="next" ...${textOf(locale)}></div>
    ${missing.length > 0 && html`<div class="missing"><span>${text('editor.missing')}</span>${missing.map((chip, at) => html`<button type="button" class=${`chip ${chip.kind}`} dir="ltr" title=${chip.native} aria-label=${text('editor.insert', { chip: chipName(chip) })} onMouseDown=${(event: Event) => event.preventDefault()} onClick=${() => insert(at)}>${chip.label}</button>`)}</div>`}
  </div>`;
}

function RawEditor({ row, locale, draft, check, onDraft, handle }: RowEditorProps): VNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const value = draft.kind === 'raw' ? draft.text : '';
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [value]);
  handle.current = {
    focus: () => field.current?.focus({ preventScroll: true }),
    set: onDraft,
    undo: () => document.queryCommandEnabled('undo') && document.execCommand('undo'),
    redo: () => document.queryCommandEnabled('redo') && document.execCommand('redo'),
    insertCode: () => false,
  };
  return html`<div class="editor">
    <textarea class="field raw" ref=${field} rows="1" value=${value} onInput=${(event: Event) => event.target instanceof HTMLTextAreaElement && onDraft({ kind: 'raw', text: event.target.value })} aria-label=${text('editor.rawName', { ordinal: row.ordinal })} aria-invalid=${check?.refused ? 'true' : 'false'} spellcheck="true" enterkeyhint="next" ...${textOf(locale)}></textarea>
  </div>`;
}

/** Markdown as pieces with the row's codes; undefined when it holds codes that the row has not. */
export function readInPieces(side: DeskSide, row: DeskRow): Draft | undefined {
  const pieces = withCodesOf(piecesOf(side, 'target'), row);
  return pieces && { kind: 'pieces', pieces };
}

/** Offsets among the characters that are shown, without codes, of a range of a side as written. */
function shownRange(side: DeskSide, { start, end }: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  let shown = 0;
  let from: number | undefined;
  let to = 0;
  for (const span of spansOf(side, 'target')) {
    if (typeof span.piece !== 'string') continue;
    const length = span.piece.length;
    if (span.end > start && span.start < end) {
      from ??= shown + (span.exact ? Math.max(0, start - span.start) : 0);
      to = shown + (span.exact ? Math.min(length, end - span.start) : length);
    }
    shown += length;
  }
  return { start: from ?? 0, end: from === undefined ? 0 : to };
}

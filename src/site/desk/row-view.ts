import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { CheckResponse, DeskFinding, DeskLocale, DeskRefusal, DeskRow } from '../../model/desk.ts';
import { runAction } from './actions.ts';
import { ConflictBox, type ConflictChoice } from './conflict-box.ts';
import { draftText, type Draft } from './pieces.ts';
import { RowEditor, type EditorHandle } from './row-editor.ts';
import { SideText, textOf, type Mark } from './side-text.ts';
import { stateLabel } from './state-label.ts';
import { text } from './texts.ts';

/** What became of the last try to save a row. */
export type RowNote =
  | { readonly kind: 'saving' | 'saved' }
  | { readonly kind: 'conflict'; readonly theirs: DeskRow }
  | { readonly kind: 'refused'; readonly refusal: DeskRefusal }
  | { readonly kind: 'failed'; readonly message: string };

export interface RowViewProps {
  readonly row: DeskRow;
  readonly position: number;
  readonly count: number;
  readonly sourceLocale: DeskLocale;
  readonly locale: DeskLocale | undefined;
  readonly isActive: boolean;
  readonly isWriting: boolean;
  readonly isRaw: boolean;
  readonly canSave: boolean;
  readonly draft: Draft | undefined;
  /** What the editor starts with. */
  readonly base: Draft;
  readonly note: RowNote | undefined;
  readonly check: CheckResponse | undefined;
  readonly terms: readonly Mark[];
  readonly editor: { current: EditorHandle | null };
  readonly onActive: (writes: boolean) => void;
  readonly onDraft: (draft: Draft) => void;
  readonly onFix: (finding: DeskFinding) => void;
  readonly onRule: (rule: string) => void;
  readonly onConflict: (choice: ConflictChoice) => void;
}

/** One segment: its two sides, what is said of it, and what can be done. */
export function RowView(props: RowViewProps): VNode {
  const { row, position, count, locale, sourceLocale, isActive, isWriting, isRaw, canSave, draft, base, note, check, terms, editor } = props;
  const findings = check ? check.findings : row.findings;
  const canWrite = isActive && isWriting && note?.kind !== 'saving' && note?.kind !== 'conflict';
  const marks = (side: 'inSource' | 'inTarget'): Mark[] => findings.flatMap((finding) => (finding[side] ? [{ ...finding[side], kind: finding.severity, title: finding.message }] : []));
  return html`<div class=${`row state-${row.rejection ? 'rejected' : row.state} ${isActive ? 'active' : ''} ${findings.some(({ severity }) => severity !== 'info') ? 'has-findings' : ''}`} role="listitem" aria-setsize=${count} aria-posinset=${position} tabindex=${isActive ? 0 : -1} data-ordinal=${row.ordinal}
      aria-label=${rowName(props, findings)} aria-current=${isActive ? 'true' : undefined}
      onClick=${(event: MouseEvent) => !isActive && props.onActive(event.target instanceof Element && event.target.closest('.target') !== null && getSelection()?.isCollapsed !== false)}>
    <div class="row-head">
      <span class="ordinal">${row.ordinal}</span>
      ${stateLabel(row)}
      ${row.provenance && html`<span class="provenance">${text(`provenance.${row.provenance}`)}</span>`}
      ${row.change && html`<span class="stale-mark">↻ ${text('stale')}</span>`}
      ${row.repeats > 0 && html`<span class="soft">${text('row.repeats', { count: row.repeats })}</span>`}
      ${row.comments.length > 0 && html`<span class="soft">${text('row.comments', { count: row.comments.length })}</span>`}
      ${row.isPending && html`<span class="pending-mark">➤ ${text('row.pending')}</span>`}
      ${noteLabel(note, draft, canSave)}
    </div>
    <div class="facing">
      <div class="side source" ...${textOf(sourceLocale)}><${SideText} side=${row.source} which="source" raw=${isRaw && isActive} marks=${[...marks('inSource'), ...terms]} /></div>
      <div class="side target" ...${canWrite ? {} : textOf(locale)}>${
        canWrite
          ? html`<${RowEditor} row=${row} locale=${locale} draft=${draft ?? base} check=${check} onDraft=${props.onDraft} handle=${editor} />`
          : draft !== undefined && note?.kind !== 'saving'
            ? html`<span class="draft-text">${draftText(draft)}</span>`
            : draft !== undefined
              ? draftText(draft)
              : html`<${SideText} side=${row.target} which="target" raw=${isRaw && isActive} marks=${marks('inTarget')} />`
      }${!canWrite && row.target.raw === '' && draft === undefined ? html`<span class="soft">${text('row.empty')}</span>` : null}</div>
    </div>
    ${row.rejection && html`<p class="rejection">✗ ${text(`category.${row.rejection.category}`)} · ${text(`severity.${row.rejection.severity}`)}${row.rejection.note && html`: <bdi>${row.rejection.note}</bdi>`}</p>`}
    ${isActive && row.comments.map((comment) => html`<p class="comment"><bdi>${comment.text}</bdi> <span class="soft">${comment.by ?? ''}${comment.at ? ` · ${comment.at.slice(0, 10)}` : ''}</span></p>`)}
    ${note?.kind === 'refused' && !check?.refused && refusalBox(note.refusal)}
    ${check?.refused && refusalBox(check.refused)}
    ${note?.kind === 'failed' && html`<p class="refusal"><strong>${text('row.failed')}</strong> ${note.message}</p>`}
    ${note?.kind === 'conflict' && html`<${ConflictBox} theirs=${note.theirs} mine=${draft} locale=${locale} onChoice=${props.onConflict} />`}
    ${findings.length > 0 && html`<ul class="row-findings">${findings.map((finding) => html`<li class=${finding.severity}>
      <span class="severity">${ICONS[finding.severity]} ${text(`severity.${finding.severity}`)}</span> <span>${finding.message}</span>
      ${isActive && html`<span class="finding-actions">${finding.fixed !== undefined && html`<button type="button" class="small" onClick=${() => props.onFix(finding)}>${text('row.fix')}</button>`}<button type="button" class="small" onClick=${() => props.onRule(finding.rule)}>${text('row.rule')}<span class="visually-hidden"> ${finding.rule}</span></button></span>`}
    </li>`)}</ul>`}
    ${isActive && html`<div class="row-actions">
      ${button('approve', '✓', row.state === 'reviewed')}
      ${button('finish', '★', row.state === 'final')}
      ${button('reject', '✗', row.rejection !== undefined)}
      ${(row.state !== 'translated' || row.rejection) && button('reopen', '↶', false)}
      ${button('comment', '✎', false)}
      ${button('raw', 'M↓', isRaw)}
      ${row.repeats > 0 && button('repeats', '⧉', false)}
    </div>`}
  </div>`;
}

const ICONS = { error: '⛔', warning: '▲', info: 'ℹ' } as const;

function button(id: 'approve' | 'finish' | 'reject' | 'reopen' | 'comment' | 'raw' | 'repeats', icon: string, isPressed: boolean): VNode {
  return html`<button type="button" class=${`small action-${id}`} aria-pressed=${id === 'reopen' || id === 'comment' || id === 'repeats' ? undefined : isPressed ? 'true' : 'false'} onClick=${() => runAction(id)}><span aria-hidden="true">${icon}</span> ${text(`action.${id}`)}</button>`;
}

function refusalBox({ message, suggestion }: DeskRefusal): VNode {
  return html`<p class="refusal"><strong>${text('row.refused')}</strong> ${message} ${suggestion ?? ''}</p>`;
}

function noteLabel(note: RowNote | undefined, draft: Draft | undefined, canSave: boolean): VNode | null {
  if (note?.kind === 'saving') return html`<span class="soft unsaved">… ${text('row.saving')}</span>`;
  if (note?.kind === 'conflict') return html`<span class="trouble">≠ ${text('row.conflict')}</span>`;
  if (note?.kind === 'failed' || note?.kind === 'refused') return html`<span class="trouble">! ${text('row.notSaved')}</span>`;
  if (draft) return html`<span class="draft-mark unsaved">✎ ${text('row.draft')}</span>`;
  return note?.kind === 'saved' ? html`<span class="saved-mark">✓ ${text(canSave ? 'row.saved' : 'row.kept')}</span>` : null;
}

function rowName({ row, position, count, draft, note }: RowViewProps, findings: readonly DeskFinding[]): string {
  return [
    text('row.name', { ordinal: row.ordinal, position, count }),
    text(row.rejection ? 'state.rejected' : `state.${row.state}`),
    row.change ? text('stale') : '',
    draft ? text('row.draft') : '',
    row.isPending ? text('row.pending') : '',
    note?.kind === 'conflict' ? text('row.conflict') : '',
    findings.length === 0 ? text('row.noFindings') : findings.map(({ severity, message }) => `${text(`severity.${severity}`)}: ${message}`).join(' '),
  ].filter((part) => part !== '').join(', ');
}

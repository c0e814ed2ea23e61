import { html, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskRow } from '../../model/desk.ts';
import { REJECTION_CATEGORIES, SEVERITY_WEIGHTS, type Rejection, type RejectionCategory, type RejectionSeverity } from '../../model/review.ts';
import { Modal } from './modal.ts';
import { text } from './texts.ts';

const CATEGORIES = Object.keys(REJECTION_CATEGORIES) as readonly RejectionCategory[];
const SEVERITIES = Object.keys(SEVERITY_WEIGHTS) as readonly RejectionSeverity[];

/** Rules whose findings say what is wrong (INTERCHANGE.md §5.1). */
const SUGGESTED: readonly (readonly [RegExp, RejectionCategory])[] = [
  [/untranslated|number/, 'missing'],
  [/term|name|identifier|placeholder|token/, 'term'],
  [/doubled|bracket|script|end-mark/, 'grammar'],
  [/space|punctuation|digit|character/, 'locale'],
  [/link|markup|code|menu|glued|emphasis/, 'markup'],
];

/** What is wrong with a segment: a category by a button, how bad it is, and a note. Digits choose a category. */
export function RejectDialog({ row, onReject, onClose }: { readonly row: DeskRow; readonly onReject: (rejection: Rejection) => void; readonly onClose: () => void }): VNode {
  const [category, setCategory] = useState<RejectionCategory>(row.rejection?.category ?? suggested(row));
  const [severity, setSeverity] = useState<RejectionSeverity>(row.rejection?.severity ?? 'major');
  const [note, setNote] = useState(row.rejection?.note ?? '');
  const send = (): void => onReject({ category, severity, note: note.trim() });
  const onKey = (event: KeyboardEvent): void => {
    const chosen = event.target instanceof HTMLTextAreaElement ? undefined : CATEGORIES[Number(event.key) - 1];
    if (chosen) setCategory(chosen);
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      send();
    }
  };
  return html`<${Modal} title=${text('reject.title', { ordinal: row.ordinal })} onClose=${onClose}>
    <div class="reject" onKeyDown=${onKey}>
      <fieldset><legend>${text('reject.category')}</legend><div class="choices">${CATEGORIES.map((name, at) => html`<label class=${name === category ? 'chosen' : ''}><input type="radio" name="category" value=${name} checked=${name === category} autofocus=${name === category} onChange=${() => setCategory(name)} /> <kbd aria-hidden="true">${at + 1}</kbd> ${text(`category.${name}`)}</label>`)}</div></fieldset>
      <fieldset><legend>${text('reject.severity')}</legend><div class="choices">${SEVERITIES.map((name) => html`<label class=${name === severity ? 'chosen' : ''}><input type="radio" name="severity" value=${name} checked=${name === severity} onChange=${() => setSeverity(name)} /> ${text(`severity.${name}`)}</label>`)}</div></fieldset>
      <label class="wide">${text('reject.note')} <textarea rows="2" value=${note} onInput=${(event: Event) => event.target instanceof HTMLTextAreaElement && setNote(event.target.value)}></textarea></label>
      <div class="modal-actions"><button type="button" onClick=${onClose}>${text('cancel')}</button><button type="button" class="primary" onClick=${send}>${text('action.reject')}</button></div>
    </div>
  <//>`;
}

/** A word on a segment, for others. */
export function NoteDialog({ onComment, onClose }: { readonly onComment: (comment: string) => void; readonly onClose: () => void }): VNode {
  const [comment, setComment] = useState('');
  const send = (): void => (comment.trim() === '' ? onClose() : onComment(comment.trim()));
  return html`<${Modal} title=${text('comment.title')} onClose=${onClose}>
    <label class="wide">${text('comment.text')} <textarea rows="4" autofocus value=${comment} onInput=${(event: Event) => event.target instanceof HTMLTextAreaElement && setComment(event.target.value)} onKeyDown=${(event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send()}></textarea></label>
    <div class="modal-actions"><button type="button" onClick=${onClose}>${text('cancel')}</button><button type="button" class="primary" onClick=${send}>${text('comment.save')}</button></div>
  <//>`;
}

function suggested({ findings }: DeskRow): RejectionCategory {
  return SUGGESTED.find(([rule]) => findings.some((finding) => rule.test(finding.rule)))?.[1] ?? 'meaning';
}

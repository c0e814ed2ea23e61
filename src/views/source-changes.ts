import type { DiffPart } from '../model/family.ts';
import type { SourceChange, SourceChanges } from './article-page.ts';
import { html, type Html } from './html.ts';
import type { Ui } from './ui.ts';

/** The list of what changed in the original, each entry with a link to the sentence that was translated from it. */
export function sourceChanges({ source, target, list }: SourceChanges, ui: Ui): Html {
  const from = html` lang="${source.tag}" dir="${source.dir}"`;
  const into = html` lang="${target.tag}" dir="${target.dir}"`;
  return html`<details class="changes"><summary>${ui.text('stale-which')}</summary><ol class="change-list">${list.map((change) => html`<li class="change"><small class="mark">${ui.text(LABELS[change.kind])}</small>${sentence(change, into)}<p data-side="source"${from}>${words(change)}</p></li>`)}</ol></details>`;
}

const LABELS = { edited: 'change-edited', removed: 'change-removed', new: 'change-new' } as const satisfies Record<SourceChange['kind'], string>;

function sentence(change: SourceChange, language: Html): Html | undefined {
  if (change.kind === 'new' || change.target === '') return undefined;
  return change.id === undefined ? html` <span${language}>${change.target}</span>` : html` <a href="#${change.id}"${language}>${change.target}</a>`;
}

function words(change: SourceChange): Html {
  switch (change.kind) {
    case 'edited': return html`${change.diff.map(part)}`;
    case 'removed': return html`<del>${change.before}</del>`;
    case 'new': return html`<ins>${change.after}</ins>`;
  }
}

function part({ kind, text }: DiffPart): Html {
  if (kind === 'same') return html`${text}`;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}

import { html, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskExportRequest, DeskLocale } from '../../model/desk.ts';
import type { DeskExchangeApi } from './api.ts';
import { keep, kept } from './keep.ts';
import { Modal } from './modal.ts';
import { saveFile } from './save-file.ts';
import { text } from './texts.ts';

const FORMATS = ['xliff-2.1', 'xliff-2.0', 'xliff-1.2', 'xliff-1.2-ops', 'tmx', 'csv', 'jsonl', 'html', 'po'] as const;
const SEGMENTS = ['', 'untranslated', 'findings', 'stale', 'not-reviewed'] as const;

/** What was chosen last. */
interface Choice {
  readonly format: (typeof FORMATS)[number];
  readonly only: (typeof SEGMENTS)[number];
  readonly scope: 'shown' | 'all';
  readonly perArticle: boolean;
}

export interface ExportDialogProps {
  readonly exchange: DeskExchangeApi;
  readonly locale: DeskLocale;
  /** Paths that the queue shows. */
  readonly shown: readonly string[];
  /** Number of all articles. */
  readonly all: number;
  readonly onClose: () => void;
}

/** A file for another tool, of the articles that the queue shows or of all. */
export function ExportDialog({ exchange, locale, shown, all, onClose }: ExportDialogProps): VNode {
  const [choice, setChoice] = useState<Choice>({ format: 'xliff-2.1', only: '', perArticle: false, ...kept<Partial<Choice>>('export'), scope: shown.length < all ? 'shown' : 'all' });
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isBusy, setBusy] = useState(false);
  const choose = (next: Partial<Choice>): void => {
    setChoice({ ...choice, ...next });
    keep('export', { ...choice, ...next });
  };
  return html`<${Modal} title=${text('export.title', { locale: locale.label })} onClose=${onClose}><div class="exchange">
    <div class="search">
      ${select(text('export.format'), choice.format, FORMATS, (name) => text(`format.${name}`), (format) => choose({ format }))}
      ${select(text('export.segments'), choice.only, SEGMENTS, (name) => text(`export.only.${name === '' ? 'all' : name}`), (only) => choose({ only }))}
    </div>
    ${radios('scope', text('export.articles'), choice.scope, [['shown', text('export.shown', { count: shown.length })], ['all', text('export.all', { count: all })]], (scope) => choose({ scope }))}
    ${radios('files', text('export.files'), choice.perArticle ? 'each' : 'one', [['one', text('export.files.one')], ['each', text('export.files.each')]], (files) => choose({ perArticle: files === 'each' }))}
    <p role="status">${isBusy ? text('export.busy') : said}</p>
    ${trouble && html`<p class="refusal" role="alert">${trouble}</p>`}
    <div class="modal-actions"><button type="button" onClick=${onClose}>${text(said === '' ? 'cancel' : 'close')}</button><button type="button" class="primary" disabled=${isBusy || (choice.scope === 'shown' && shown.length === 0)} onClick=${() => void send()}>${text('export.save')}</button></div>
  </div><//>`;

  async function send(): Promise<void> {
    const { format, only, scope, perArticle } = choice;
    const request: DeskExportRequest = { locale: locale.id, format, only: only === '' ? undefined : only, paths: scope === 'all' ? [] : shown, perArticle };
    setBusy(true);
    setTrouble('');
    setSaid('');
    try {
      const { name, content } = await exchange.export(request);
      // An archive without files is not quite empty.
      const isEmpty = content.size < (perArticle ? 30 : 1);
      if (!isEmpty) saveFile(name, content);
      setSaid(isEmpty ? text('export.nothing') : text('export.done', { name, size: sizeText(content.size) }));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? text('size.bytes', { count: bytes }) : text('size.kilobytes', { count: Math.ceil(bytes / 1000) });
}

function select<Value extends string>(label: string, value: Value, values: readonly Value[], name: (value: Value) => string, onChoice: (value: Value) => void): VNode {
  return html`<label>${label} <select value=${value} onChange=${(event: Event) => {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const found = values.find((each) => each === chosen);
    if (found !== undefined) onChoice(found);
  }}>${values.map((each) => html`<option value=${each} selected=${each === value}>${name(each)}</option>`)}</select></label>`;
}

function radios<Value extends string>(name: string, label: string, value: Value, values: readonly (readonly [Value, string])[], onChoice: (value: Value) => void): VNode {
  return html`<fieldset><legend>${label}</legend><div class="choices">${values.map(([each, words]) => html`<label class=${each === value ? 'chosen' : ''}><input type="radio" name=${name} value=${each} checked=${each === value} onChange=${() => onChoice(each)} /> ${words}</label>`)}</div></fieldset>`;
}

import { html, useEffect, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, DeskLocale, ImportedUnit, ImportResponse } from '../../model/desk.ts';
import type { DeskExchangeApi } from './api.ts';
import { Difference } from './difference.ts';
import { Modal } from './modal.ts';
import { routeTo } from './route.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

const ENDINGS = '.xlf,.xliff,.tmx,.csv,.jsonl,.html,.htm,.po';
/** Segments listed of one kind. */
const MOST_LISTED = 200;
/** What asks for a person first. */
const KINDS = ['conflict', 'refused', 'untranslated', 'changed'] as const;

export interface ImportDialogProps {
  readonly exchange: DeskExchangeApi;
  readonly info: DeskInfo;
  /** For files that do not say theirs. */
  readonly locale: DeskLocale;
  /** Files that were dropped on the queue. */
  readonly files: readonly File[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Answer {
  readonly file: File;
  readonly response: ImportResponse;
}

/** Takes files of other tools back: first a look at what they change, then the change. */
export function ImportDialog({ exchange, info, locale, files: dropped, onDone, onClose }: ImportDialogProps): VNode {
  const [files, setFiles] = useState(dropped);
  const [trust, setTrust] = useState(false);
  const [answers, setAnswers] = useState<readonly Answer[] | undefined>(undefined);
  const [busy, setBusy] = useState<'reading' | 'writing' | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const asked = useRef(0);
  useEffect(() => {
    setAnswers(undefined);
    if (files.length > 0) void ask(false);
  }, [files, trust]);
  const isApplied = answers?.some(({ response }) => response.applied) === true;
  const good = answers?.filter(({ response }) => !response.problem) ?? [];
  const count = (of: (response: ImportResponse) => number): number => good.reduce((sum, { response }) => sum + of(response), 0);
  const [changed, units, reviewed] = [count(({ counts }) => counts.changed), count((response) => response.units), count((response) => response.reviewed)];
  const outcomes = good.flatMap(({ response }) => response.outcomes);
  const changedFiles = new Set(good.flatMap(({ response }) => response.changed)).size;
  return html`<${Modal} title=${text('import.title', { locale: locale.label })} onClose=${onClose}><div class="exchange">
    ${!isApplied && html`<p class="soft">${text('import.how')}</p>
      <label class="wide">${text('import.choose')} <input type="file" multiple accept=${ENDINGS} onChange=${(event: Event) => event.target instanceof HTMLInputElement && setFiles([...event.target.files ?? []])} /></label>
      ${dropped === files && files.length > 0 && html`<p><bdi>${files.map(({ name }) => name).join(', ')}</bdi></p>`}
      <label class="tick"><input type="checkbox" checked=${trust} onChange=${() => setTrust(!trust)} /> ${text('import.trust')}</label>`}
    <p role="status">${busy ? text(`import.${busy}`) : answers ? summary() : ''}</p>
    ${trouble && html`<p class="refusal" role="alert">${trouble}</p>`}
    ${answers?.map(({ file: { name }, response: { problem } }) => problem && html`<p class="refusal" role="alert">${problem.line === undefined ? text('import.problem', { name, reason: problem.reason }) : text('import.problemAt', { name, line: problem.line, reason: problem.reason })}</p>`)}
    ${answers && KINDS.map((kind) => renderKind(kind, outcomes.filter((outcome) => outcome.kind === kind)))}
    ${good.length > 0 && count(({ counts }) => counts.unchanged) > 0 && html`<p class="soft">${text('import.kind.unchanged', { count: count(({ counts }) => counts.unchanged) })}</p>`}
    <div class="modal-actions"><button type="button" onClick=${onClose}>${text(isApplied ? 'close' : 'cancel')}</button>${!isApplied && answers && changed + reviewed > 0 && html`<button type="button" class="primary" disabled=${busy !== undefined} onClick=${() => void ask(true)}>${changed > 0 ? text('import.apply', { count: changed }) : text('import.applyStates')}</button>`}</div>
  </div><//>`;

  function summary(): string {
    if (good.length === 0) return text('import.none');
    const states = reviewed > changed ? ` ${text('import.reviewed', { count: reviewed })}` : '';
    return `${text(isApplied ? 'import.done' : 'import.preview', { changed, units, files: changedFiles })}${states}`;
  }

  function renderKind(kind: (typeof KINDS)[number], some: readonly ImportedUnit[]): VNode | null {
    const all = count(({ counts }) => counts[kind]);
    if (all === 0) return null;
    const title = text(`import.kind.${kind}`, { count: all });
    const listed = some.slice(0, MOST_LISTED);
    return html`<details class=${`outcomes ${kind}`} open=${kind !== 'changed' || all <= MOST_LISTED}>
      <summary>${title}</summary>
      ${listed.length < all && html`<p class="soft">${text('import.more', { count: listed.length })}</p>`}
      <ul class="entries" tabindex="0" aria-label=${title}>${listed.map(renderUnit)}</ul>
    </details>`;
  }

  function renderUnit({ locale: id, path, id: unit, refusal, before, after }: ImportedUnit): VNode {
    const own = info.locales.find((each) => each.id === id);
    const ordinal = /^p?\d+/.exec(unit)?.[0];
    return html`<li>
      <p><a href=${routeTo(id, path, ordinal)} onClick=${onClose}><bdi dir="ltr">${path} ${unit}</bdi></a></p>
      ${refusal && html`<p class="trouble">${refusal.message} ${refusal.suggestion ?? ''}</p>`}
      ${before !== undefined && html`<p><span class="soft">${text('import.there')}</span> <span ...${textOf(own)}><${Difference} before=${after ?? before} after=${before} kind="del" /></span></p>`}
      ${after !== undefined && html`<p><span class="soft">${text('import.file')}</span> <span ...${textOf(own)}><${Difference} before=${before ?? ''} after=${after} /></span></p>`}
    </li>`;
  }

  async function ask(apply: boolean): Promise<void> {
    const number = (asked.current += 1);
    setBusy(apply ? 'writing' : 'reading');
    setTrouble('');
    try {
      const wanted = apply ? good.map(({ file }) => file) : files;
      const results: Answer[] = [];
      for (const file of wanted) {
        const response = await exchange.import(file, { locale: locale.id, apply, trust });
        if (number !== asked.current) return;
        results.push({ file, response });
      }
      setAnswers(results);
      if (apply) onDone();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(undefined);
  }
}

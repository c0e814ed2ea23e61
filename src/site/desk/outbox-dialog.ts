import { html, useEffect, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, DeskRow } from '../../model/desk.ts';
import { fillPattern } from '../../text/fill-pattern.ts';
import { announce } from './announce.ts';
import { api } from './api.ts';
import { Difference } from './difference.ts';
import { Modal } from './modal.ts';
import { outboxFile } from './outbox-file.ts';
import type { Outbox, PendingChange } from './outbox.ts';
import { writeProposal } from './proposal.ts';
import { routeTo } from './route.ts';
import { saveFile } from './save-file.ts';
import { textOf } from './side-text.ts';
import { stateLabel } from './state-label.ts';
import { text } from './texts.ts';

const FILE = 'interlinear-changes.jsonl';
/** Characters of a text that fit into the address of a form. */
const LONGEST = 1_500;

/** What the site has now where a change was made: the same texts, others (the row), or no such segment. */
type Standing = 'open' | 'gone' | DeskRow;

/** The changes that wait in this browser: to look at, to send, to give up. */
export function OutboxDialog({ outbox, info, onRemoved, onClose }: { readonly outbox: Outbox; readonly info: DeskInfo; readonly onRemoved: () => void; readonly onClose: () => void }): VNode {
  const [changes, setChanges] = useState(outbox.list());
  const [standings, setStandings] = useState<ReadonlyMap<string, Standing>>(new Map());
  const [trouble, setTrouble] = useState('');
  const [isSure, setSure] = useState(false);
  const [link, setLink] = useState('');
  useEffect(() => outbox.onChange(() => setChanges(outbox.list())), []);
  useEffect(() => {
    const articles = new Map(outbox.list().map((change) => [`${change.locale}/${change.path}`, change]));
    void Promise.all([...articles.values()].map(({ locale, path }) => api.article(locale, path).then(
      ({ rows }) => rows,
      (error: Error) => {
        setTrouble(error.message);
        return undefined;
      },
    ).then((rows) => rows && setStandings((old) => new Map([...old, ...outbox.list().flatMap((change) => (change.locale === locale && change.path === path ? [[nameOf(change), standingOf(change, rows)] as const] : []))])))));
  }, []);
  const sendable = changes.filter((change) => (standings.get(nameOf(change)) ?? 'open') === 'open');
  const articles = new Set(changes.map(({ locale, path }) => `${locale}/${path}`)).size;
  const left = changes.length - sendable.length;
  return html`<${Modal} title=${text('outbox.title')} onClose=${onClose}><div class="outbox">
    ${!outbox.isKept && html`<p class="refusal">${text('outbox.notKept')}</p>`}
    ${trouble && html`<p class="refusal">${trouble}</p>`}
    <p role="status">${changes.length === 0 ? text('outbox.none') : text('outbox.count', { count: changes.length, articles })}</p>
    ${changes.length > 0 && html`
      <section class="send">
        <h3>${text('outbox.file')}</h3>
        <p>${text('outbox.fileHow')} <code dir="ltr">interlinear import ${FILE} --trust-states</code></p>
        ${left > 0 && html`<p class="stale-mark">${text('outbox.left', { count: left })}</p>`}
        <p><button type="button" class="primary" disabled=${sendable.length === 0} onClick=${() => saveFile(FILE, new Blob([outboxFile(sendable)], { type: 'application/jsonl' }))}>${text('outbox.download', { count: sendable.length })}</button></p>
      </section>
      ${link && html`<label class="wide">${text('outbox.copyThis')} <input type="text" readonly dir="ltr" value=${link} onFocus=${(event: Event) => event.target instanceof HTMLInputElement && event.target.select()} /></label>`}
      <ul class="entries" tabindex="0" aria-label=${text('outbox.list')}>${changes.map(renderChange)}</ul>
      <div class="modal-actions">${isSure
        ? html`<span class="trouble" role="alert">${text('outbox.sure', { count: changes.length })}</span><button type="button" onClick=${() => setSure(false)}>${text('outbox.keep')}</button><button type="button" class="danger" onClick=${() => void removeAll()}>${text('outbox.removeAll')}</button>`
        : html`<button type="button" onClick=${() => setSure(true)}>${text('outbox.removeAll')}</button>`}</div>`}
  </div><//>`;

  function renderChange(change: PendingChange): VNode {
    const { locale: id, path, ordinal, before, after, state, rejection, comments } = change;
    const locale = info.locales.find((each) => each.id === id);
    const standing = standings.get(nameOf(change));
    const theirs = typeof standing === 'object' ? standing : undefined;
    const address = proposeAddress(change);
    return html`<li class=${standing === undefined || standing === 'open' ? '' : 'error'}>
      <p><a href=${routeTo(id, path, ordinal)} onClick=${onClose}>${text('outbox.go', { ordinal })}</a> <bdi class="path" dir="ltr">${id} ${path}</bdi> ${stateLabel({ state, rejection })}</p>
      ${after
        ? html`<p ...${textOf(locale)}><${Difference} before=${after.raw} after=${before.raw} kind="del" /></p><p ...${textOf(locale)}><${Difference} before=${before.raw} after=${after.raw} /></p>`
        : html`<p ...${textOf(locale)}>${before.raw}</p><p class="soft">${text('outbox.stateOnly')}</p>`}
      ${rejection && html`<p class="rejection">${text(`category.${rejection.category}`)} · ${text(`severity.${rejection.severity}`)}${rejection.note && html`: <bdi>${rejection.note}</bdi>`}</p>`}
      ${comments.map((comment) => html`<p class="comment"><bdi>${comment.text}</bdi></p>`)}
      ${standing === 'gone' && html`<p class="trouble">${text('outbox.gone')}</p>`}
      ${theirs && html`<p class="trouble">${text(after ? 'outbox.conflict' : 'outbox.outdated')}</p><p class="soft">${text('outbox.now')}</p><p ...${textOf(locale)}>${theirs.target.raw}</p>`}
      <p class="row-actions">
        <button type="button" class="small" onClick=${() => void copy(change)}>${text('outbox.copy')}</button>
        ${address !== undefined && html`<a class="small" href=${address} target="_blank" rel="noopener noreferrer">${text('outbox.suggest')}</a>`}
        <button type="button" class="small" onClick=${() => void remove(change)}>${text('outbox.remove')}<span class="visually-hidden"> ${ordinal}</span></button>
      </p>
    </li>`;
  }

  /** The form of the host, filled in. */
  function proposeAddress({ file, path, locale, line, slug, ordinal, source, before, after }: PendingChange): string | undefined {
    const pattern = info.published?.suggest;
    const url = new URL(`${fillPattern(info.pageUrl ?? '', { locale, slug })}#s${ordinal}`, location.href).href;
    return pattern && fillPattern(pattern, { file, path, locale, line: String(line), url, segment: ordinal, source: source.raw.slice(0, LONGEST), target: (after ?? before).raw.slice(0, LONGEST) });
  }

  async function copy(change: PendingChange): Promise<void> {
    const address = new URL(`${routeTo(change.locale, change.path, change.ordinal)}&edit=${writeProposal(change)}`, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      announce(text('outbox.copied'));
    } catch {
      setLink(address);
    }
  }

  async function remove(change: PendingChange): Promise<void> {
    await outbox.remove(change);
    announce(text('outbox.removed', { ordinal: change.ordinal }));
    onRemoved();
  }

  async function removeAll(): Promise<void> {
    await outbox.clear();
    setSure(false);
    announce(text('outbox.removedAll'));
    onRemoved();
  }
}

function standingOf({ ordinal }: PendingChange, rows: readonly DeskRow[]): Standing {
  const row = rows.find((each) => each.ordinal === ordinal);
  return row === undefined ? 'gone' : row.isPending ? 'open' : row;
}

function nameOf({ locale, path, ordinal }: PendingChange): string {
  return [locale, path, ordinal].join('\n');
}

import { html, useEffect, useMemo, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, DeskRow, QueueItem } from '../../model/desk.ts';
import { listenToKeys, useActions } from './actions.ts';
import { announce, onAnnounce } from './announce.ts';
import { api } from './api.ts';
import { ArticleView } from './article-view.ts';
import { ExportDialog } from './export-dialog.ts';
import { ImportDialog } from './import-dialog.ts';
import { draftCounts, keep, kept } from './keep.ts';
import { chooseKeys, keyChoice, keysOf } from './keys.ts';
import { NO_FILTER, orderQueue, type QueueFilter } from './queue-order.ts';
import { OutboxDialog } from './outbox-dialog.ts';
import { QueueView } from './queue-view.ts';
import { ReplaceDialog } from './replace-dialog.ts';
import { goTo, readRoute, routeTo } from './route.ts';
import { goBack, unsaved } from './saver.ts';
import { currentSession, onSession } from './session.ts';
import { SettingsDialog } from './settings-dialog.ts';
import { text } from './texts.ts';

/** How often the desk asks again while the content is being read, in milliseconds. */
const ASK_AGAIN = 1500;
/** A message stays so long, in milliseconds; trouble stays until the next one. */
const SAY_FOR = 6000;

/** The whole desk: a bar, the queue or an article, and what it has to say. */
export function App(): VNode {
  const [info, setInfo] = useState<DeskInfo | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const [route, setRoute] = useState(readRoute(location.hash));
  const [items, setItems] = useState<{ readonly locale: string; readonly list: readonly QueueItem[] } | undefined>(undefined);
  const [filter, setFilter] = useState<QueueFilter>({ ...NO_FILTER, ...kept<Partial<QueueFilter>>('filter') });
  const [choice, setChoice] = useState(keyChoice());
  const [dialog, setDialog] = useState<'settings' | 'replace' | 'outbox' | 'export' | 'import' | undefined>(undefined);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [waiting, setWaiting] = useState(api.outbox?.list() ?? []);
  const [said, setSaid] = useState<{ readonly message: string; readonly kind: 'done' | 'trouble' }>({ message: '', kind: 'done' });
  const [session, setSession] = useState(currentSession());
  const [changed, setChanged] = useState<{ readonly row: DeskRow; readonly path: string; readonly locale: string } | undefined>(undefined);
  const [version, setVersion] = useState(0);
  const [answers, setAnswers] = useState(0);
  const last = useRef<string | undefined>(undefined);
  const keys = useRef(choice);
  keys.current = choice;
  const locale = info?.locales.some(({ id }) => id === route.locale) ? route.locale : (info?.locales[0]?.id ?? '');
  if (route.path !== undefined) last.current = route.path;

  useEffect(() => listenToKeys(() => keys.current), []);
  useEffect(() => onSession(setSession), []);
  useEffect(() => api.outbox?.onChange(() => setWaiting(api.outbox?.list() ?? [])), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    onAnnounce((message, kind) => {
      setSaid({ message, kind });
      clearTimeout(timer);
      if (kind === 'done') timer = setTimeout(() => setSaid({ message: '', kind: 'done' }), SAY_FOR);
    });
    const onHash = (): void => setRoute(readRoute(location.hash));
    addEventListener('hashchange', onHash);
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (unsaved() > 0) event.preventDefault();
    };
    addEventListener('beforeunload', onLeave);
    return () => {
      removeEventListener('hashchange', onHash);
      removeEventListener('beforeunload', onLeave);
    };
  }, []);

  // Articles that were changed here are read again after the answer that they are: what is asked at once may be of before.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = (): void => {
      api.desk().then((answer) => {
        if (isOver) return;
        setInfo(answer);
        setAnswers((count) => count + 1);
        setTrouble('');
        if (answer.checked < answer.articles) timer = setTimeout(ask, ASK_AGAIN);
      }, (error: Error) => {
        if (isOver) return;
        setTrouble(error.message);
        timer = setTimeout(ask, ASK_AGAIN * 2);
      });
    };
    ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [version]);

  const isQueue = route.path === undefined;
  useEffect(() => {
    if (locale === '') return;
    api.queue(locale).then((list) => setItems({ locale, list }), (error: Error) => setTrouble(error.message));
  }, [locale, answers, isQueue]);

  useEffect(() => {
    document.title = [route.path, text('title'), info?.siteTitle].filter(Boolean).join(' · ');
  }, [route.path, info?.siteTitle]);

  const list = items?.locale === locale ? items.list : undefined;
  // The order as it was when the article was opened: what is next must not change under one's hands.
  const order = useMemo(() => orderQueue(list ?? [], filter, draftCounts(locale)).map(({ path }) => path), [route.path === undefined, locale, filter, (list?.length ?? 0) > 0]);

  useActions({
    help: () => setDialog('settings'),
    replace: () => setDialog('replace'),
    outbox: () => api.outbox !== undefined && setDialog('outbox'),
    export: () => api.exchange !== undefined && setDialog('export'),
    import: () => api.exchange !== undefined && openImport([]),
    undo: () => void back('undo'),
    redo: () => void back('redo'),
  });

  if (!info) return html`<p class="empty" role="status">${trouble || text('loading')}</p>`;
  const own = info.locales.find(({ id }) => id === locale);
  return html`<div class="desk">
    <header class="bar-top">
      <a class="brand" href=${routeTo(locale)}>${text('title')} <span class="soft">${info.siteTitle}</span></a>
      <label class="inline"><span class="visually-hidden">${text('locale')}</span><select value=${locale} onChange=${(event: Event) => { if (event.target instanceof HTMLSelectElement) goTo(routeTo(event.target.value, route.path, route.ordinal)); }}>${info.locales.map(({ id, label }) => html`<option value=${id} selected=${id === locale}>${label} (${id})</option>`)}</select></label>
      <span class="session">${text(info.canSave ? 'session' : 'session.kept', { saved: session.saved, reviewed: session.reviewed, articles: session.articles.length })}</span>
      ${route.path !== undefined && info.checked < info.articles && html`<span class="soft">${text('queue.checking', { checked: info.checked, count: info.articles })}</span>`}
      <span class="buttons">
        ${api.outbox && html`<span class="soft wide-only">${text('published.note')}</span><button type="button" class="small" onClick=${() => setDialog('outbox')}>${text('outbox.button')} <span class="count">${waiting.length}</span></button>`}
        <button type="button" class="small" onClick=${() => setDialog('replace')}>${text('action.replace')}</button>
        <button type="button" class="small" onClick=${() => setDialog('settings')}>${text('action.help')} <kbd aria-hidden="true">${keysOf('help', choice)[0] ?? ''}</kbd></button>
      </span>
    </header>
    ${trouble && html`<p class="refusal" role="alert">${trouble}</p>`}
    ${route.path === undefined
      ? html`<${QueueView} key=${locale} info=${info} locale=${locale} items=${list} filter=${filter} onFilter=${(next: QueueFilter) => { setFilter(next); keep('filter', next); }} last=${last.current} waiting=${waiting} onExport=${api.exchange && (() => setDialog('export'))} onImport=${api.exchange && openImport} />`
      : html`<${ArticleView} key=${`${locale}/${route.path}/${version}`} info=${info} locale=${locale} path=${route.path} route=${route} order=${order} changed=${changed} />`}
    ${dialog === 'settings' && html`<${SettingsDialog} choice=${choice} onChoice=${(next: typeof choice) => { setChoice(next); chooseKeys(next); }} onClose=${() => setDialog(undefined)} />`}
    ${dialog === 'replace' && html`<${ReplaceDialog} locale=${own} onSaved=${() => setVersion((count) => count + 1)} onClose=${() => setDialog(undefined)} />`}
    ${dialog === 'outbox' && api.outbox && html`<${OutboxDialog} outbox=${api.outbox} info=${info} onRemoved=${() => setVersion((count) => count + 1)} onClose=${() => setDialog(undefined)} />`}
    ${dialog === 'export' && api.exchange && own && html`<${ExportDialog} exchange=${api.exchange} locale=${own} shown=${orderQueue(list ?? [], filter, draftCounts(locale)).map(({ path }) => path)} all=${list?.length ?? 0} onClose=${() => setDialog(undefined)} />`}
    ${dialog === 'import' && api.exchange && own && html`<${ImportDialog} exchange=${api.exchange} info=${info} locale=${own} files=${dropped} onDone=${() => setVersion((count) => count + 1)} onClose=${() => setDialog(undefined)} />`}
    <div class=${`said ${said.kind}`}>
      <div role="status">${said.kind === 'done' ? said.message : ''}</div>
      <div role="alert">${said.kind === 'trouble' ? said.message : ''}</div>
      ${said.kind === 'trouble' && html`<button type="button" class="plain" aria-label=${text('close')} onClick=${() => setSaid({ message: '', kind: 'done' })}>✕</button>`}
    </div>
  </div>`;

  function openImport(files: readonly File[]): void {
    setDropped(files);
    setDialog('import');
  }

  async function back(direction: 'undo' | 'redo'): Promise<void> {
    const done = await goBack(direction);
    if (!done) {
      announce(text(direction === 'undo' ? 'undo.nothing' : 'redo.nothing'));
      return;
    }
    const { place, result } = done;
    if (result.kind !== 'saved') {
      announce(text('undo.failed', { ordinal: place.ordinal, reason: result.kind === 'refused' ? result.refusal.message : result.kind === 'conflict' ? text('row.conflict') : result.message }), 'trouble');
      return;
    }
    const here = readRoute(location.hash);
    if (here.path === place.path && here.locale === place.locale) setChanged({ row: result.row, path: place.path, locale: place.locale });
    else goTo(routeTo(place.locale, place.path, place.ordinal));
    announce(text(direction === 'undo' ? 'undo.done' : 'redo.done', { ordinal: place.ordinal }));
  }
}

import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, QueueItem } from '../../model/desk.ts';
import { useActions } from './actions.ts';
import { draftCounts } from './keep.ts';
import { findingDensity, orderQueue, type QueueFilter } from './queue-order.ts';
import type { PendingChange } from './outbox.ts';
import { goTo, routeTo } from './route.ts';
import { text } from './texts.ts';
import { VirtualList, type VirtualHandle } from './virtual-list.ts';

export interface QueueViewProps {
  readonly info: DeskInfo;
  readonly locale: string;
  /** Undefined until they have come. */
  readonly items: readonly QueueItem[] | undefined;
  readonly filter: QueueFilter;
  readonly onFilter: (filter: QueueFilter) => void;
  /** Path of the article that was open last. */
  readonly last: string | undefined;
  /** Changes that wait to be sent. */
  readonly waiting: readonly PendingChange[];
  /** Undefined where files are not exchanged. */
  readonly onExport: (() => void) | undefined;
  readonly onImport: ((files: readonly File[]) => void) | undefined;
}

/** The articles of a locale: what is to be done, the worst first. */
export function QueueView({ info, locale, items, filter, onFilter, last, waiting, onExport, onImport }: QueueViewProps): VNode {
  const drafts = useMemo(() => draftCounts(locale), [locale, items]);
  const shown = useMemo(() => orderQueue(items ?? [], filter, drafts), [items, filter, drafts]);
  const pending = useMemo(() => {
    const counts = new Map<string, number>();
    for (const change of waiting) if (change.locale === locale) counts.set(change.path, (counts.get(change.path) ?? 0) + 1);
    return counts;
  }, [waiting, locale]);
  const [isDropping, setDropping] = useState(false);
  const [at, setAt] = useState<string | undefined>(last);
  const list = useRef<VirtualHandle>(null);
  const shouldFocus = useRef(true);
  const active = Math.max(0, shown.findIndex(({ path }) => path === at));
  const options = useMemo(() => ({
    rules: [...new Set((items ?? []).flatMap(({ rules }) => rules))].sort(),
    sections: [...new Set((items ?? []).map(({ section }) => section).filter((section) => section !== ''))].sort(),
    hasViews: (items ?? []).some(({ views }) => views !== undefined),
  }), [items]);

  useActions({
    openItem: () => open(shown[active]),
    filter: () => document.querySelector<HTMLElement>('.filters input')?.focus(),
  });

  useLayoutEffect(() => {
    if (!shouldFocus.current || shown.length === 0) return;
    shouldFocus.current = false;
    list.current?.show(active);
    // At once: the next key is for it.
    focusItem();
  }, [active, shown.length > 0]);

  useEffect(() => {
    if (last !== undefined) setAt(last);
  }, [last]);

  const totals = (items ?? []).reduce((sum, item) => ({ words: sum.words + item.words, segments: sum.segments + item.segments, reviewed: sum.reviewed + item.reviewed, weight: sum.weight + (item.score ?? 0) * item.words }), { words: 0, segments: 0, reviewed: 0, weight: 0 });
  return html`<main class="queue-view" onDragOver=${onDrag} onDragLeave=${onDragLeave} onDrop=${onDrop}>
    <div class="queue-head">
      <h1>${text('queue.title', { locale: info.locales.find(({ id }) => id === locale)?.label ?? locale })}</h1>
      <p class="soft">${info.checked < info.articles ? text('queue.checking', { checked: info.checked, count: info.articles }) : text('queue.summary', { count: items?.length ?? 0, words: totals.words, reviewed: totals.reviewed, segments: totals.segments })}${totals.weight > 0 && ` · ${text('queue.score', { score: (totals.weight / totals.words).toFixed(1) })}`}</p>
      ${onExport && onImport && html`<span class="buttons"><button type="button" class="small" onClick=${onExport}>${text('export.button')}</button><button type="button" class="small" onClick=${() => onImport([])}>${text('import.button')}</button></span>`}
    </div>
    <div class="filters" role="search" aria-label=${text('queue.filters')}>
      <label class="grow">${text('queue.text')} <input type="search" value=${filter.text} onInput=${(event: Event) => event.target instanceof HTMLInputElement && onFilter({ ...filter, text: event.target.value })} onKeyDown=${onFilterKey} /></label>
      ${choice('state', text('queue.state'), [['', text('queue.state.all')], ...(['open', 'done', 'rejected', 'stale', 'drafts'] as const).map((value) => [value, text(`queue.state.${value}`)] as const)])}
      ${choice('severity', text('queue.severity'), [['', text('queue.any')], ...(['error', 'warning', 'info'] as const).map((value) => [value, text(`severity.${value}`)] as const)])}
      ${choice('rule', text('queue.rule'), [['', text('queue.any')], ...options.rules.map((value) => [value, value] as const)])}
      ${choice('section', text('queue.section'), [['', text('queue.any')], ...options.sections.map((value) => [value, value] as const)])}
      ${choice('provenance', text('queue.provenance'), [['', text('queue.any')], ['MT', text('provenance.MT')], ['HT', text('provenance.HT')]])}
      ${choice('order', text('queue.order'), [['worst', text('queue.order.worst')], ...(options.hasViews ? [['read', text('queue.order.read')] as const] : []), ['oldest', text('queue.order.oldest')], ['path', text('queue.order.path')]])}
      <p class="soft" role="status">${text('queue.shown', { count: shown.length, all: items?.length ?? 0 })}</p>
    </div>
    <div class="queue-list" onKeyDown=${onKey}>
      ${items === undefined ? html`<p class="soft empty" aria-busy="true">${text('loading')}</p>` : shown.length === 0 && html`<p class="soft empty">${text(items.length === 0 && info.checked < info.articles ? 'loading' : 'queue.nothing')}</p>`}
      <${VirtualList} items=${shown} keyOf=${(item: QueueItem) => item.path} estimate=${() => 58} active=${shown.length === 0 ? -1 : active} label=${text('queue')} handle=${list} render=${renderItem} />
    </div>
    ${isDropping && html`<div class="drop-here">${text('import.drop')}</div>`}
  </main>`;

  function onDrag(event: DragEvent): void {
    if (!onImport || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setDropping(true);
  }

  function onDragLeave({ currentTarget, relatedTarget }: DragEvent): void {
    if (!(currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setDropping(false);
  }

  function onDrop(event: DragEvent): void {
    const files = [...event.dataTransfer?.files ?? []];
    setDropping(false);
    if (!onImport || files.length === 0) return;
    event.preventDefault();
    onImport(files);
  }

  function renderItem(item: QueueItem, index: number): VNode {
    const share = item.segments === 0 ? 1 : item.reviewed / item.segments;
    const own = drafts.get(item.path) ?? 0;
    const unsent = pending.get(item.path) ?? 0;
    return html`<div class=${`item ${index === active ? 'active' : ''} ${share >= 1 ? 'done' : ''}`} role="listitem" aria-setsize=${shown.length} aria-posinset=${index + 1} onClick=${() => open(item)}>
      <div class="item-title"><a href=${routeTo(locale, item.path)} tabindex=${index === active ? 0 : -1} onFocus=${() => setAt(item.path)}><bdi>${item.title}</bdi></a><span class="path" dir="ltr">${item.path}</span></div>
      <span class="item-progress"><span class="bar" aria-hidden="true"><span style=${{ inlineSize: `${share * 100}%` }}></span></span><span class="soft">${text('queue.reviewed', { reviewed: item.reviewed, count: item.segments })}</span></span>
      <span class="item-words soft">${text('queue.words', { count: item.words })}</span>
      <span class="item-findings">
        ${item.findings.error > 0 && html`<span class="severity error">⛔ ${text('queue.errors', { count: item.findings.error })}</span> `}
        ${item.findings.warning > 0 && html`<span class="severity warning">▲ ${text('queue.warnings', { count: item.findings.warning })}</span> `}
        ${item.findings.info > 0 && html`<span class="severity info">ℹ ${text('queue.infos', { count: item.findings.info })}</span> `}
        ${item.findings.error + item.findings.warning + item.findings.info > 0 ? html`<span class="soft">${text('queue.density', { density: findingDensity(item).toFixed(1) })}</span>` : html`<span class="saved-mark">✓ ${text('row.noFindings')}</span>`}
      </span>
      <span class="item-marks">
        ${item.stale > 0 && html`<span class="stale-mark">↻ ${text('queue.stale', { count: item.stale })}</span>`}
        ${item.rejected > 0 && html`<span class="trouble">✗ ${text('queue.rejected', { count: item.rejected })}</span>`}
        ${own > 0 && html`<span class="draft-mark">✎ ${text('queue.drafts', { count: own })}</span>`}
        ${unsent > 0 && html`<span class="pending-mark">➤ ${text('queue.pending', { count: unsent })}</span>`}
        ${item.score !== undefined && item.score > 0 && html`<span class="soft">${text('queue.score', { score: item.score.toFixed(1) })}</span>`}
        ${item.views !== undefined && html`<span class="soft">${text('queue.views', { count: item.views })}</span>`}
        ${item.provenance && html`<span class="provenance">${text(`provenance.${item.provenance}`)}</span>`}
      </span>
    </div>`;
  }

  function choice(name: Exclude<keyof QueueFilter, 'text'>, label: string, values: readonly (readonly [string, string])[]): VNode {
    return html`<label>${label} <select value=${filter[name]} onChange=${(event: Event) => event.target instanceof HTMLSelectElement && onFilter({ ...filter, [name]: event.target.value })}>${values.map(([value, shownAs]) => html`<option value=${value} selected=${value === filter[name]}>${shownAs}</option>`)}</select></label>`;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const index = Math.max(0, Math.min(shown.length - 1, active + by));
    if (index === active) focusItem();
    else shouldFocus.current = true;
    setAt(shown[index]?.path);
  }

  function onFilterKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') open(shown[active]);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    focusItem();
  }

  function open(item: QueueItem | undefined): void {
    if (item) goTo(routeTo(locale, item.path));
  }

  function focusItem(): void {
    if (!document.querySelector('dialog[open]')) document.querySelector<HTMLElement>('.item.active a')?.focus({ preventScroll: true });
  }
}

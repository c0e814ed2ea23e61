import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';

export interface VirtualHandle {
  /** Brings an item into sight. */
  show(index: number, where?: 'nearest' | 'start'): void;
}

export interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height until it is measured, in pixels. */
  readonly estimate: (item: Item) => number;
  readonly render: (item: Item, index: number) => VNode;
  /** Stays in the document when it is scrolled away, so that it keeps the focus; -1 for none. */
  readonly active: number;
  readonly label: string;
  readonly handle: { current: VirtualHandle | null };
}

/** Rendered beyond each edge, in pixels. */
const BEYOND = 500;

/** A long list of which only what is in sight is in the document. Items are measured when they are first shown. */
export function VirtualList<Item>({ items, keyOf, estimate, render, active, label, handle }: VirtualListProps<Item>): VNode {
  const scroller = useRef<HTMLDivElement>(null);
  const measured = useRef(new Map<string, number>());
  const shift = useRef(0);
  // The item brought into sight last, until somebody scrolls; -1 for none.
  const wanted = useRef(-1);
  const [version, setVersion] = useState(0);
  const [sight, setSight] = useState({ top: 0, height: 900 });
  const [width, setWidth] = useState(0);
  const heights = useMemo(() => Float64Array.from(items, (item) => measured.current.get(keyOf(item)) ?? estimate(item)), [items, width]);
  const offsets = useMemo(() => {
    const sums = new Float64Array(heights.length + 1);
    let sum = 0;
    for (let index = 0; index < heights.length; index++) sums[index + 1] = sum += heights[index] ?? 0;
    return sums;
  }, [heights, version]);
  const known = useRef({ heights, offsets, items, keyOf });
  known.current = { heights, offsets, items, keyOf };

  const look = (): void => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop: top, clientHeight: height } = element;
    setSight((old) => (Math.abs(old.top - top) < BEYOND / 3 && old.height === height ? old : { top, height }));
  };

  const observer = useMemo(() => new ResizeObserver((entries) => {
    let changed = false;
    for (const { target, borderBoxSize, contentRect } of entries) {
      if (!(target instanceof HTMLElement) || !target.isConnected) continue;
      const index = Number(target.dataset['index']);
      const item = known.current.items[index];
      if (item === undefined) continue;
      const height = borderBoxSize[0]?.blockSize ?? contentRect.height;
      const start = known.current.offsets[index] ?? 0;
      const before = known.current.heights[index] ?? 0;
      measured.current.set(known.current.keyOf(item), height);
      if (Math.abs(before - height) < 0.5) continue;
      known.current.heights[index] = height;
      changed = true;
      // What is read must not move because something above it turned out to be longer.
      if (start < (scroller.current?.scrollTop ?? 0)) shift.current += height - before;
    }
    if (changed) setVersion((count) => count + 1);
  }), []);

  useLayoutEffect(() => {
    if (shift.current !== 0 && scroller.current) scroller.current.scrollTop += shift.current;
    shift.current = 0;
    // What came into sight together with it may be longer than expected.
    const element = scroller.current;
    if (!element || wanted.current < 0) return;
    const [start = 0, end = 0] = [offsets[wanted.current], offsets[wanted.current + 1]];
    const room = element.clientHeight;
    if (end - start < room && end > element.scrollTop + room) element.scrollTop = end - room + 24;
  }, [version]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let last = element.clientWidth;
    const resized = new ResizeObserver(() => {
      if (Math.abs(element.clientWidth - last) > 1) {
        last = element.clientWidth;
        measured.current.clear();
        for (const row of element.querySelectorAll('[data-index]')) {
          observer.unobserve(row);
          observer.observe(row);
        }
        setWidth(last);
      }
      look();
    });
    resized.observe(element);
    look();
    const release = (): void => void (wanted.current = -1);
    const scrolling = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    for (const name of scrolling) element.addEventListener(name, release, { passive: true });
    return () => {
      for (const name of scrolling) element.removeEventListener(name, release);
      resized.disconnect();
      observer.disconnect();
    };
  }, []);

  handle.current = {
    show(index, where = 'nearest') {
      const element = scroller.current;
      if (!element) return;
      wanted.current = index;
      const [start = 0, end = 0] = [known.current.offsets[index], known.current.offsets[index + 1]];
      const room = element.clientHeight;
      if (where === 'start' || end - start > room) element.scrollTop = start - 40;
      else if (start < element.scrollTop + 24) element.scrollTop = Math.max(0, start - room * 0.25);
      else if (end > element.scrollTop + room - 24) element.scrollTop = end - room * 0.75;
      look();
    },
  };

  // Taken before the rows are put in their places, which may move the one with the focus.
  const restore = focusWithin(scroller.current);
  useLayoutEffect(restore);

  const first = Math.max(0, indexAt(offsets, sight.top - BEYOND));
  const last = Math.min(items.length - 1, indexAt(offsets, sight.top + sight.height + BEYOND));
  const shown: number[] = [];
  if (active >= 0 && active < first) shown.push(active);
  for (let index = first; index <= last; index++) shown.push(index);
  if (active > last && active < items.length) shown.push(active);

  return html`<div class="scroller" ref=${scroller} onScroll=${look}>
    <div class="list" role="list" aria-label=${label} style=${{ blockSize: `${offsets[items.length] ?? 0}px` }}>
      ${shown.map((index) => {
        const item = items[index];
        return item === undefined ? null : html`<${Placed} key=${keyOf(item)} index=${index} top=${offsets[index] ?? 0} observer=${observer}>${render(item, index)}<//>`;
      })}
    </div>
  </div>`;
}

function Placed({ index, top, observer, children }: { readonly index: number; readonly top: number; readonly observer: ResizeObserver; readonly children: VNode }): VNode {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = element.current;
    if (!row) return undefined;
    observer.observe(row);
    return () => observer.unobserve(row);
  }, []);
  return html`<div class="placed" role="presentation" ref=${element} data-index=${index} style=${{ transform: `translateY(${top}px)` }}>${children}</div>`;
}

/**
 * Gives an element the focus and the selection back that it has now, if the document takes it away by moving the
 * element: what is typed next would go nowhere.
 */
function focusWithin(list: HTMLElement | null): () => void {
  const { activeElement: focused } = document;
  if (!(focused instanceof HTMLElement) || list?.contains(focused) !== true) return () => {};
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {};
  return () => {
    if (!focused.isConnected || document.activeElement !== document.body) return;
    focused.focus({ preventScroll: true });
    if (focused.isContentEditable && anchorNode && focusNode && focused.contains(anchorNode) && focused.contains(focusNode)) getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}

/** The item at a height. */
function indexAt(offsets: Float64Array, height: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle + 1] ?? Infinity) <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { html, useEffect, useRef, useState } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import { api } from './api.ts';
import type { PanelProps } from './panel-props.ts';
import { text } from './texts.ts';

/** Going quickly from row to row loads no part that is not looked at, in milliseconds. */
const LOAD_AFTER = 150;

/**
 * The article as readers see it, at the row in focus. It comes without scripts, into a frame that would run none. Of a long
 * one the server sends the part around a segment; another part is loaded when the row in focus is not in it.
 */
export function PageTab({ info, locale, path, row, version, onGo }: PanelProps): VNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [around, setAround] = useState(row.ordinal);
  const [isPart, setPart] = useState(false);
  const ordinal = useRef(row.ordinal);
  const go = useRef(onGo);
  const isFirst = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  ordinal.current = row.ordinal;
  go.current = onGo;
  const address = api.preview(locale?.id ?? '', path, around);

  useEffect(() => follow(), [row.ordinal]);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (info.canSave) frame.current?.contentWindow?.location.reload();
  }, [version]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onLoad = (): void => {
    const page = frame.current?.contentDocument;
    setPart(page?.querySelector(':root[data-part]') != null);
    follow();
    page?.addEventListener('click', (event) => {
      const target = event.target;
      const sentence = target && 'closest' in target && typeof target.closest === 'function' ? (target as Element).closest('[id^="s"]') : null;
      if (target && 'closest' in target && (target as Element).closest('a')) event.preventDefault();
      if (sentence) go.current(sentence.id.slice(1));
    });
  };
  return html`${isPart && html`<p class="part-note soft">${text('page.part')}</p>`}<iframe ref=${frame} src=${address} sandbox="allow-same-origin" title=${text('page.name')} onLoad=${onLoad}></iframe>`;

  function follow(): void {
    clearTimeout(timer.current);
    const page = frame.current?.contentDocument;
    if (mark(page, ordinal.current) || !page?.querySelector(':root[data-part]')) return;
    timer.current = setTimeout(() => setAround(ordinal.current), LOAD_AFTER);
  }
}

/** @returns whether the page has the sentence */
function mark(page: Document | null | undefined, ordinal: string): boolean {
  if (!page) return false;
  for (const old of page.querySelectorAll<HTMLElement>('[data-in-focus]')) {
    old.style.background = '';
    old.style.boxShadow = '';
    delete old.dataset['inFocus'];
  }
  const sentence = page.getElementById(`s${ordinal}`);
  if (!sentence) return false;
  sentence.dataset['inFocus'] = '';
  sentence.style.background = 'var(--target-wash)';
  sentence.style.boxShadow = '0 0 0 3px var(--target-wash), 0 3px 0 3px var(--target)';
  sentence.scrollIntoView({ block: 'center' });
  return true;
}

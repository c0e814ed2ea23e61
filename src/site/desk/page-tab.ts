import { html, useEffect, useRef } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import { api } from './api.ts';
import type { PanelProps } from './panel-props.ts';
import { text } from './texts.ts';

/** The article as readers see it, at the row in focus. It comes without scripts, into a frame that would run none. */
export function PageTab({ info, locale, path, row, version, onGo }: PanelProps): VNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const ordinal = useRef(row.ordinal);
  const go = useRef(onGo);
  const isFirst = useRef(true);
  ordinal.current = row.ordinal;
  go.current = onGo;
  const address = api.preview(locale?.id ?? '', path);

  useEffect(() => mark(frame.current, ordinal.current), [row.ordinal]);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (info.canSave) frame.current?.contentWindow?.location.reload();
  }, [version]);

  const onLoad = (): void => {
    const page = frame.current?.contentDocument;
    mark(frame.current, ordinal.current);
    page?.addEventListener('click', (event) => {
      const target = event.target;
      const sentence = target && 'closest' in target && typeof target.closest === 'function' ? (target as Element).closest('[id^="s"]') : null;
      if (target && 'closest' in target && (target as Element).closest('a')) event.preventDefault();
      if (sentence) go.current(sentence.id.slice(1));
    });
  };
  return html`<iframe ref=${frame} src=${address} sandbox="allow-same-origin" title=${text('page.name')} onLoad=${onLoad}></iframe>`;
}

function mark(frame: HTMLIFrameElement | null, ordinal: string): void {
  const page = frame?.contentDocument;
  if (!page) return;
  for (const old of page.querySelectorAll<HTMLElement>('[data-in-focus]')) {
    old.style.background = '';
    old.style.boxShadow = '';
    delete old.dataset['inFocus'];
  }
  const sentence = page.getElementById(`s${ordinal}`);
  if (!sentence) return;
  sentence.dataset['inFocus'] = '';
  sentence.style.background = 'var(--target-wash)';
  sentence.style.boxShadow = '0 0 0 3px var(--target-wash), 0 3px 0 3px var(--target)';
  sentence.scrollIntoView({ block: 'center' });
}

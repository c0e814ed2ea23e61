import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { DeskInfo, DeskLocale, DeskRow, SegmentContextResponse } from '../../model/desk.ts';
import { ConcordanceTab, type Query } from './concordance-tab.ts';
import { ContextTab } from './context-tab.ts';
import { HelpTab } from './help-tab.ts';
import { LanguagesTab } from './languages-tab.ts';
import { PageTab } from './page-tab.ts';
import { text } from './texts.ts';

const TABS = ['page', 'context', 'languages', 'concordance', 'help'] as const;
export type PanelTab = (typeof TABS)[number];

export interface PanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly info: DeskInfo;
  readonly locale: DeskLocale | undefined;
  readonly path: string;
  readonly row: DeskRow;
  /** Another one after every change of the article. */
  readonly version: object;
  /** Undefined until it has come. */
  readonly context: SegmentContextResponse | undefined;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
  /** Rule whose help was asked for; empty for those of the row. */
  readonly rule: string;
  readonly onGo: (ordinal: string) => void;
  /** Takes a target over into the editor. */
  readonly onUse: (raw: string) => void;
}

/** What stands beside the article and follows the row in focus. */
export function Panel(props: PanelProps): VNode {
  const { tab, onTab } = props;
  const onArrow = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    if (by === 0 || next === undefined) return;
    onTab(next);
    requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
  };
  return html`<aside class="panel" aria-label=${text('panel.name')}>
    <div class="tabs" role="tablist" aria-label=${text('panel.name')} onKeyDown=${onArrow}>
      ${TABS.map((name) => html`<button type="button" role="tab" id=${`tab-${name}`} aria-selected=${name === tab ? 'true' : 'false'} aria-controls="tab-panel" tabindex=${name === tab ? 0 : -1} onClick=${() => onTab(name)}>${text(`tab.${name}`)}</button>`)}
    </div>
    <div class=${`tab-panel tab-${tab}`} id="tab-panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} tabindex="0">${content(props)}</div>
  </aside>`;
}

function content(props: PanelProps): VNode {
  switch (props.tab) {
    case 'page': return html`<${PageTab} ...${props} />`;
    case 'context': return html`<${ContextTab} ...${props} />`;
    case 'languages': return html`<${LanguagesTab} ...${props} />`;
    case 'concordance': return html`<${ConcordanceTab} ...${props} />`;
    case 'help': return html`<${HelpTab} ...${props} />`;
  }
}

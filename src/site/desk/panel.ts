import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import { ConcordanceTab } from './concordance-tab.ts';
import { ContextTab } from './context-tab.ts';
import { HelpTab } from './help-tab.ts';
import { LanguagesTab } from './languages-tab.ts';
import { PageTab } from './page-tab.ts';
import { PANEL_TABS, type PanelProps } from './panel-props.ts';
import { text } from './texts.ts';

/** What stands beside the article and follows the row in focus. */
export function Panel(props: PanelProps): VNode {
  const { tab, onTab } = props;
  const onArrow = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = PANEL_TABS[(PANEL_TABS.indexOf(tab) + by + PANEL_TABS.length) % PANEL_TABS.length];
    if (by === 0 || next === undefined) return;
    onTab(next);
    requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
  };
  return html`<aside class="panel" aria-label=${text('panel.name')}>
    <div class="tabs" role="tablist" aria-label=${text('panel.name')} onKeyDown=${onArrow}>
      ${PANEL_TABS.map((name) => html`<button type="button" role="tab" id=${`tab-${name}`} aria-selected=${name === tab ? 'true' : 'false'} aria-controls="tab-panel" tabindex=${name === tab ? 0 : -1} onClick=${() => onTab(name)}>${text(`tab.${name}`)}</button>`)}
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

import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { PanelProps } from './panel-props.ts';
import { routeTo } from './route.ts';
import { SideText, textOf } from './side-text.ts';
import { stateLabel } from './state-label.ts';
import { text } from './texts.ts';

/** One segment in all languages, and what sets this one apart. */
export function LanguagesTab({ context, row, info, locale, path }: PanelProps): VNode {
  if (!context) return html`<p class="soft" aria-busy="true">${text('loading')}</p>`;
  return html`
    ${context.outliers.length > 0 && html`<ul class="outliers">${context.outliers.map((outlier) => html`<li>▲ ${outlier}</li>`)}</ul>`}
    <dl class="languages">
      <div><dt>${info.sourceLocale.label}</dt><dd ...${textOf(info.sourceLocale)}><${SideText} side=${row.source} which="source" /></dd></div>
      <div class="own"><dt>${locale?.label} ${stateLabel(row)}</dt><dd ...${textOf(locale)}><${SideText} side=${row.target} which="target" /></dd></div>
      ${context.languages.map((language) => {
        const other = info.locales.find(({ id }) => id === language.locale);
        return html`<div><dt><a href=${routeTo(language.locale, path, row.ordinal)}>${other?.label ?? language.locale}</a> ${stateLabel(language)}</dt><dd ...${textOf(other)}><${SideText} side=${language.target} which="target" /></dd></div>`;
      })}
    </dl>
    ${context.languages.length === 0 && html`<p class="soft">${text('languages.none')}</p>`}`;
}

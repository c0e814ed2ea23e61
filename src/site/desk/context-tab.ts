import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { MemoryEntry } from '../../model/memory.ts';
import type { PanelProps } from './panel-props.ts';
import { routeTo } from './route.ts';
import { textOf } from './side-text.ts';
import { text } from './texts.ts';

/** What helps to translate the row in focus: change of its source, terms, the same and similar sentences, its history. */
export function ContextTab({ context, row, info, locale, onUse }: PanelProps): VNode {
  const entry = (each: MemoryEntry, score: string): VNode => html`<li>
    <p class="soft">${score} <a href=${routeTo(each.locale, each.path, each.ordinal)} dir="ltr">${each.path} ${each.ordinal}</a></p>
    <p ...${textOf(info.sourceLocale)}>${each.source}</p>
    <p ...${textOf(locale)}>${each.target}</p>
    <button type="button" class="small" onClick=${() => onUse(each.target)}>${text('context.use')}</button>
  </li>`;
  if (!context) return html`<p class="soft" aria-busy="true">${text('loading')}</p>`;
  const isEmpty = !row.change && context.terms.length === 0 && context.repeats.length === 0 && context.matches.length === 0 && context.history.length === 0;
  return html`
    ${row.change && html`<h2>${text('context.change')}</h2><p ...${textOf(info.sourceLocale)}>${row.change.map(({ kind, text: words }) => (kind === 'added' ? html`<ins>${words}</ins>` : kind === 'removed' ? html`<del>${words}</del>` : words))}</p>`}
    ${context.terms.length > 0 && html`<h2>${text('context.terms')}</h2><dl class="terms">${context.terms.map((term) => html`<dt ...${textOf(info.sourceLocale)}>${term.source}</dt><dd><span ...${textOf(locale)}>${term.use.join(', ')}</span>${term.avoid.length > 0 && html` <span class="soft">${text('context.avoid')} <del ...${textOf(locale)}>${term.avoid.join(', ')}</del></span>`}${term.note && html` <span class="soft">${term.note}</span>`}</dd>`)}</dl>`}
    ${context.repeats.length > 0 && html`<h2>${text('context.repeats', { count: context.repeats.length })}</h2><ul class="entries">${context.repeats.slice(0, 20).map((each) => entry(each, '100 %'))}</ul>`}
    ${context.matches.length > 0 && html`<h2>${text('context.matches')}</h2><ul class="entries">${context.matches.map(({ entry: each, score }) => entry(each, `${Math.round(score * 100)} %`))}</ul>`}
    ${context.history.length > 0 && html`<h2>${text('context.history')}</h2><ul class="entries">${context.history.map((commit) => html`<li><p><code>${commit.commit.slice(0, 8)}</code> <span class="soft">${commit.date.slice(0, 10)} · ${commit.author}</span></p><p>${commit.subject}</p></li>`)}</ul>`}
    ${isEmpty && html`<p class="soft">${text('context.nothing')}</p>`}`;
}

import { html } from 'htm/preact/standalone';
import type { VNode } from 'preact';
import type { PanelProps } from './panel-props.ts';
import { text } from './texts.ts';

/** What the rules of the row's findings are about. */
export function HelpTab({ info, row, rule }: PanelProps): VNode {
  const wanted = [...new Set([...(rule === '' ? [] : [rule]), ...row.findings.map((finding) => finding.rule)])];
  if (wanted.length === 0) return html`<p class="soft">${text('help.none')}</p>`;
  return html`${wanted.map((id) => {
    const known = info.rules.find((each) => each.id === id);
    return html`<section class=${id === rule ? 'wanted' : ''}>
      <h2><code>${id}</code></h2>
      ${known && html`<p><span class=${`severity ${known.severity}`}>${text(`severity.${known.severity}`)}</span> ${known.summary}</p>`}
      ${row.findings.filter((finding) => finding.rule === id).map(({ message }) => html`<p>${message}</p>`)}
      <p class="soft">${text('help.more')} <code>interlinear explain ${id}</code></p>
    </section>`;
  })}`;
}

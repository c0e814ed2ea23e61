import type { CheckExample, CheckListPage, CheckPage } from './check-page.ts';
import { documentation } from './documentation.ts';
import { head } from './head.ts';
import { html, render, safeUrl, type Html } from './html.ts';
import type { CheckSlot } from './page-slots.ts';

/** HTML of every slot of the check layout, for the reference of one check. */
export function checkSlots(page: CheckPage): Record<CheckSlot, string> {
  const { check, listUrl } = page;
  const { id, severity, summary, why, message, examples } = check;
  return {
    head: render(head(page, 'article')),
    body: render(html`<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="${safeUrl(listUrl)}">Checks</a></li></ol></nav>
<article id="article" class="check" dir="ltr"><h1><code>${id}</code></h1><p class="check-facts">${badge(severity)} ${summary}</p>
<h2 id="why">Why</h2>${documentation(why)}
${message !== undefined && html`<h2 id="message">Message</h2><p class="check-message">${prose(message)}</p>`}
${examples.length > 0 && html`<h2 id="examples">Examples</h2>${examples.map(example)}`}</article>`),
  };
}

/** HTML of every slot of the check layout, for the list of all checks. */
export function checkListSlots(page: CheckListPage): Record<CheckSlot, string> {
  const categories = [...new Set(page.checks.map(({ category }) => category))];
  return {
    head: render(head(page, 'website')),
    body: render(html`<article id="article" class="check" dir="ltr"><h1>${page.title}</h1>${page.description !== undefined && html`<p class="lead">${page.description}</p>`}<p>The JSON report of <code>interlinear validate --format json</code> follows <a href="${safeUrl(page.schemaUrl)}">this schema</a>.</p>${
      categories.map((category) => html`${category !== undefined && html`<h2>${category}</h2>`}<dl class="checks">${
        page.checks.filter((check) => check.category === category).map(({ id, severity, summary, url }) =>
          html`<div><dt><a href="${safeUrl(url)}"><code>${id}</code></a> ${badge(severity)}</dt><dd>${prose(summary)}</dd></div>`)}</dl>`)}</article>`),
  };
}

function example({ name, inputs, findings }: CheckExample): Html {
  return html`<section class="example"><h3>${name}</h3>${inputs.map(({ label, text }) => html`<figure><figcaption>${label}</figcaption><pre tabindex="0"><code>${text}</code></pre></figure>`)}${
    findings.length === 0
      ? html`<p class="verdict verdict-accepted">Accepted: nothing is reported.</p>`
      : html`<ul class="verdict verdict-reported">${findings.map((finding) => html`<li>${prose(finding)}</li>`)}</ul>`}</section>`;
}

function badge(severity: string): Html {
  return html`<span class="badge badge-${severity}">${severity}</span>`;
}

/** Text in which backticks mark code. */
function prose(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

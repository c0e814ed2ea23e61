import { FINDINGS_FILTER } from './findings-filter.ts';
import { html, safeUrl, type Html } from './html.ts';
import { reportDocument } from './report-document.ts';

/** All findings of a run on one page that needs no other file. In English, whatever the site's languages. */
export interface FindingsPage {
  readonly version: string;
  /** Style sheet; ours, never content's. */
  readonly styles: string;
  /** Value of a `Content-Security-Policy` that allows this page's own style and script and nothing else. */
  readonly policy: string;
  readonly articles: number;
  readonly segments: number;
  readonly families: number;
  readonly suppressed: number;
  /** Sentences about limits that are broken. */
  readonly limits: readonly string[];
  readonly locales: readonly { readonly id: string; readonly label: string; readonly articles: number; readonly segments: number; readonly error: number; readonly warning: number; readonly info: number }[];
  readonly rules: readonly { readonly id: string; readonly severity: string; readonly summary: string; readonly url: string | undefined; readonly count: number; readonly byLocale: Readonly<Record<string, number>> }[];
  /** The gravest first, all of one locale together. */
  readonly findings: readonly FindingCard[];
  /** Findings that are not on the page because it would be too large. */
  readonly left: number;
}

export interface FindingCard {
  readonly locale: string;
  readonly section: string;
  readonly rule: string;
  readonly ruleUrl: string | undefined;
  readonly severity: string;
  /** `docs/vi-vn/a.md:12:3` */
  readonly place: string;
  readonly segment: string | undefined;
  readonly message: string;
  readonly sides: { readonly target: FindingSide; readonly source: FindingSide } | undefined;
  /** Where the segment can be corrected. */
  readonly reviewUrl: string | undefined;
}

/** A half of a segment; `marked` is what the finding is about. */
export interface FindingSide {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The whole document. */
export function findingsPage(page: FindingsPage): string {
  const { findings } = page;
  const total = page.rules.reduce((sum, { count }) => sum + count, 0);
  return reportDocument({
    title: total === 0 ? 'No findings' : `${total} findings`,
    styles: page.styles,
    policy: page.policy,
    generator: `Interlinear ${page.version}`,
    script: FINDINGS_FILTER,
    main: html`<h1>${total === 0 ? 'No findings' : `${count(total)} ${total === 1 ? 'finding' : 'findings'}`}</h1>
<p class="lead">In ${count(page.articles)} articles, ${count(page.segments)} segments, ${count(page.families)} families.${page.suppressed > 0 && ` ${count(page.suppressed)} more are known or ignored.`}</p>
${page.limits.length > 0 && html`<ul class="broken-limits">${page.limits.map((limit) => html`<li>${limit}</li>`)}</ul>`}
${localeTable(page)}
${page.rules.length > 0 && ruleTable(page)}
${findings.length > 0 && filterForm(page)}
${page.left > 0 && html`<p>${count(page.left)} more findings are not on this page, the least grave ones. <code>interlinear validate --format json</code> has them all.</p>`}
${[...Map.groupBy(findings, ({ locale }) => locale)].map(([locale, cards]) => html`<section data-group><h2 id="locale-${locale}">${page.locales.find(({ id }) => id === locale)?.label ?? locale} <code>${locale}</code></h2>${cards.map(card)}</section>`)}`,
  });
}

function localeTable({ locales }: FindingsPage): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Findings by locale"><table><caption>By locale</caption><thead><tr><th scope="col">Locale</th>${['Articles', 'Segments', 'Errors', 'Warnings', 'Info'].map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${locales.map(
    ({ id, label, articles, segments, error, warning, info }) => html`<tr><th scope="row">${label} <code>${id}</code></th>${[articles, segments, error, warning, info].map(cell)}</tr>`,
  )}</tbody></table></div>`;
}

function ruleTable({ rules, locales }: FindingsPage): Html {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Findings by rule"><table><caption>By rule</caption><thead><tr><th scope="col">Rule</th>${locales.map(({ id }) => html`<th scope="col" class="number">${id}</th>`)}<th scope="col" class="number">Total</th></tr></thead><tbody>${rules.map(
    ({ id, severity, summary, url, count: total, byLocale }) =>
      html`<tr><th scope="row">${badge(severity)} ${ruleName(id, url)}<br><small>${summary}</small></th>${locales.map((locale) => cell(byLocale[locale.id] ?? 0))}${cell(total)}</tr>`,
  )}</tbody></table></div>`;
}

function filterForm({ findings, locales, rules }: FindingsPage): Html {
  const sections = [...new Set(findings.map(({ section }) => section))].sort();
  return html`<search id="filter" hidden aria-label="Filter">${select('locale', 'Locale', locales.map(({ id }) => id))}${select('severity', 'Severity', ['error', 'warning', 'info'])}${select('rule', 'Rule', rules.map(({ id }) => id))}${select('section', 'Section', sections)}<label>Text <input type="search" name="text" autocomplete="off"></label><p role="status" id="shown"></p></search>`;
}

function select(name: string, label: string, values: readonly string[]): Html {
  return html`<label>${label} <select name="${name}"><option value="">all</option>${values.map((value) => html`<option value="${value}">${value === '' ? '(top)' : value}</option>`)}</select></label>`;
}

function card({ locale, section, rule, ruleUrl, severity, place, segment, message, sides, reviewUrl }: FindingCard): Html {
  return html`<article class="finding" data-locale="${locale}" data-section="${section}" data-rule="${rule}" data-severity="${severity}"><h3>${badge(severity)} ${ruleName(rule, ruleUrl)}</h3><p class="place"><code>${place}</code>${segment !== undefined && ` segment ${segment}`}</p><p><bdi>${message}</bdi></p>${
    sides && html`<dl><dt>Target</dt>${side(sides.target)}<dt>Source</dt>${side(sides.source)}</dl>`
  }${reviewUrl !== undefined && html`<p><a href="${safeUrl(reviewUrl)}">Open in the review desk</a></p>`}</article>`;
}

function side({ lang, dir, before, marked, after }: FindingSide): Html {
  return html`<dd lang="${lang}" dir="${dir}">${before}${marked !== '' && html`<mark>${marked}</mark>`}${after}</dd>`;
}

function badge(severity: string): Html {
  return html`<span class="badge badge-${severity}">${severity}</span>`;
}

function ruleName(id: string, url: string | undefined): Html {
  return url === undefined ? html`<code>${id}</code>` : html`<a href="${safeUrl(url)}"><code>${id}</code></a>`;
}

function cell(value: number): Html {
  return html`<td class="number">${value === 0 ? '·' : count(value)}</td>`;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

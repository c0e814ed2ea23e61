import type { ArticleDiff, ContentDiff, SegmentDiff } from '../model/content-diff.ts';
import type { DiffPart } from '../model/family.ts';
import type { Finding } from '../model/finding.ts';
import { html, safeUrl, type Html } from './html.ts';
import { reportDocument } from './report-document.ts';

/** What the page of a content diff needs beside the diff. */
export interface DiffPageContext {
  /** Style sheet; ours, never content's. */
  readonly styles: string;
  /** Value of a `Content-Security-Policy` that allows this style and nothing else. */
  readonly policy: string;
  /** By {@link ArticleDiff.locale}; the last entry is the source's. */
  readonly locales: Readonly<Record<string, { readonly lang: string; readonly dir: 'ltr' | 'rtl'; readonly label: string }>>;
  readonly sourceLocale: string;
}

/** The whole document: what a change does to the content. In English, whatever the site's languages; without script. */
export function diffPage(diff: ContentDiff, context: DiffPageContext): string {
  const { articles, newFindings, fixedFindings, progress } = diff;
  return reportDocument({
    title: `Content changed since ${diff.ref}`,
    styles: context.styles,
    policy: context.policy,
    main: html`<h1>Content changed since <code>${diff.ref}</code></h1>
<p class="lead">${articles.length} articles; ${newFindings.length} new findings, ${fixedFindings.length} fixed. Compared with commit <code>${diff.base.slice(0, 12)}</code>.</p>
<div class="table-scroll" tabindex="0" role="group" aria-label="Progress"><table><caption>Progress</caption><thead><tr><th scope="col">Locale</th><th scope="col">Translated before</th><th scope="col">Translated now</th><th scope="col">Stale of the changed before</th><th scope="col">Stale now</th></tr></thead><tbody>${progress.map(
    ({ locale, before, after }) => html`<tr><th scope="row">${context.locales[locale]?.label ?? locale} <code>${locale}</code></th><td class="number">${before.translated} / ${before.families}</td><td class="number">${after.translated} / ${after.families}</td><td class="number">${before.stale}</td><td class="number">${after.stale}</td></tr>`,
  )}</tbody></table></div>
${findingList('New findings', newFindings)}${findingList('Fixed findings', fixedFindings)}
${articles.map((article) => articleSection(article, context))}`,
  });
}

function findingList(title: string, findings: readonly Finding[]): Html | false {
  return findings.length > 0 && html`<section><h2>${title}</h2><ul>${findings.map(({ severity, rule, file, line, message }) => html`<li>${badge(severity)} <code>${rule}</code> <code>${file}:${line}</code> <bdi>${message}</bdi></li>`)}</ul></section>`;
}

function articleSection({ file, locale, kind, url, segments }: ArticleDiff, context: DiffPageContext): Html {
  const name = html`<code>${file}</code>`;
  return html`<section><h2>${url === undefined ? name : html`<a href="${safeUrl(url)}">${name}</a>`}${kind !== 'changed' && ` (${kind})`}</h2>${
    segments.length === 0 && html`<p>Only its metadata or structure changed.</p>`
  }${segments.map((segment) => segmentCard(segment, locale, context))}</section>`;
}

function segmentCard({ kind, ordinal, target, source, url }: SegmentDiff, locale: string, { locales, sourceLocale }: DiffPageContext): Html {
  const name = ordinal === undefined ? undefined : html`<code>s${ordinal}</code>`;
  return html`<article class="finding"><p class="place">${name && (url === undefined ? name : html`<a href="${safeUrl(url)}">${name}</a>`)} ${kind}</p><dl>${side('Target', target, locales[locale])}${source.length > 0 && side('Source', source, locales[sourceLocale])}</dl></article>`;
}

function side(name: string, diff: readonly DiffPart[], locale: { readonly lang: string; readonly dir: string } | undefined): Html {
  return html`<dt>${name}</dt><dd lang="${locale?.lang ?? 'und'}" dir="${locale?.dir ?? 'auto'}">${diff.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`))}</dd>`;
}

function badge(severity: string): Html {
  return html`<span class="badge badge-${severity}">${severity}</span>`;
}

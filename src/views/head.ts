import { graphLocale } from './graph-locale.ts';
import { html, safeUrl, type Html } from './html.ts';
import type { PageBase } from './shell.ts';

/**
 * Contents of `<head>` that belong to one page. `type` is the Open Graph type.
 * @param modified day of the last change, `YYYY-MM-DD`
 */
export function head(page: PageBase, type: 'article' | 'website', modified?: string): Html {
  const { shell, title, description, canonical } = page;
  const fullTitle = title === shell.siteTitle ? title : `${title} – ${shell.siteTitle}`;
  return html`<title>${fullTitle}</title>
${description !== undefined && html`<meta name="description" content="${description}">
`}${page.robots !== undefined && html`<meta name="robots" content="${page.robots.toLowerCase()}">
`}${canonical !== undefined && html`<link rel="canonical" href="${safeUrl(canonical)}">
`}${page.alternates.map(({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${safeUrl(href)}">
`)}<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
${page.alternates.map(({ hreflang }) => hreflang !== 'x-default' && hreflang !== shell.locale.tag && html`<meta property="og:locale:alternate" content="${graphLocale(hreflang)}">
`)}${type === 'article' && modified !== undefined && html`<meta property="article:modified_time" content="${modified}">
`}${description !== undefined && html`<meta property="og:description" content="${description}">
`}${canonical !== undefined && html`<meta property="og:url" content="${safeUrl(canonical)}">`}`;
}

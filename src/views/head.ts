import { html, safeUrl, type Html } from './html.ts';
import type { PageBase } from './shell.ts';

/** Contents of `<head>` that belong to one page. `type` is the Open Graph type. */
export function head(page: PageBase, type: 'article' | 'website'): Html {
  const { shell, title, description, canonical } = page;
  const fullTitle = title === shell.siteTitle ? title : `${title} – ${shell.siteTitle}`;
  return html`<title>${fullTitle}</title>
${description !== undefined && html`<meta name="description" content="${description}">
`}${page.robots !== undefined && html`<meta name="robots" content="${page.robots.toLowerCase()}">
`}${canonical !== undefined && html`<link rel="canonical" href="${safeUrl(canonical)}">
`}${page.alternates.map(({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${safeUrl(href)}">
`)}<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
<meta property="og:site_name" content="${shell.siteTitle}">
${description !== undefined && html`<meta property="og:description" content="${description}">
`}${canonical !== undefined && html`<meta property="og:url" content="${safeUrl(canonical)}">`}`;
}

import type { PageEntry } from '../model/site.ts';
import { absoluteUrl, isIndexed } from '../views/alternates.ts';
import { html, render } from '../views/html.ts';
import schema from '../report/findings.schema.json' with { type: 'json' };
import { alternatesOf } from './article-page.ts';
import { SCHEMA_PATH } from './check-pages.ts';
import { feedFiles } from './feeds.ts';
import { llmsFiles } from './llms.ts';
import { manifestFiles } from './manifest.ts';
import type { SiteLookup } from './site-lookup.ts';
import type { TextFile } from './text-file.ts';

/** Addresses that one sitemap may hold (sitemaps.org). */
const SITEMAP_LIMIT = 50_000;

/**
 * The sitemap: every real translation that search engines may show, each with its translations.
 * Pages shown for want of a translation are not in it. Without a known origin, addresses start at the site's root.
 */
function sitemapFiles(site: SiteLookup): TextFile[] {
  const { config } = site;
  const entries = config.locales.flatMap(({ id }) => site.index.pages[id] ?? []).filter((page) => page.kind !== 'fallback' && isIndexed(page.robots));
  const urls = entries.map((page) => urlElement(site, page));
  const chunks: string[][] = [];
  for (let start = 0; start < urls.length; start += SITEMAP_LIMIT) chunks.push(urls.slice(start, start + SITEMAP_LIMIT));
  if (chunks.length <= 1) return [{ path: 'sitemap.xml', text: urlSet(chunks[0] ?? []) }];
  const parts = chunks.map((chunk, index) => ({ path: `sitemap-${index + 1}.xml`, text: urlSet(chunk) }));
  const list = parts.map(({ path }) => render(html`<sitemap><loc>${absoluteUrl(config.base + path, config.origin)}</loc></sitemap>`)).join('\n');
  return [{ path: 'sitemap.xml', text: `${XML}\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${list}\n</sitemapindex>\n` }, ...parts];
}

/** The schema of the JSON report, where the site publishes the reference of the checks. */
function schemaFiles(site: SiteLookup): TextFile[] {
  return site.config.checkPages ? [{ path: SCHEMA_PATH, text: `${JSON.stringify(schema, null, 2)}\n` }] : [];
}

/** All text files that stand beside the pages, but for those of search. */
export function siteFiles(site: SiteLookup): TextFile[] {
  return [...sitemapFiles(site), robotsFile(site), ...schemaFiles(site), ...feedFiles(site), ...llmsFiles(site), ...manifestFiles(site.config)];
}

function robotsFile(site: SiteLookup): TextFile {
  const { base, origin } = site.config;
  const sitemap = origin === undefined ? '' : `\nSitemap: ${absoluteUrl(`${base}sitemap.xml`, origin)}\n`;
  return { path: 'robots.txt', text: `User-agent: *\nAllow: /\n${sitemap}` };
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

function urlSet(urls: readonly string[]): string {
  return `${XML}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.map((url) => `${url}\n`).join('')}</urlset>\n`;
}

function urlElement(site: SiteLookup, page: PageEntry): string {
  const { config } = site;
  const links = alternatesOf(site, page.path, (other) => isIndexed(other.robots)).map(({ hreflang, href }) => html`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`);
  const modified = page.date === undefined ? '' : html`<lastmod>${page.date}</lastmod>`;
  return render(html`<url><loc>${absoluteUrl(page.url, config.origin)}</loc>${modified}${links}</url>`);
}

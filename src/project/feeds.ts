import type { PageEntry } from '../model/site.ts';
import { compareText } from '../text/compare-text.ts';
import { absoluteUrl, isIndexed } from '../views/alternates.ts';
import { html, render, type Html } from '../views/html.ts';
import { shellOf } from './article-page.ts';
import { ATOM_FILE, RSS_FILE } from './frame-of.ts';
import type { TextFile } from './text-file.ts';
import type { SiteLookup } from './site-lookup.ts';

/** Entries of one feed. */
const LIMIT = 50;

/**
 * What changed in each locale, newest hand-off first, as Atom (RFC 4287) and RSS 2.0. A feed needs absolute addresses,
 * so that a site without a known one has none. All dates are the content's.
 */
export function feedFiles(site: SiteLookup): TextFile[] {
  const { config } = site;
  if (config.origin === undefined) return [];
  return config.locales.flatMap(({ id }) => {
    const entries = newest(site.index.pages[id] ?? []);
    return [
      { path: `${id}/${ATOM_FILE}`, text: xmlText(render(atom(site, id, entries))) },
      { path: `${id}/${RSS_FILE}`, text: xmlText(render(rss(site, id, entries))) },
    ];
  });
}

type Dated = PageEntry & { readonly date: string };

/** Pages that say when they were handed off; of equal days in path order. */
function newest(pages: readonly PageEntry[]): Dated[] {
  const dated = pages.filter((page): page is Dated => page.date !== undefined && page.kind !== 'fallback' && isIndexed(page.robots));
  return dated.sort((a, b) => compareText(b.date, a.date) || compareText(a.path, b.path)).slice(0, LIMIT);
}

function atom({ config }: SiteLookup, id: string, entries: readonly Dated[]): Html {
  const { siteTitle, homeUrl, locale, frame } = shellOf(config, id);
  const home = absoluteUrl(homeUrl, config.origin);
  return html`${XML}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale.tag}">
<title>${siteTitle}</title>
${frame.description !== undefined && html`<subtitle>${frame.description}</subtitle>
`}<id>${home}</id>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${home + ATOM_FILE}"/>
<updated>${instant(entries[0]?.date ?? EPOCH)}</updated>
<author><name>${siteTitle}</name></author>
${entries.map((entry) => {
    const url = absoluteUrl(entry.url, config.origin);
    return html`<entry>
<title>${entry.title}</title>
<id>${url}</id>
<link rel="alternate" type="text/html" href="${url}"/>
<updated>${instant(entry.date)}</updated>
${entry.description !== undefined && html`<summary>${entry.description}</summary>
`}</entry>
`;
  })}</feed>
`;
}

function rss({ config }: SiteLookup, id: string, entries: readonly Dated[]): Html {
  const { siteTitle, homeUrl, locale, frame } = shellOf(config, id);
  const home = absoluteUrl(homeUrl, config.origin);
  return html`${XML}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${siteTitle}</title>
<link>${home}</link>
<description>${frame.description ?? siteTitle}</description>
<language>${locale.tag}</language>
<atom:link rel="self" type="application/rss+xml" href="${home + RSS_FILE}"/>
${entries.map((entry) => {
    const url = absoluteUrl(entry.url, config.origin);
    return html`<item>
<title>${entry.title}</title>
<link>${url}</link>
<guid isPermaLink="true">${url}</guid>
<pubDate>${new Date(instant(entry.date)).toUTCString()}</pubDate>
${entry.description !== undefined && html`<description>${entry.description}</description>
`}</item>
`;
  })}</channel>
</rss>
`;
}

const XML: Html = html`<?xml version="1.0" encoding="UTF-8"?>`;

/** Stands in a feed that has no entry yet: a feed must have a day, and the clock must not decide the bytes. */
const EPOCH = '1970-01-01';

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** Without the characters that XML 1.0 cannot hold in any form. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

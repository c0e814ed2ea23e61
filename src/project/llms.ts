import type { NavNode, PageEntry } from '../model/site.ts';
import { blockMarker } from '../text/block-marker.ts';
import { escapeMarkdown } from '../text/plain-markdown.ts';
import { absoluteUrl, isIndexed } from '../views/alternates.ts';
import { shellOf } from './article-page.ts';
import { isFragmentPath } from './fragment-path.ts';
import { LLMS_FILE } from './frame-of.ts';
import type { TextFile } from './text-file.ts';
import type { SiteLookup } from './site-lookup.ts';
import { uiOf } from './ui-of.ts';

/** Overviews of the site for language models, in the form of llmstxt.org: one per locale, and one that lists these. */
export function llmsFiles(site: SiteLookup): TextFile[] {
  const { config } = site;
  const locales = config.locales.map(({ id }) => ({ path: `${id}/${LLMS_FILE}`, text: localeOverview(site, id) }));
  return [{ path: LLMS_FILE, text: rootOverview(site) }, ...locales];
}

function rootOverview({ config }: SiteLookup): string {
  const { siteTitle, frame } = shellOf(config, config.defaultLocale);
  const lines = config.locales.map((locale) => link(locale.label, `${config.base}${locale.id}/${LLMS_FILE}`, config.origin, `${shellOf(config, locale.id).siteTitle} (${locale.tag})`));
  return `${heading(siteTitle, frame.description)}\n## ${uiOf(shellOf(config, config.defaultLocale).locale).text('languages')}\n\n${lines.join('\n')}\n`;
}

/** Articles in the order of the navigation, then those that it does not name; pages that stand in for a translation are left out. */
function localeOverview(site: SiteLookup, id: string): string {
  const { config } = site;
  const { siteTitle, frame, locale } = shellOf(config, id);
  const pages = (site.index.pages[id] ?? []).filter((page) => page.kind !== 'fallback' && isIndexed(page.robots) && !isFragmentPath(page.path) && page.slug !== '');
  const waiting = new Map(pages.map((page) => [page.url, page]));
  const home = (site.index.pages[id] ?? []).find(({ slug }) => slug === '');
  const line = (page: PageEntry): string => link(page.title, page.url, config.origin, page.description);
  const take = (node: NavNode): string[] => {
    const page = node.url === undefined ? undefined : waiting.get(node.url);
    if (page) waiting.delete(page.url);
    return [...(page ? [line(page)] : []), ...node.items.flatMap(take)];
  };
  const groups = (site.index.navigation[id] ?? []).map((node) => ({ title: node.items.length === 0 ? undefined : node.title, lines: take(node) }));
  const loose = [...groups.filter(({ title }) => title === undefined).flatMap(({ lines }) => lines), ...[...waiting.values()].map(line)];
  const sections = [...groups.flatMap(({ title, lines }) => (title === undefined ? [] : [{ title, lines }])), { title: uiOf(locale).text('articles'), lines: loose }];
  return `${heading(siteTitle, frame.description ?? home?.description)}${sections.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => `\n## ${headingText(title)}\n\n${lines.join('\n')}\n`).join('')}`;
}

function heading(title: string, description: string | undefined): string {
  return `# ${headingText(title)}\n${description === undefined ? '' : `\n> ${blockText(description)}\n`}`;
}

function link(title: string, url: string, origin: string | undefined, about: string | undefined): string {
  return `- [${inlineText(title)}](${absoluteUrl(url, origin).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})${about === undefined ? '' : `: ${inlineText(about)}`}`;
}

/** A title or description, which is plain text, as Markdown that reads so. */
function inlineText(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/** The same behind the marks of a heading, which could close it: `F #`. */
function headingText(title: string): string {
  return inlineText(title).replace(/(?<![^ ])#+$/, '\\$&');
}

/** The same at the start of a block, which it must not open: `1. Read this`. */
function blockText(text: string): string {
  const written = inlineText(text);
  return blockMarker(written) === undefined ? written : written.replace(/^\d*/, '$&\\');
}

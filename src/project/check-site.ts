import { createHash } from 'node:crypto';
import type { Host } from '../model/host.ts';
import { KEPT_FINDINGS, SITE_WARNINGS, type SiteFinding, type SiteReport, type SiteRule } from '../model/site-finding.ts';
import { compareText } from '../text/compare-text.ts';
import { isIndexed } from '../views/alternates.ts';
import { outlinePage, type PageOutline } from './page-outline.ts';
import { siteAddresses, type SiteTarget } from './site-address.ts';

export interface CheckSiteOptions {
  readonly host: Host;
  /** Absolute path of the finished site. */
  readonly folder: string;
  /** Path prefix of every URL, with leading and trailing slash. */
  readonly base: string;
  /** Called after each page. */
  readonly onPage?: (done: number, of: number) => void;
}

/** What is remembered of a page until all have been read. */
interface KnownPage {
  readonly lang: string | undefined;
  /** File that the page says search engines should show; undefined when it is not of this site. */
  readonly canonical: string | undefined;
  readonly indexed: boolean;
  /** The redirect that stands at a page's address: the file it leads to, or undefined when that is not of this site. */
  readonly redirect: { readonly to: string | undefined } | undefined;
  /** Key of the alternates, equal on pages that name the same ones; undefined when there are none. */
  readonly alternates: string | undefined;
}

/**
 * Checks a finished site as a browser and a search engine meet it: links and anchors, files, languages, addresses. Reads
 * one page at a time and keeps of each only what others may ask for, so that memory grows by a line a page.
 */
export function checkSite({ host, folder, base, onPage }: CheckSiteOptions): SiteReport {
  const files = new Set(host.listFiles(folder).files);
  const pages = [...files].filter((file) => /\.html?$/i.test(file));
  const found = collector();
  const origin = originOf(outlinePage(read('index.html') ?? '')) ?? originOf(outlinePage(read(pages[0] ?? '') ?? ''));
  const { locate, addressOf } = siteAddresses(files, base, origin);
  const known = new Map<string, KnownPage>();
  const sets = new Map<string, readonly (readonly [hreflang: string, href: string])[]>();
  /** Anchors that pages ask of others, with the first pages that do. */
  const wanted = new Map<string, Map<string, string[]>>();

  pages.forEach((file, index) => {
    const text = read(file);
    if (text !== undefined) checkPage(file, outlinePage(text));
    onPage?.(index + 1, pages.length);
  });
  for (const [file, anchors] of wanted) checkAnchors(file, anchors);
  for (const [file, page] of known) checkAddresses(file, page);
  for (const file of files) {
    if (/\.css$/i.test(file)) checkStyles(file, read(file) ?? '');
    else if (/(?:^|\/)sitemap(?:-\d+)?\.xml$/.test(file)) checkSitemap(file, read(file) ?? '');
    else if (/\.webmanifest$/.test(file)) checkNamed(file, /"(?:src|start_url|scope)":\s*"([^"]*)"/g);
    else if (/(?:^|\/)(?:feed|rss)\.xml$/.test(file)) checkNamed(file, /<link[^>]*\shref="([^"]*)"|<link>([^<]*)<\/link>/g);
    else if (file === '_redirects') checkNamed(file, /^\S+ (\S+) 30\d$/gm);
    else if (/(?:^|\/)llms\.txt$/.test(file)) checkNamed(file, /\\.|\]\(([^()\s]*)\)/g);
  }
  return { pages: pages.length, ...found.report() };

  function read(file: string): string | undefined {
    const text = files.has(file) ? host.readText(`${folder}/${file}`) : undefined;
    return text?.kind === 'text' ? text.text : undefined;
  }

  function checkPage(file: string, page: PageOutline): void {
    const add = (rule: SiteRule, about: string, message: string): void => found.add({ rule, file, about, message });
    if (page.lang === undefined || page.lang === '') add('language-missing', '<html>', 'The page does not say its language: <html> has no lang.');
    if (page.dir !== 'ltr' && page.dir !== 'rtl') add('direction-missing', '<html>', 'The page does not say its direction: <html> has no dir.');
    if (!page.hasTitle) add('title-missing', '<title>', 'The page has no title.');
    for (const id of page.repeatedIds) add('id-repeated', id, `The id "${id}" stands on more than one element.`);
    for (const id of page.idReferences) if (!page.ids.has(id)) add('id-missing', id, `An attribute names the id "${id}", which no element of the page has.`);
    for (const url of new Set(page.links)) checkLink(file, url, page);
    for (const url of new Set(page.media)) checkAsset(file, url, locate(url, file));
    for (const url of new Set(page.requests)) checkRequest(file, url);
    checkScripts(page, add);
    known.set(file, readAddresses(file, page, add));
  }

  function checkLink(file: string, url: string, page: PageOutline | undefined): void {
    const target = locate(url, file);
    if (target.kind === 'missing') found.add({ rule: 'link-broken', file, about: url, message: `The link to ${url} leads to nothing on this site.` });
    if (target.kind !== 'file') return;
    if (target.redirected) found.add({ rule: 'link-redirected', file, about: url, message: `The link to ${url} lacks the slash at its end; hosts answer with a detour, or not at all.` });
    const { fragment } = target;
    // The top of a page is always there.
    if (fragment === '' || fragment.toLowerCase() === 'top' || fragment.startsWith(':~:') || !/\.html?$/i.test(target.file)) return;
    if (target.file === file && page) {
      if (!page.ids.has(fragment)) found.add(anchorMissing(file, url));
      return;
    }
    const anchors = wanted.get(target.file) ?? new Map<string, string[]>();
    wanted.set(target.file, anchors);
    const askers = anchors.get(fragment) ?? [];
    if (askers.length === 0) anchors.set(fragment, askers);
    askers.push(file);
  }

  function checkAnchors(file: string, anchors: ReadonlyMap<string, readonly string[]>): void {
    const { ids } = outlinePage(read(file) ?? '');
    for (const [fragment, askers] of anchors) {
      if (!ids.has(fragment)) for (const asker of askers) found.add(anchorMissing(asker, `${addressOf(file)}#${fragment}`));
    }
  }

  function checkAsset(file: string, url: string, target: SiteTarget): void {
    if (target.kind === 'missing') found.add({ rule: 'asset-missing', file, about: url, message: `${url} is shown or loaded and is not there.` });
  }

  function checkRequest(file: string, url: string): void {
    const target = locate(url, file);
    if (target.kind === 'elsewhere' && target.foreign) found.add({ rule: 'foreign-request', file, about: url, message: `The page loads ${url} from another site, which learns who reads it.` });
    else checkAsset(file, url, target);
  }

  function checkScripts({ handlers, inlineScripts, policy }: PageOutline, add: (rule: SiteRule, about: string, message: string) => void): void {
    for (const handler of handlers) add('script-refused', handler, `${handler} runs script from an attribute.`);
    if (policy === undefined) return;
    const scripts = /(?:^|;)\s*script-src\s+([^;]*)/i.exec(policy)?.[1] ?? /(?:^|;)\s*default-src\s+([^;]*)/i.exec(policy)?.[1];
    if (scripts === undefined) return;
    for (const script of inlineScripts) {
      const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
      if (!scripts.includes(hash) && !(scripts.includes("'unsafe-inline'") && !scripts.includes("'sha256-"))) add('script-refused', script.trim().slice(0, 60), 'A script in the page is refused by the page\'s own Content-Security-Policy.');
    }
  }

  function readAddresses(file: string, page: PageOutline, add: (rule: SiteRule, about: string, message: string) => void): KnownPage {
    const indexed = isIndexed(page.robots);
    const [canonical, ...more] = page.canonicals;
    const target = canonical === undefined ? undefined : locate(canonical, file);
    if (canonical === undefined && indexed) add('canonical-missing', '<link rel="canonical">', 'The page may be found and does not say its canonical address.');
    if (more.length > 0) add('canonical-wrong', canonical ?? '', 'The page names more than one canonical address.');
    if (page.refresh !== undefined) {
      const to = locate(page.refresh, file);
      return { lang: page.lang, canonical: undefined, indexed, redirect: { to: to.kind === 'file' ? to.file : undefined }, alternates: undefined };
    }
    if (canonical !== undefined && target?.kind !== 'file') add('canonical-wrong', canonical, `The canonical address ${canonical} is no page of this site.`);
    const absolute = origin !== undefined;
    for (const url of [...page.canonicals, ...page.alternates.map(([, href]) => href)]) {
      if (absolute && !url.startsWith(`${origin}/`)) add('alternate-wrong', url, `${url} does not begin with ${origin}/, as other addresses of the site do.`);
    }
    const alternates = page.alternates.length === 0 ? undefined : createHash('sha256').update(JSON.stringify(page.alternates.map(([hreflang, href]) => [hreflang, href]))).digest('base64url');
    if (alternates !== undefined && !sets.has(alternates)) sets.set(alternates, page.alternates);
    return { lang: page.lang, canonical: target?.kind === 'file' ? target.file : undefined, indexed, redirect: undefined, alternates };
  }

  function checkAddresses(file: string, page: KnownPage): void {
    const next = page.redirect?.to === undefined ? undefined : known.get(page.redirect.to);
    if (next?.redirect) found.add({ rule: 'redirect-wrong', file, about: addressOf(page.redirect?.to ?? ''), message: `The page only leads to ${addressOf(page.redirect?.to ?? '')}, which leads on to another page or back.` });
    const shown = page.canonical === undefined ? undefined : known.get(page.canonical);
    if (shown && shown.canonical !== page.canonical) found.add({ rule: 'canonical-wrong', file, about: addressOf(page.canonical ?? ''), message: `The canonical page ${addressOf(page.canonical ?? '')} names yet another one as canonical.` });
    if (page.alternates === undefined) return;
    const set = sets.get(page.alternates) ?? [];
    if (page.canonical !== file) found.add({ rule: 'canonical-wrong', file, about: addressOf(file), message: 'The page names its translations, and another page as canonical: search engines ignore the one or the other.' });
    let itself = false;
    for (const [hreflang, href] of set) {
      const target = locate(href, file);
      const other = target.kind === 'file' ? known.get(target.file) : undefined;
      if (!other || target.kind !== 'file') {
        found.add({ rule: 'alternate-wrong', file, about: href, message: `The alternate ${hreflang}, ${href}, is no page of this site.` });
        continue;
      }
      itself ||= target.file === file;
      if (other.alternates !== page.alternates) found.add({ rule: 'alternate-unanswered', file, about: href, message: `The alternate ${hreflang}, ${href}, does not name the same alternates.` });
      if (hreflang !== 'x-default' && other.lang?.toLowerCase() !== hreflang.toLowerCase()) found.add({ rule: 'alternate-wrong', file, about: href, message: `The alternate ${href} is said to be ${hreflang} and is ${other.lang ?? 'of no language'}.` });
    }
    if (!itself) found.add({ rule: 'alternate-wrong', file, about: addressOf(file), message: 'The page is not among its own alternates.' });
  }

  function checkStyles(file: string, css: string): void {
    for (const [, double, single, bare, imported] of css.matchAll(/url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]*))\s*\)|@import\s+["']([^"'\n]*)["']/gi)) {
      const url = double ?? single ?? bare ?? imported ?? '';
      if (url !== '' && !url.startsWith('#')) checkRequest(file, url);
    }
  }

  function checkSitemap(file: string, xml: string): void {
    for (const [, escaped = ''] of xml.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)) {
      const url = unescapeXml(escaped);
      const target = locate(url, file);
      const page = target.kind === 'file' ? known.get(target.file) : undefined;
      const problem = target.kind !== 'file' ? 'is not on this site'
        : target.redirected ? 'lacks the slash at its end'
          : page && !page.indexed ? 'may not be found: its robots say so'
            : page && page.canonical !== undefined && page.canonical !== target.file ? 'is not canonical' : undefined;
      if (problem !== undefined) found.add({ rule: 'sitemap-wrong', file, about: url, message: `The entry ${url} ${problem}.` });
    }
  }

  /** Addresses in a file that is no page, one group of the pattern each. */
  function checkNamed(file: string, pattern: RegExp): void {
    for (const match of (read(file) ?? '').matchAll(pattern)) {
      const url = unescapeXml(match.slice(1).find((group) => group !== undefined) ?? '');
      if (url !== '') checkLink(file, url, undefined);
    }
  }
}

function anchorMissing(file: string, about: string): Omit<SiteFinding, 'severity'> {
  return { rule: 'anchor-missing', file, about, message: `The link to ${about} leads to a place that the page does not have.` };
}

/** Origin that a page's canonical address begins with. */
function originOf({ canonicals: [canonical = ''] }: PageOutline): string | undefined {
  return /^https?:\/\//i.test(canonical) ? URL.parse(canonical)?.origin : undefined;
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' })[name] ?? entity);
}

function collector() {
  const findings: SiteFinding[] = [];
  const counts: Partial<Record<SiteRule, number>> = {};
  return {
    add(finding: Omit<SiteFinding, 'severity'>): void {
      counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
      if (findings.length < KEPT_FINDINGS) findings.push({ ...finding, severity: SITE_WARNINGS.has(finding.rule) ? 'warning' : 'error' });
    },
    report: (): Pick<SiteReport, 'findings' | 'counts'> => ({
      findings: findings.sort((a, b) => compareText(a.rule, b.rule) || compareText(a.about, b.about) || compareText(a.file, b.file)),
      counts,
    }),
  };
}

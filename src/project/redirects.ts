import type { RedirectEnd, RedirectFact, RedirectFault } from '../model/redirect.ts';
import { compareText } from '../text/compare-text.ts';
import { linkContext, type ContentMap } from './content-map.ts';
import type { PageFacts } from './page-facts.ts';
import { pageSlug } from './page-slug.ts';
import { decode, redirectRules, type RedirectRule } from './redirects-rules.ts';
import { resolveLink, type LinkContext } from './resolve-link.ts';

/** An old address that is published and leads to where its redirects end. */
export interface SiteRedirect {
  /** As in {@link RedirectRule.address}. */
  readonly address: string;
  /** {@link Locale.id} of the page that says so. */
  readonly locale: string;
  /** Where it leads: site-root relative with the base, or absolute. */
  readonly url: string;
  /** Title of the page it leads to; undefined: not an article of this site. */
  readonly title: string | undefined;
}

export interface SiteRedirects {
  /** Sorted by address, each once. */
  readonly redirects: readonly SiteRedirect[];
  /** What became of every redirect that is written somewhere. */
  readonly facts: readonly RedirectFact[];
}

/**
 * Follows every redirect to its end: those of `site.yml`, of `.openpublishing.redirection.json`, and of the frontmatter
 * (`redirect_url`, `aliases`). What ends nowhere is not published. The order of `facts` does not matter.
 */
export function siteRedirects(map: ContentMap, facts: readonly PageFacts[]): SiteRedirects {
  const inOrder = (a: PageFacts, b: PageFacts): number => compareText(a.path, b.path) || compareText(a.locale, b.locale);
  const all = redirectRules(map, facts.filter(({ redirect, aliases }) => redirect !== undefined || aliases !== undefined).sort(inOrder));
  if (all.length === 0) return { redirects: [], facts: map.redirects.faulty };
  const sorted = facts.toSorted(inOrder);
  const pages = pagesOf(map, sorted);
  const rules = new Map<string, RedirectRule>();
  const found: RedirectFact[] = [...map.redirects.faulty];
  const report = ({ from, to, place, silent }: RedirectRule, end: RedirectEnd): void => {
    if (!silent) found.push({ from, to, place, end });
  };
  const doubled: [RedirectRule, RedirectRule][] = [];
  for (const rule of all) {
    const { address } = rule;
    const first = address === undefined ? undefined : rules.get(address);
    if (address === undefined) report(rule, fault('bad-address', rule.from));
    else if (pages.has(address)) report(rule, fault('page-exists', `${map.config.base}${address}`));
    else if (first) doubled.push([first, rule]);
    else rules.set(address, rule);
  }
  const uids = Object.fromEntries(sorted.flatMap(({ uid, path }) => (uid === undefined ? [] : [[uid, path]])));
  const context: GoalContext = { map, links: linkContext(map, uids), pages, rules };
  const follow = follower(context);
  // The same said twice is no fault.
  for (const [first, second] of doubled) if (JSON.stringify(goalOf(first, context)) !== JSON.stringify(goalOf(second, context))) report(second, fault('repeated', second.from));
  const redirects: SiteRedirect[] = [];
  for (const [address, rule] of rules) {
    const { end, url, page } = follow(address);
    report(rule, end);
    if (url !== undefined) redirects.push({ address, locale: rule.locale, url, title: page === undefined ? undefined : pages.get(page) });
  }
  return { redirects: redirects.sort((a, b) => compareText(a.address, b.address)), facts: eachOnce(found) };
}

function fault(kind: RedirectFault, about: string): RedirectEnd {
  return { kind: 'faulty', fault: kind, about };
}

/** A redirect of all locales has the same fault in most of them. */
function eachOnce(facts: readonly RedirectFact[]): RedirectFact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify([fact.place, fact.from, fact.end.kind]), fact])).values()];
}

/** Addresses of all pages with their titles; those of listings have none. */
function pagesOf({ config, sections, slugs }: ContentMap, facts: readonly PageFacts[]): Map<string, string | undefined> {
  const pages = new Map<string, string | undefined>([['', undefined]]);
  for (const { id } of config.locales) {
    for (const slug of ['', ...sections]) pages.set(`${id}/${slug}`, undefined);
  }
  for (const { locale, path, title, redirect } of facts) {
    const slug = slugs.get(path);
    if (slug !== undefined && (redirect === undefined || slug === '')) pages.set(`${locale}/${slug}`, title);
  }
  return pages;
}

/** Where a redirect leads as the next step. `rest`: query and anchor. */
type Goal =
  | { readonly kind: 'address'; readonly address: string; readonly rest: string }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'missing'; readonly target: string }
  | { readonly kind: 'unsafe' };

interface GoalContext {
  readonly map: ContentMap;
  readonly links: LinkContext;
  readonly pages: ReadonlyMap<string, unknown>;
  readonly rules: ReadonlyMap<string, RedirectRule>;
}

function goalOf(rule: RedirectRule, context: GoalContext): Goal {
  const { config } = context.map;
  const to = rule.to.trim();
  // eslint-disable-next-line no-control-regex
  if (to === '' || to.startsWith('#') || /[\u0000-\u001f\u007f]/.test(to) || /^[\\/]{2}/.test(to)) return { kind: 'unsafe' };
  if (/^https?:/i.test(to)) {
    const url = /^https?:\/\/[^/]/i.test(to) ? URL.parse(to) : null;
    if (url === null || url.username !== '' || url.password !== '') return { kind: 'unsafe' };
    if (url.origin !== config.origin || !url.pathname.startsWith(config.base)) return { kind: 'external', url: url.href };
    return goalInside(rule, url.pathname.slice(config.base.length), url.search + url.hash, context) ?? { kind: 'missing', target: to };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(to) && !/^xref:/i.test(to)) return { kind: 'unsafe' };
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(to) ?? [];
  if (!path.startsWith('/')) return goalOfLink(rule.locale, rule.base, to, rest, context) ?? { kind: 'missing', target: to };
  const own = path.startsWith(config.base);
  const goal = goalInside(rule, own ? path.slice(config.base.length) : path.slice(1), rest, context);
  if (goal) return goal;
  if (config.linkBase !== undefined) return { kind: 'external', url: new URL(config.linkBase + path + rest).href };
  // On a host with other sites, it may lead to one of them.
  return own ? { kind: 'missing', target: to } : { kind: 'external', url: encodePath(decode(path)) + encodeRest(rest) };
}

/** An address below the base: of a page or another redirect, with its locale or without. */
function goalInside(rule: RedirectRule, path: string, rest: string, context: GoalContext): Goal | undefined {
  const { map: { config }, pages, rules } = context;
  const below = decode(path);
  if (below === '') return { kind: 'address', address: '', rest };
  const [first = ''] = below.split('/', 1);
  const named = config.locales.find(({ id }) => id === first.toLowerCase());
  const own = named ? below.slice(first.length + 1) : below;
  const locale = named?.id ?? rule.locale;
  const asWritten = named ? [] : [below, `${below}/`];
  const address = [...asWritten, `${locale}/${own}`, `${locale}/${own}/`, `${locale}/${own === '' ? '' : pageSlug(own)}`].find((candidate) => pages.has(candidate) || rules.has(candidate));
  return address === undefined ? goalOfLink(locale, '', own, rest, context) : { kind: 'address', address, rest };
}

/** What a link would lead to, or the former address of an article. */
function goalOfLink(locale: string, from: string, url: string, rest: string, { map: { config }, links, rules }: GoalContext): Goal | undefined {
  const target = resolveLink(links, locale, from, url);
  if (target.kind === 'article') return { kind: 'address', address: decode(target.url.slice(config.base.length)), rest };
  if (target.kind === 'external') return /^https?:/i.test(target.url) ? { kind: 'external', url: target.url } : { kind: 'unsafe' };
  if (target.kind === 'refused') return { kind: 'unsafe' };
  if (target.kind !== 'missing') return undefined;
  const folder = links.inventory.locales.get(locale)?.locale.folder ?? locale;
  const below = target.resolved.startsWith(`${folder}/`) ? target.resolved.slice(folder.length + 1) : target.resolved;
  const address = `${locale}/${pageSlug(below.replace(/[?#].*$/, ''))}`;
  return rules.has(address) ? { kind: 'address', address, rest } : undefined;
}

/** Where a redirect ends. */
interface Solved {
  readonly end: RedirectEnd;
  /** Undefined: nowhere. */
  readonly url: string | undefined;
  /** Address of the page of this site. */
  readonly page: string | undefined;
}

/** Steps that a finding names; a chain of thousands is told by its beginning. */
const NAMED_STEPS = 5;

/** Walks every chain once: what lies on a way is solved with it. */
function follower(context: GoalContext): (address: string) => Solved {
  const { map: { config }, rules } = context;
  const solved = new Map<string, Solved>();
  const said = (address: string): string => config.base + encodePath(address);
  return (start) => {
    const way: { readonly address: string; readonly rest: string }[] = [];
    const places = new Map<string, number>();
    let address = start;
    let last: Solved | undefined;
    while (last === undefined) {
      const rule = rules.get(address);
      const seen = places.get(address);
      last = solved.get(address);
      if (last) break;
      if (!rule) last = { end: { kind: 'target', via: [], target: said(address) }, url: said(address), page: address };
      else if (seen !== undefined) last = nowhere({ kind: 'loop', chain: [...way.slice(seen, seen + NAMED_STEPS).map((step) => said(step.address)), said(address)] });
      else {
        const goal = goalOf(rule, context);
        places.set(address, way.length);
        way.push({ address, rest: goal.kind === 'address' ? goal.rest : '' });
        if (goal.kind === 'address') address = goal.address;
        else if (goal.kind === 'external') last = { end: { kind: 'target', via: [], target: goal.url }, url: goal.url, page: undefined };
        else last = nowhere(goal.kind === 'missing' ? goal : fault('unsafe-target', rule.to));
      }
    }
    let next = solved.has(address) ? address : undefined;
    for (const step of way.reverse()) {
      last = stepBefore(last, next === undefined ? undefined : said(next), step.rest);
      solved.set(step.address, last);
      next = step.address;
    }
    return last;
  };
}

function nowhere(end: RedirectEnd): Solved {
  return { end, url: undefined, page: undefined };
}

/** What is true of a redirect to `next`, which leads on to `last`. The query and anchor nearest to the end count. */
function stepBefore(last: Solved, next: string | undefined, rest: string): Solved {
  const { end, url, page } = last;
  if (end.kind !== 'target' || url === undefined) return last;
  const via = next === undefined ? [] : [next, ...end.via].slice(0, NAMED_STEPS);
  return { end: { ...end, via }, url: page === undefined || /[?#]/.test(url) ? url : url + encodeRest(rest), page };
}

/** encodePath('vi-vn/a b/') // => 'vi-vn/a%20b/' */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A query or an anchor without anything that would end an attribute or a line of a host's file. */
function encodeRest(rest: string): string {
  return rest === '' ? '' : (URL.parse(rest, 'http://site.invalid/')?.href.slice('http://site.invalid/'.length) ?? '');
}

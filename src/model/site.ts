import type { Severity } from './finding.ts';
import type { Limits } from './limits.ts';
import type { Locale } from './locale.ts';
import type { IgnoredPaths } from './suppression.ts';

/** Hosts whose limits are known. */
export const HOSTINGS = ['cloudflare-pages', 'cloudflare-pages-paid', 'github-pages', 'none'] as const;
export type Hosting = (typeof HOSTINGS)[number];

/** What `site.yml` says, with every default filled in. Made by project/site-config.ts. */
export interface SiteConfig {
  /** Site title per locale id; the key `*` holds the fallback. */
  readonly title: Readonly<Record<string, string>>;
  /** Path prefix of every URL, with leading and trailing slash: `/` or `/help/`. */
  readonly base: string;
  /** Origin for canonical URLs, hreflang and the sitemap, without trailing slash; undefined when the site has no known address. */
  readonly origin: string | undefined;
  /** {@link Locale.id} of the source locale. */
  readonly sourceLocale: string;
  /** Locale the root page recommends. */
  readonly defaultLocale: string;
  /** Published locales in their order; the source locale is among them. */
  readonly locales: readonly Locale[];
  /** What a reader gets where a translation is missing: the original with a notice, or nothing. */
  readonly missing: 'source' | 'hide';
  /** URL pattern for "edit" links with `{file}` and `{line}`; undefined: no link. */
  readonly repository: string | undefined;
  /** URL pattern for proposing another translation of a page or a segment; see project/site-schema.ts. Undefined: {@link repository} serves. */
  readonly suggest: string | undefined;
  /** Absolute URL that site-root links (`/azure/…`) are resolved against; undefined: within this site. */
  readonly linkBase: string | undefined;
  /** Severity overrides per rule id. */
  readonly checks: Readonly<Record<string, Severity | 'off'>>;
  /** Rules that are silenced for whole paths. */
  readonly ignore: readonly IgnoredPaths[];
  /** What the content must keep to, by locale id; the source locale has none. */
  readonly limits: Readonly<Record<string, Limits>>;
  /** Robots meta for every page that does not say otherwise. */
  readonly robots: string | undefined;
  /** Publishes the reference pages of the checks under `/checks/`. */
  readonly checkPages: boolean;
  /** Publishes how far the translations are, under `/status/`, and badges. */
  readonly statusPage: boolean;
  /** Publishes the review desk, to read, under `/review/`. */
  readonly review: boolean;
  /** Pattern of a feedback link with `{url}`, `{path}` and `{locale}`; undefined: no link. */
  readonly feedback: string | undefined;
  /** Whose limits a build is held to. */
  readonly hosting: Hosting;
  /** What stands around every page, by locale id. */
  readonly frames: Readonly<Record<string, PageFrame>>;
}

/**
 * What the owner of a site puts around every page of one locale. Made by project/page-frames.ts. URLs are
 * relative to the site's root with its base, or absolute.
 */
export interface PageFrame {
  /** What the site is, in a sentence or two. */
  readonly description: string | undefined;
  /** Style sheet of the brand. */
  readonly stylesheet: string | undefined;
  /** Font files that the first screen needs. */
  readonly preload: readonly FrameFont[];
  /** Colour of the browser's own bars. */
  readonly themeColor: { readonly light: string; readonly dark: string };
  /** Undefined: the tool's own. */
  readonly logo: FrameImage | undefined;
  readonly logoDark: FrameImage | undefined;
  readonly icons: readonly FrameIcon[];
  /** Picture for previews of links. */
  readonly image: FrameImage | undefined;
  readonly footerText: string | undefined;
  readonly footerLinks: readonly { readonly label: string; readonly url: string }[];
  readonly social: readonly { readonly name: string; readonly url: string }[];
  /** Sanitised HTML: for `<head>`, above the page, and in the footer; empty when there is none. */
  readonly headHtml: string;
  readonly bannerHtml: string;
  readonly footerHtml: string;
}

export interface FrameImage {
  readonly url: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface FrameIcon {
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Pixels of one side; undefined for SVG. */
  readonly size: number | undefined;
}

export interface FrameFont {
  readonly url: string;
  readonly type: string;
}

/** One published page of one locale. */
export interface PageEntry {
  readonly locale: string;
  /** Path of the family, e.g. `guides/install.md`. */
  readonly path: string;
  /** URL below the locale, no leading slash, trailing slash unless empty: `guides/install/`; `` for the locale's home. */
  readonly slug: string;
  /** Site-root relative URL with the base: `/help/vi-vn/guides/install/`. */
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
  /** `own`: the locale has the file. `rebuilt`: the source locale's page, made from a bitext. `fallback`: the source shown for want of a translation. */
  readonly kind: 'own' | 'rebuilt' | 'fallback';
  readonly provenance: 'MT' | 'HT' | undefined;
  /** How many source sentences changed since; 0 when current. */
  readonly stale: number;
  /** Names the source version that the page's ordinals belong to: two pages of a family with one name can be joined. Undefined: no ordinals. */
  readonly version: string | undefined;
  /** Hand-off date, ISO. */
  readonly date: string | undefined;
  /** Robots value of the frontmatter or the site; undefined: indexable. */
  readonly robots: string | undefined;
  /** Rendered by @astrojs/mdx. */
  readonly mdx: boolean;
}

/** A node of a locale's navigation. */
export interface NavNode {
  readonly title: string;
  /** Site-root relative or absolute URL; undefined for a heading without a page. */
  readonly url: string | undefined;
  /** Path of the family the node leads to, if any. */
  readonly path: string | undefined;
  readonly items: readonly NavNode[];
}

/** Everything a page may know about the other pages. Plain, sorted, cheap to send to a worker. */
export interface SiteIndex {
  readonly config: SiteConfig;
  /** Pages by locale id, sorted by path. */
  readonly pages: Readonly<Record<string, readonly PageEntry[]>>;
  /** Navigation by locale id. */
  readonly navigation: Readonly<Record<string, readonly NavNode[]>>;
  /** Family path by `uid` of the frontmatter. */
  readonly uids: Readonly<Record<string, string>>;
}

/** Where a URL written in an article leads. */
export type LinkTarget =
  /** Another site, mail, phone: used as it is. */
  | { readonly kind: 'external'; readonly url: string }
  /** An article. `locale` differs from the asking one when only the source has it. */
  | { readonly kind: 'article'; readonly locale: string; readonly path: string; readonly fragment: string; readonly url: string }
  /** Another file of the content, e.g. an image. `file` is relative to the content root. */
  | { readonly kind: 'asset'; readonly file: string; readonly url: string }
  /** `#anchor` of the page itself. */
  | { readonly kind: 'fragment'; readonly fragment: string }
  /** A script URL or another scheme that is never published. */
  | { readonly kind: 'refused'; readonly scheme: string }
  /** Points outside the content root. */
  | { readonly kind: 'outside'; readonly resolved: string }
  /** A relative URL to which no file belongs. */
  | { readonly kind: 'missing'; readonly resolved: string };

/** Answers where a URL leads, seen from one article of one locale. */
export type ResolveLink = (url: string) => LinkTarget;

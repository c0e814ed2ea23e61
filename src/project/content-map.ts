import type { SiteConfig } from '../model/site.ts';
import type { ProjectRules } from '../checks/define-check.ts';
import type { Inventory } from './inventory.ts';
import { isFragmentPath } from './fragment-path.ts';
import { pageSlugs } from './page-slug.ts';
import { NO_REDIRECTS, type DeclaredRedirects } from './redirects-declared.ts';
import { NO_RULES } from './project-rules.ts';
import type { LinkContext } from './resolve-link.ts';

/** What is known of a site before any file is read: names, slugs, folders. Plain; sent to every worker. */
export interface ContentMap {
  /** Absolute path of the content root. */
  readonly root: string;
  readonly config: SiteConfig;
  readonly inventory: Inventory;
  /** Paths of all families, sorted. */
  readonly paths: readonly string[];
  readonly slugs: ReadonlyMap<string, string>;
  /** Lower-cased family path → family path. */
  readonly families: ReadonlyMap<string, string>;
  /** Slugs of folders without an article of their own. */
  readonly sections: ReadonlySet<string>;
  /** Files that stand around the pages: those of the brand. */
  readonly brandFiles: readonly BrandFile[];
  /** Terms, patterns and names of the project. */
  readonly rules: ProjectRules;
  /** Redirects that are written beside the articles. */
  readonly redirects: DeclaredRedirects;
  /** What the configuration says that could not be done as it says; sentences. */
  readonly notes: readonly string[];
}

/** A file of the output, with its text or with the absolute path of the file that it is a copy of. */
export type BrandFile = { readonly path: string; readonly text: string } | { readonly path: string; readonly copyOf: string };

export function contentMap(root: string, config: SiteConfig, inventory: Inventory): ContentMap {
  const all = new Set<string>();
  for (const { articles } of inventory.locales.values()) for (const path of articles) all.add(path);
  const { slugs } = pageSlugs(all);
  const paths = [...slugs.keys()];
  return {
    root,
    config,
    inventory,
    paths,
    slugs,
    families: new Map(paths.map((path) => [path.toLowerCase(), path])),
    sections: sectionSlugs(slugs),
    brandFiles: [],
    rules: NO_RULES,
    redirects: NO_REDIRECTS,
    notes: [],
  };
}

/** Folders of published pages, as slugs, that no article is the page of; the home page is not among them. */
function sectionSlugs(slugs: ReadonlyMap<string, string>): Set<string> {
  const taken = new Set<string>();
  for (const [path, slug] of slugs) if (!isFragmentPath(path)) taken.add(slug);
  const sections = new Set<string>();
  for (const slug of taken) {
    let folder = slug;
    for (;;) {
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
      if (folder === '' || sections.has(folder)) break;
      if (!taken.has(folder)) sections.add(folder);
    }
  }
  return sections;
}

export function linkContext(map: ContentMap, uids: Readonly<Record<string, string>> = {}): LinkContext {
  return { config: map.config, inventory: map.inventory, slugs: map.slugs, families: map.families, sections: map.sections, uids };
}

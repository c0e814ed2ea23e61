import { compareText } from '../text/compare-text.ts';
import { PUBLISH_FILE } from '../model/site-marker.ts';
import type { PublishedFile, PublishManifest } from './publish-manifest.ts';

/** What has to be done to one file of a published site. */
interface DeployStep {
  readonly action: 'upload' | 'delete';
  /** Path below the site's folder. */
  readonly path: string;
  readonly phase: DeployPhase;
  /** `list`: the file that names all others. */
  readonly reason: 'new' | 'changed' | 'gone' | 'list';
  /** Bytes to upload; 0 for a deletion, and for the list of files, which does not say its own size. */
  readonly size: number;
}

/** In the order in which they are done. */
export const DEPLOY_PHASES = ['assets', 'pages', 'indexes', 'removals', 'list'] as const;
export type DeployPhase = (typeof DEPLOY_PHASES)[number];

export interface DeployPlan {
  readonly steps: readonly DeployStep[];
  /** Files that are on the site and stay. */
  readonly unchanged: number;
}

/**
 * What turns one published site into another, in an order in which no moment shows a page whose parts are missing: files that
 * pages load before the pages, an article before the listings above it, and what leads to articles (search, sitemap, feeds,
 * redirects) after all of them. Removals begin with what leads to others. The list of files goes last, so that a
 * deployment that was cut short is planned again from the old list.
 * @param old undefined: nothing is published yet
 */
export function deployPlan(old: PublishManifest | undefined, next: PublishManifest): DeployPlan {
  const before = new Map((old?.files ?? []).map((file) => [file.path, file]));
  const after = new Set(next.files.map(({ path }) => path));
  const uploads = next.files.flatMap((file): Ranked[] => {
    const known = before.get(file.path);
    if (known?.hash === file.hash && known.type === file.type) return [];
    const phase = phaseOf(file);
    return [{ action: 'upload', path: file.path, phase, reason: known ? 'changed' : 'new', size: file.size, rank: [DEPLOY_PHASES.indexOf(phase), known ? 1 : 0, ...orderOf(file, phase)] }];
  });
  const removals = (old?.files ?? []).filter(({ path }) => !after.has(path)).map((file): Ranked => {
    const phase = phaseOf(file);
    return { action: 'delete', path: file.path, phase: 'removals', reason: 'gone', size: 0, rank: [-DEPLOY_PHASES.indexOf(phase), ...orderOf(file, phase).map((part) => -part)] };
  });
  const list: readonly DeployStep[] = uploads.length + removals.length === 0 ? [] : [{ action: 'upload', path: PUBLISH_FILE, phase: 'list', reason: 'list', size: 0 }];
  return { steps: [...inOrder(uploads), ...inOrder(removals), ...list], unchanged: next.files.length - uploads.length };
}

/** One step a line, for scripts: `upload path`, `delete path`. */
export function deployText({ steps }: DeployPlan): string {
  return steps.map(({ action, path }) => `${action} ${path}`).join('\n');
}

interface Ranked extends DeployStep {
  /** Compared number by number. */
  readonly rank: readonly number[];
}

function inOrder(steps: readonly Ranked[]): DeployStep[] {
  return steps.toSorted((a, b) => compareRanks(a.rank, b.rank) || compareText(a.path, b.path)).map(({ rank: _, ...step }) => step);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** What leads to pages and is loaded by its fixed name; the rest of the search index has names that change with it. */
const INDEX = /^search\/[^/]+\/(?:pagefind-entry\.json|site\.json|titles-\d+\.json)$|(?:^|\/)(?:sitemap(?:-\d+)?\.xml|feed\.xml|rss\.xml|llms\.txt|robots\.txt|[^/]+\.webmanifest)$|^(?:_redirects|staticwebapp\.config\.json|redirects\.map|interlinear\.json)$|^badges\//;

function phaseOf({ path, type }: PublishedFile): DeployPhase {
  if (INDEX.test(path)) return 'indexes';
  return type.startsWith('text/html') ? 'pages' : 'assets';
}

/** Among pages, the deepest first: listings and home pages stand above what they list. A sitemap's parts come before it. */
function orderOf({ path }: PublishedFile, phase: DeployPhase): number[] {
  if (phase === 'pages') return [-path.split('/').length];
  return [phase === 'indexes' && path === 'sitemap.xml' ? 1 : 0];
}

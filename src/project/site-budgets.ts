import { compareText } from '../text/compare-text.ts';
import type { Hosting } from '../model/site.ts';
import type { PublishedFile } from './publish-manifest.ts';

/** What a host takes. Sizes in bytes. */
interface Budget {
  readonly name: string;
  readonly files?: number;
  readonly fileSize?: number;
  readonly siteSize?: number;
  /** Lines of `_redirects`. */
  readonly redirects?: number;
}

const MIB = 2 ** 20;

/** From developers.cloudflare.com/pages/platform/limits and docs.github.com/pages, GitHub Pages limits. */
const BUDGETS: Readonly<Record<Hosting, Budget | undefined>> = {
  'cloudflare-pages': { name: 'Cloudflare Pages (free plan)', files: 20_000, fileSize: 25 * MIB, redirects: 2_000 },
  'cloudflare-pages-paid': { name: 'Cloudflare Pages (paid plan)', files: 100_000, fileSize: 25 * MIB, redirects: 2_000 },
  'github-pages': { name: 'GitHub Pages', siteSize: 1_000_000_000 },
  none: undefined,
};

/**
 * What a finished site has too much of for its host, each as a sentence that says what uses most.
 * @param redirects lines of `_redirects`
 */
export function brokenBudgets(hosting: Hosting, files: readonly PublishedFile[], redirects: number): string[] {
  const budget = BUDGETS[hosting];
  if (!budget) return [];
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const broken: string[] = [];
  if (budget.files !== undefined && files.length > budget.files) {
    broken.push(`The site has ${number(files.length)} files; ${budget.name} takes ${number(budget.files)}. Most are ${shares(files, () => 1, number)}. Publish fewer locales in one site (\`--locale\`), leave out pages without a translation (\`missing: hide\`), or choose another plan or host.`);
  }
  if (budget.siteSize !== undefined && size > budget.siteSize) {
    broken.push(`The site has ${bytes(size)}; ${budget.name} takes ${bytes(budget.siteSize)}. Most is in ${shares(files, (file) => file.size, bytes)}. Publish fewer locales in one site (\`--locale\`), leave out pages without a translation (\`missing: hide\`), or make large files smaller.`);
  }
  const limit = budget.fileSize ?? Infinity;
  const large = files.filter((file) => file.size > limit).toSorted((a, b) => b.size - a.size || compareText(a.path, b.path));
  if (large.length > 0) {
    const named = large.slice(0, 3).map((file) => `${file.path} (${bytes(file.size)})`).join(', ');
    broken.push(`${large.length === 1 ? 'One file is' : `${number(large.length)} files are`} larger than the ${bytes(limit)} that ${budget.name} takes: ${named}${large.length > 3 ? ', …' : ''}. Make them smaller, or link to them elsewhere.`);
  }
  if (budget.redirects !== undefined && redirects > budget.redirects) {
    broken.push(`The site has ${number(redirects)} redirects; ${budget.name} reads the first ${number(budget.redirects)} of _redirects. The others work by their pages.`);
  }
  return broken;
}

/** shares(files, () => 1, number) // => 'pages of vi-vn (9,120), search of vi-vn (3,004), …': the three largest */
function shares(files: readonly PublishedFile[], measure: (file: PublishedFile) => number, write: (amount: number) => string): string {
  const groups = new Map<string, number>();
  for (const file of files) {
    const name = `${kindOf(file)} of ${file.locale ?? 'the whole site'}`;
    groups.set(name, (groups.get(name) ?? 0) + measure(file));
  }
  const sorted = [...groups].sort(([a, most], [b, other]) => other - most || compareText(a, b));
  return sorted.slice(0, 3).map(([name, amount]) => `${name} (${write(amount)})`).join(', ');
}

function kindOf({ path, type }: PublishedFile): string {
  if (path.startsWith('search/')) return 'search files';
  return type.startsWith('text/html') ? 'pages' : 'other files';
}

/** number(20000) // => '20,000', on every machine */
function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** bytes(26214400) // => '25 MiB' */
function bytes(value: number): string {
  // Up, so that what is too large by a byte does not look as if it fitted.
  const round = (amount: number): number => Math.ceil(amount * 10 - 1e-9) / 10;
  if (value >= 1e9) return `${round(value / 1e9)} GB`;
  return value >= MIB ? `${round(value / MIB)} MiB` : `${number(value)} bytes`;
}

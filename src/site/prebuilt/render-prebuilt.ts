import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteSource } from '../../views/site-source.ts';
import { provideSource } from '../interlinear-plugin.ts';
import { ASSETS, usedAssets } from '../used-assets.ts';

/** What `server/entry.mjs` of the prebuilt pages exports. */
type PageServer = typeof import('./page-server.ts');

/** Whether the prebuilt pages can render a site: they know one base, and no MDX. */
export function canRenderPrebuilt(source: SiteSource, base: string): boolean {
  return base === '/' && source.mdxKeys().length === 0;
}

/**
 * Renders all pages that the source names, and the styles, into a folder: the same bytes as Astro's own build.
 * @param folder URL of what `prebuildPages` made, with a slash at its end
 * @param out absolute path; what it holds stays
 */
export async function renderPrebuilt(folder: URL, source: SiteSource, out: string): Promise<void> {
  provideSource(source);
  const { renderPage } = (await import(new URL('server/entry.mjs', folder).href)) as PageServer;
  const pages: string[] = [];
  for (const { address, file } of await addresses(source)) {
    const { status, text } = await renderPage(address);
    if (status !== 200 && status !== 404) throw new Error(`The page ${address} was answered with status ${status}.`);
    pages.push(text);
    write(join(out, file), text);
  }
  const assets = new URL(`client/${ASSETS}/`, folder);
  const files = new Map(readdirSync(assets).map((name) => [name, readFileSync(new URL(encodeURIComponent(name), assets))]));
  for (const name of usedAssets(pages, files)) write(join(out, ASSETS, name), files.get(name) ?? '');
}

/** Where Astro writes what it renders, as `build.format: 'directory'` has it. */
async function addresses(source: SiteSource): Promise<{ readonly address: string; readonly file: string }[]> {
  const checks = source.checkPaths();
  const folders = [
    '',
    ...source.homePaths(),
    ...source.notFoundPaths().map((locale) => `${locale}/404`),
    ...source.searchPaths().map((locale) => `${locale}/search`),
    ...(await source.pagePaths()).map(({ locale, slug }) => `${locale}/${slug.replace(/\/$/, '')}`),
    ...source.templatePaths().map(({ layout, locale }) => `interlinear-templates/${layout}/${locale}`),
    ...(checks.length === 0 ? [] : ['checks', ...checks.map((id) => `checks/${id}`)]),
    ...(source.hasReview() ? ['review'] : []),
  ];
  return [
    ...folders.map((path) => ({ address: path === '' ? '/' : `/${path}/`, file: join(path, 'index.html') })),
    { address: '/404/', file: '404.html' },
    ...source.homePaths().map((locale) => ({ address: `/${locale}/reader.json`, file: `${locale}/reader.json` })),
  ];
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Folder of the scripts and styles that Vite bundles. */
export const ASSETS = '_astro';

/**
 * Those of the bundled scripts and styles that pages need, and that these need in turn: Vite bundles every page of
 * the site, also those that a site does not have.
 * @param pages HTML
 * @param assets content by file name
 */
export function usedAssets(pages: readonly string[], assets: ReadonlyMap<string, Uint8Array>): ReadonlySet<string> {
  const used = new Set<string>();
  const find = (text: string): void => {
    for (const [name, content] of assets) {
      if (used.has(name) || !text.includes(name)) continue;
      used.add(name);
      if (/\.(?:js|css)$/.test(name)) find(new TextDecoder().decode(content));
    }
  };
  for (const page of pages) find(page);
  return used;
}

/**
 * Paths within the locale's folder that the `href` of an entry may mean, the likeliest first; none for addresses and for
 * what leads out of the folder. `folder`: that of the navigation file, empty or with a slash at its end. Folders end in a slash.
 * tocPaths('guides/', '../a%20b.md#x') // => ['a b.md']
 */
export function tocPaths(folder: string, href: string): readonly string[] {
  if (/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(href)) return [];
  const path = decoded(href.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  if (!path.startsWith('~/')) return [joinPath(folder, path)].filter((joined) => joined !== undefined);
  // `~` is the folder of the document set, which need not be that of the locale.
  const above = folder.split('/').map((_, depth, parts) => parts.slice(0, depth).map((part) => `${part}/`).join(''));
  return above.flatMap((set) => joinPath(set, path.slice(2)) ?? []);
}

/** Names that the article of a path may have, as it is written first: its ending may be left out or be that of the other kind. */
export function articleNames(path: string): readonly string[] {
  if (/\.md$/i.test(path)) return [path, `${path}x`];
  if (/\.mdx$/i.test(path)) return [path, path.slice(0, -1)];
  const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
  return [...(folder === path ? [] : [path, `${path}.md`, `${path}.mdx`]), `${folder}index.md`, `${folder}index.mdx`];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function joinPath(folder: string, path: string): string | undefined {
  const out = folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.pop() === undefined) return undefined;
  }
  const joined = out.join('/');
  return path === '' || path.endsWith('/') || /(^|\/)\.{1,2}$/.test(path) ? (joined === '' ? '' : `${joined}/`) : joined;
}

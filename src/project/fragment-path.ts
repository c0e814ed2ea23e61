/**
 * True for articles that exist to be included by others (`includes/`, `_shared/`). They have pages, because links may
 * lead there, but no reader looks for them: no listing and no search engine shows them.
 */
export function isFragmentPath(path: string): boolean {
  return path.includes('/') && FRAGMENT.test(path);
}

const FRAGMENT = /(?:^|\/)(?:includes?|_[^/]*)\//i;

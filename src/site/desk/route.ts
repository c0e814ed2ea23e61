/** Where the desk stands: a queue, or an article at a segment. Lives in the fragment of the address. */
export interface Route {
  readonly locale: string;
  readonly path: string | undefined;
  readonly ordinal: string | undefined;
  /** A change that the link proposes, as written (proposal.ts). */
  readonly proposal: string | undefined;
}

/** readRoute('#/ar-sa/guides/mail.md?s=104') // => { locale: 'ar-sa', path: 'guides/mail.md', ordinal: '104', proposal: undefined } */
export function readRoute(fragment: string): Route {
  const [place = '', query = ''] = fragment.replace(/^#\/?/, '').split('?', 2);
  const [locale = '', ...path] = place.split('/').map(decode);
  const values = new URLSearchParams(query);
  return { locale, path: path.length > 0 && path.join('/') !== '' ? path.join('/') : undefined, ordinal: values.get('s') ?? undefined, proposal: values.get('edit') ?? undefined };
}

export function routeTo(locale: string, path?: string, ordinal?: string): string {
  const place = [locale, ...(path?.split('/') ?? [])].map(encodeURIComponent).join('/');
  return `#/${place}${ordinal === undefined ? '' : `?s=${encodeURIComponent(ordinal)}`}`;
}

/** Goes there at once: after `location.hash = …` the next key would still meet what is left. */
export function goTo(address: string): void {
  if (address === location.hash) return;
  history.pushState(null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

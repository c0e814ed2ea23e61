/** Where the desk stands: a queue, or an article at a segment. Lives in the fragment of the address. */
export interface Route {
  readonly locale: string;
  readonly path: string | undefined;
  readonly ordinal: string | undefined;
}

/** readRoute('#/ar-sa/guides/mail.md?s=104') // => { locale: 'ar-sa', path: 'guides/mail.md', ordinal: '104' } */
export function readRoute(fragment: string): Route {
  const [place = '', query = ''] = fragment.replace(/^#\/?/, '').split('?', 2);
  const [locale = '', ...path] = place.split('/').map(decode);
  return { locale, path: path.length > 0 && path.join('/') !== '' ? path.join('/') : undefined, ordinal: new URLSearchParams(query).get('s') ?? undefined };
}

export function routeTo(locale: string, path?: string, ordinal?: string): string {
  const place = [locale, ...(path?.split('/') ?? [])].map(encodeURIComponent).join('/');
  return `#/${place}${ordinal === undefined ? '' : `?s=${encodeURIComponent(ordinal)}`}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

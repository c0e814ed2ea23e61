/** A place of the page that is found on its other pages, too. */
export interface Place {
  /** Id of the first sentence on the screen; empty when there is none. */
  readonly segment: string;
  /** Id of the heading above it. */
  readonly heading: string;
}

/** What is being read. The place that the address names wins while it is on the screen; at the top of the page there is none to keep. */
export function placeInView(): Place {
  const top = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  // The other side of the article is on the page, too, unseen.
  const isReached = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().bottom > top + SLIVER;
  const linked = namedBy(location.hash).find((element) => isReached(element) && element.getBoundingClientRect().top < innerHeight);
  let heading = '';
  if (!linked && scrollY < 1) return { segment: '', heading };
  for (const element of document.querySelectorAll<HTMLElement>('#article :is(h1,h2,h3,h4,h5,h6,span)[id],#article [data-s]')) {
    const id = element.dataset['s'] ?? element.id;
    const isHeading = element.tagName !== 'SPAN';
    if (isHeading) heading = id;
    if (linked ? element === linked : !isHeading && /^s\d+$/.test(id) && isReached(element)) return { segment: id, heading };
  }
  return { segment: '', heading };
}

/** Pixels of a sentence below the header that nobody reads. */
const SLIVER = 12;

/** The sentence or heading that an address names, on either side. */
function namedBy(hash: string): readonly Element[] {
  const id = decodeURIComponent(hash.slice(1));
  return id === '' ? [] : [...document.querySelectorAll(`#article [id="${CSS.escape(id)}"],#article [data-s="${CSS.escape(id)}"]`)];
}

/** The element that the address names. */
export function hashTarget(): HTMLElement | null {
  return document.getElementById(decodeURIComponent(location.hash.slice(1)));
}

/**
 * Leads to what the address names, when the page has come or, by an event, when the address has changed. A page that is
 * loaded again is scrolled by the browser: to where its reader was.
 */
export function leadTo(element: Element, changed?: Event): void {
  const [load] = performance.getEntriesByType('navigation');
  if (changed || (load instanceof PerformanceNavigationTiming && load.type === 'navigate')) element.scrollIntoView();
}

/** Marks the section that is being read in "On this page". */
export function markContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.contents');
  if (!contents) return;
  const links = [...contents.querySelectorAll('a')];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  // Beside the text the list is always shown, and says so.
  let beside = false;
  new ResizeObserver(() => {
    if (beside !== (beside = getComputedStyle(contents).gridColumnStart === '2')) contents.open = beside;
  }).observe(contents);
  const observer = new IntersectionObserver(() => {
    const line = innerHeight / 4;
    const at = headings.findLastIndex((heading) => (heading?.getBoundingClientRect().top ?? line) < line);
    links.forEach((link, index) => (index === at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  }, { rootMargin: '0px 0px -75% 0px' });
  headings.forEach((heading) => heading && observer.observe(heading));
}

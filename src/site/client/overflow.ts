/** Lets the keyboard scroll tables and code that are wider than their column, and names them while they are. */
export function watchOverflow({ dataset }: HTMLTemplateElement): void {
  const wide = [...document.querySelectorAll<HTMLElement>('.table-scroll, pre')];
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const scrolls = target.scrollWidth > target.clientWidth;
    const table = target.matches('.table-scroll');
    set(target, 'tabindex', scrolls && '0');
    set(target, 'role', scrolls && (table ? 'region' : 'group'));
    set(target, 'aria-label', scrolls && (table ? `${dataset['table']} ${wide.indexOf(target as HTMLElement) + 1}` : dataset['code']));
  }));
  wide.forEach((element) => observer.observe(element));
}

function set(element: Element, name: string, value: string | false | undefined): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

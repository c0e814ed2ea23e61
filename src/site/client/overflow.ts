import { dress } from './dress.ts';

/** Lets the keyboard scroll tables and code that are wider than their column, and names them while they are. */
export function watchOverflow({ dataset }: HTMLTemplateElement): void {
  const wide: readonly Element[] = [...document.querySelectorAll('.table-scroll, pre')];
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const scrolls = target.scrollWidth > target.clientWidth;
    const table = target.matches('.table-scroll');
    if (scrolls) {
      Object.assign(target, { tabIndex: 0, role: table ? 'region' : 'group', ariaLabel: table ? `${dataset['table']} ${wide.indexOf(target) + 1}` : dataset['code'] });
      void dress();
    } else ['tabindex', 'role', 'aria-label'].forEach((name) => target.removeAttribute(name));
  }));
  wide.forEach((element) => observer.observe(element));
}

import { recall, remember } from './remember.ts';

/** The choice of the theme; theme.ts has shown the remembered one already. */
export function switchTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme');
  if (!select) return;
  const show = (): void => {
    const theme = recall('theme');
    document.documentElement.dataset['theme'] = theme;
    select.value = theme;
    // Something else was stored.
    if (select.selectedIndex < 0) select.value = '';
  };
  show();
  select.addEventListener('change', () => {
    remember('theme', select.value);
    // Where nothing can be kept, the choice holds for this page.
    document.documentElement.dataset['theme'] = select.value;
  });
  // Also on a page that comes back from the browser's cache, and in the other windows of the site.
  addEventListener('pageshow', show);
  addEventListener('storage', show);
}

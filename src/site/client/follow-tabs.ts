import { remember } from './remember.ts';
import { chosenTabs, openPanel, openTabs } from './tabs.ts';

/** A choice opens the tabs of that name in every group and on every page; a link into a closed tab opens it. */
export function followTabs(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
  addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('.tabs > [type=radio]')) return;
    const name = target.nextElementSibling?.nextElementSibling?.getAttribute('data-tab') ?? '';
    const top = (): number => target.labels?.[0]?.getBoundingClientRect().top ?? 0;
    const before = top();
    remember('tabs', [...new Set([name, ...chosenTabs()])].slice(0, 20).join(' '));
    openTabs();
    // Groups above may have become longer or shorter; what is being read stays where it is.
    scrollBy({ top: top() - before, behavior: 'instant' });
  });
}

function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = target?.closest('.tab-panel');
  if (!panel) return;
  openPanel(panel);
  target?.scrollIntoView();
}

import { remember } from './remember.ts';
import { chosenTabs, openTabs } from './tabs.ts';

/** A choice opens the tabs of that name in every group and on every page. */
export function followTab(chosen: HTMLInputElement): void {
  const name = chosen.nextElementSibling?.nextElementSibling?.getAttribute('data-tab') ?? '';
  const top = (): number => chosen.labels?.[0]?.getBoundingClientRect().top ?? 0;
  const before = top();
  remember('tabs', [...new Set([name, ...chosenTabs()])].slice(0, 20).join(' '));
  openTabs();
  // Groups above may have become longer or shorter; what is being read stays where it is.
  scrollBy({ top: top() - before, behavior: 'instant' });
}

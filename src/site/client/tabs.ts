import { openPanel } from './open-panel.ts';
import { recall } from './remember.ts';

/** Names of the tabs that the reader chose on any page, the latest first. */
export function chosenTabs(): readonly string[] {
  return recall('tabs').split(' ').filter(Boolean);
}

/** Opens the chosen tabs in every group that has them. Of two names that one group has, the latest wins. */
export function openTabs(): void {
  for (const name of chosenTabs().toReversed()) document.querySelectorAll(`.tab-panel[data-tab="${CSS.escape(name)}"]`).forEach(openPanel);
}

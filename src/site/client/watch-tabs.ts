import { hashTarget, leadTo } from './hash-target.ts';
import { openPanel } from './open-panel.ts';

/** A link into a closed tab opens it. What follows a choice among tabs is loaded with the first one. */
export function watchTabs(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
  addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('.tabs > [type=radio]')) void import('./follow-tabs.ts').then((tabs) => tabs.followTab(target));
  });
}

function openTarget(changed?: Event): void {
  const target = hashTarget();
  const panel = target?.closest('.tab-panel');
  if (!target || !panel) return;
  openPanel(panel);
  leadTo(target, changed);
}

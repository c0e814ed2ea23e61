// Runs before the page is painted, as a classic script in <head>: from a module the other colours and tabs would flash up.
import { chooseReadingMode } from './reading-choice.ts';
import { chosenTabs, openTabs } from './tabs.ts';
import { recall } from './remember.ts';

const theme = recall('theme');
if (/^(?:light|dark)$/.test(theme)) document.documentElement.dataset['theme'] = theme;

// While the page is being read, so that nothing moves later.
if (chosenTabs().length > 0 || recall('mode') !== '') {
  const observer = new MutationObserver(() => {
    openTabs();
    chooseReadingMode();
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => observer.disconnect());
}

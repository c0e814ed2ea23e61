// What can be done with the sentences of an article. Everything but the switches is loaded when it is asked for.
const article = document.querySelector<HTMLElement>('#article[data-version]');
const select = document.querySelector<HTMLSelectElement>('#compare');
const label = document.querySelector<HTMLLabelElement>('.to-facing');

if (label) {
  // The label in the notice is for those who point; with a script it is a button for everybody.
  const { control } = label;
  const button = document.createElement('button');
  button.className = label.className;
  button.textContent = label.textContent;
  button.onclick = () => control?.click();
  label.replaceWith(button);
}

if (article && select) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#site-languages [data-pivot]')) {
    select.append(Object.assign(new Option(link.firstElementChild?.textContent ?? '', link.hreflang), { lang: link.hreflang }));
  }
  const apply = (): void => void import('./pivot.ts').then((module) => module.compare(article, select));
  select.onchange = apply;
  try {
    select.value = sessionStorage.getItem('interlinear-compare') ?? '';
  } catch {
    // A browser that keeps nothing compares with what is chosen on this page.
  }
  // A language of another article may be missing here.
  if (select.selectedIndex > 0) apply();
  else select.selectedIndex = 0;
}

if (article) {
  const open = (place: Range | Element): void => void import('./segment-links-menu.ts').then((module) => module.showMenu(article, place));
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    // Once the selection stands still, by pointer, touch or keyboard.
    timer = setTimeout(() => {
      const selection = getSelection();
      if (selection && !selection.isCollapsed && article.contains(selection.anchorNode)) open(selection.getRangeAt(0));
    }, 400);
  });
  article.addEventListener('focusin', ({ target }) => {
    // By keyboard: a click is no wish for a menu.
    if (target instanceof Element && target.matches(':focus-visible:is([data-s],.t>[id])')) open(target);
  });
}

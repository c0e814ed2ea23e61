/** What has a control of its own: a block, or the box around a heading, a summary or the labels of tabs. */
const HOLDER = ':is(.b, .h, .tabs):has(> .k)';

/** The originals that the control of a holder opens. */
const SOURCES = ':scope > .o, :scope > :is(h1, h2, h3, h4, h5, h6) .o, :scope > details > summary .o, :scope > label .o';

export function holderOf(element: Element | null | undefined): Element | null {
  return element?.closest(HOLDER) ?? null;
}

/** In the order of the page. */
export function holdersOf(article: Element): readonly Element[] {
  return [...article.querySelectorAll(HOLDER)];
}

/** Opens or closes the original of a holder; one that is closed can still be found. */
export function setOpen(holder: Element | null, open: boolean): void {
  const control = holder?.querySelector<HTMLInputElement>(':scope > .k');
  if (control) control.checked = open;
  for (const source of holder?.querySelectorAll(SOURCES) ?? []) {
    if (open) source.removeAttribute('hidden');
    else source.setAttribute('hidden', 'until-found');
  }
}

export function isOpen(holder: Element): boolean {
  return holder.querySelector(':scope > .k:checked') !== null || [...holder.querySelectorAll(SOURCES)].some((source) => !source.hasAttribute('hidden'));
}

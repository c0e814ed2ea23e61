/** What has a control of its own: a block, or the box around a heading, a summary or the labels of tabs. */
export const HOLDER = ':is(.b, .h, .tabs):has(> .k)';

export function holderOf(element: Element | null | undefined): Element | null {
  return element?.closest(HOLDER) ?? null;
}

/** The originals that the control of a holder opens. */
export function sourcesOf(holder: Element): readonly Element[] {
  return [...holder.querySelectorAll(':scope > .o, :scope > :is(h1, h2, h3, h4, h5, h6) .o, :scope > details > summary .o, :scope > label .o')];
}

/** Opens or closes the original of a holder; one that is closed can still be found. */
export function setOpen(holder: Element, open: boolean): void {
  const control = holder.querySelector<HTMLInputElement>(':scope > .k');
  if (control) control.checked = open;
  for (const source of sourcesOf(holder)) {
    if (open) source.removeAttribute('hidden');
    else source.setAttribute('hidden', 'until-found');
  }
}

/** Opens or closes the original of a block; one that is closed can still be found. */
export function setOpen(block: Element | null, open: boolean): void {
  const control = block?.querySelector<HTMLInputElement>('.k');
  if (control) control.checked = open;
  const source = block?.querySelector('.o');
  if (open) source?.removeAttribute('hidden');
  else source?.setAttribute('hidden', 'until-found');
}

/** Checks the radio button before the label before a panel. */
export function openPanel(panel: Element): void {
  const input = panel.previousElementSibling?.previousElementSibling;
  if (input instanceof HTMLInputElement) input.checked = true;
}

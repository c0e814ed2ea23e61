/** Whether a key is pressed by itself, and not to write something. */
export function isPlainKey({ target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  return !(target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio],[type=checkbox]),textarea,select')));
}

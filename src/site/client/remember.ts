/** What the reader chose before; empty when nothing, or when the browser keeps nothing. */
export function recall(name: string): string {
  try {
    return localStorage.getItem(`interlinear-${name}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a choice for the whole site. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`interlinear-${name}`, value);
  } catch {
    // A browser that keeps nothing still does what was chosen, on this page.
  }
}

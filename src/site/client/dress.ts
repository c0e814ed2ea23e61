/** Loads a file of styles once. Resolves when they are there or cannot be had. */
export function dress(href = ''): Promise<unknown> {
  return (loads[href] ??= new Promise((done) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: done }));
  }));
}

/** Loads the styles of what scripts put over the page: styles/late.css. */
export function dressLate(): Promise<unknown> {
  return dress(document.querySelector<HTMLElement>('#widgets')?.dataset['styles']);
}

const loads: Record<string, Promise<unknown>> = {};

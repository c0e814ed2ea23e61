/** Loads a file of styles once, by default that of what scripts put over the page: styles/late.css. Resolves when they are there or cannot be had. */
export function dress(href = document.querySelector<HTMLElement>('#widgets')?.dataset['styles'] ?? ''): Promise<unknown> {
  return (loads[href] ??= new Promise((done) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: done }));
  }));
}

const loads: Record<string, Promise<unknown>> = {};

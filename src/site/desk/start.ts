import { html, render } from 'htm/preact/standalone';
import { App } from './app.ts';

/** Puts the desk into its page. */
export function start(): void {
  const place = document.getElementById('desk');
  if (place) render(html`<${App} />`, place);
}

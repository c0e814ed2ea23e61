import { html, render } from 'htm/preact/standalone';
import { App } from './app.ts';

const place = document.getElementById('desk');
if (place) render(html`<${App} />`, place);

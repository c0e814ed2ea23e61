// All that a page runs, in one file: one request, and small files pack badly one by one. What is rarely needed is
// loaded by these when it is; the theme and the tabs come earlier, see theme.ts.
import './site-search.ts';
import './language-links.ts';
import './segment-links.ts';
import './reading.ts';
import { startWidgets } from './page-widgets.ts';

// In a task of its own: on a slow phone all of it at once would keep a tap waiting.
setTimeout(startWidgets);

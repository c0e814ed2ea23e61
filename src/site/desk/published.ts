import { connect } from './api.ts';
import { openOutbox } from './outbox.ts';
import { publishedApi } from './published-api.ts';
import { start } from './start.ts';

const folder = document.getElementById('desk')?.dataset['files'] ?? '';
// No `await` here: with one at the top of a module, Rolldown cuts the scripts of all pages into more files.
void openOutbox(folder.replace(/review\/data\/$/, '')).then((outbox) => {
  connect(publishedApi(folder, outbox));
  start();
});

// The search as a page of its own, whose address holds what is searched for.
import { startSearch } from './search-dialog.ts';

const panel = document.querySelector<HTMLElement>('#search-page');
const site = document.querySelector<HTMLElement>('site-search');
if (panel && site) void open(panel, site);

async function open(panel: HTMLElement, site: HTMLElement): Promise<void> {
  const input = panel.querySelector('input');
  const section = panel.querySelector('select');
  if (!input || !section) return;
  const wanted = new URLSearchParams(location.search);
  input.value = wanted.get('q') ?? '';
  if (input.value === '') input.focus();
  else keep();
  for (const field of [input, section]) field.addEventListener('input', keep);
  // The texts and places are those of the search in the header.
  Object.assign(panel.dataset, site.dataset);
  try {
    await startSearch(panel, wanted.get('section') ?? '');
  } catch {
    const status = panel.querySelector('.search-status');
    if (status) status.textContent = site.dataset['failed'] ?? '';
  }

  function keep(): void {
    const address = new URL(location.href);
    for (const [name, value] of [['q', input?.value.trim()], ['section', section?.value]] as const) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, '', address);
    // Another language is asked the same.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#site-languages a')) link.search = address.search;
  }
}

import { openSearch, type Found, type Results, type SearchSite } from './search-site.ts';

/** Results shown at a time, and milliseconds without a key after which the search starts. */
const PAGE = 10;
/** Of these, drawn first: all ten at once keep a slow phone from answering. */
const FIRST = 4;
const QUIET = 140;

/**
 * Makes the panel of a `<site-search>` or of the search page search. Rejects when the search files cannot be loaded.
 * `chosen`: the section that is looked in at first.
 */
export async function startSearch(host: HTMLElement, chosen = ''): Promise<void> {
  const dialog = host.querySelector('dialog');
  const input = find(host, 'input');
  const section = find(host, 'select');
  const status = find(host, '.search-status');
  const list = find(host, '.search-results');
  const more = find(host, '.search-more');
  const found = find(host, '.search-found');
  const { folder = '', locale = '', home = '', lang = '', count: forms = '{}' } = host.dataset;
  const plurals = new Intl.PluralRules(lang);
  const texts: unknown = JSON.parse(forms);
  status.textContent = host.dataset['loading'] ?? '';
  const site: SearchSite = await openSearch({ folder, locale, home });
  status.textContent = '';
  const sections = Object.entries(site.facts.sections);
  section.append(...sections.map(([value, title]) => new Option(title, value)));
  section.hidden = sections.length < 2;
  if (Object.hasOwn(site.facts.sections, chosen)) section.value = chosen;
  /** Number of the last search, of the one whose rows are shown, and of the one whose first row is to be opened. */
  let run = 0;
  let answered = 0;
  let entered = 0;
  /** Where further rows come from, unless some are on their way. */
  let results: Results | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawing: Promise<void> = Promise.resolve();

  input.addEventListener('input', () => {
    entered = 0;
    clearTimeout(timer);
    timer = setTimeout(start, QUIET);
  });
  section.addEventListener('change', start);
  more.addEventListener('click', () => {
    if (results) void show(results, true);
  });
  host.addEventListener('keydown', onKey);
  list.addEventListener('click', (event) => {
    // A link to another place of this page leaves the page as it is.
    if (event.target instanceof Element && event.target.closest('a')) dialog?.close();
  });
  if (input.value.trim() !== '') start();
  else void site.loadOriginals();

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    run += 1;
    const query = input.value.trim();
    if (query !== '') void show(site.search(query, section.value), false);
    else {
      clear();
      status.textContent = '';
    }
  }

  /** Shows the next page of results as they come: those of the reader's language do not wait for the originals. */
  async function show(asked: Results, further: boolean): Promise<void> {
    const current = run;
    results = undefined;
    status.textContent = host.dataset['loading'] ?? '';
    try {
      let shown = 0;
      for (let items; shown < PAGE; shown += items.length) {
        // Rows that are on their way come first, and the reader sees what there is before more is loaded.
        await drawing;
        items = await asked.next(PAGE - shown);
        if (current !== run) return;
        if (shown === 0 && !further) clear();
        if (items.length === 0) break;
        const before = list.childElementCount;
        const rows = items.map((item, index) => row(item, host, before + index));
        list.append(...rows.slice(0, FIRST));
        drawing = drawRest(rows.slice(FIRST), current);
        if (shown > 0) continue;
        if (further) rows[0]?.querySelector('a')?.focus();
        else if (entered === current && document.activeElement === input) openFirst();
      }
      await drawing;
      if (current !== run) return;
      // A button that goes leaves its focus behind.
      if (shown === 0 && document.activeElement === more) [...list.querySelectorAll('a')].at(-1)?.focus();
      more.hidden = shown < PAGE;
      const all = list.childElementCount;
      status.textContent = all === 0 ? (host.dataset['none'] ?? '') : pluralText(texts, plurals.select(all)).replace('{n}', new Intl.NumberFormat(lang).format(all));
    } catch {
      if (current === run) status.textContent = host.dataset['failed'] ?? '';
    }
    if (current === run) results = asked;
  }

  function clear(): void {
    answered = run;
    more.hidden = true;
    // Before the rows are there: scrolling lays the page out at once, rows and all.
    found.scrollTop = 0;
    list.replaceChildren();
  }

  /** Resolves when what was there before is painted. */
  async function drawRest(rows: readonly HTMLLIElement[], current: number): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    if (current === run) list.append(...rows);
  }

  /** What is shown may still be the answer to less than what is typed. */
  function openFirst(): void {
    if (timer !== undefined) start();
    if (answered === run) list.querySelector('a')?.click();
    else entered = run;
  }

  /** Arrow keys go through the links; Enter in the box opens the first. The dialog itself closes at Esc. */
  function onKey(event: KeyboardEvent): void {
    const links = [...list.querySelectorAll('a')];
    const at = links.findIndex((link) => link === document.activeElement);
    if (event.isComposing || document.activeElement === section) return;
    if (event.key === 'Enter' && document.activeElement === input) {
      event.preventDefault();
      openFirst();
    } else if (event.key === 'ArrowDown' && links.length > 0) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)]?.focus();
    } else if (event.key === 'ArrowUp' && at !== -1) {
      event.preventDefault();
      (at === 0 ? input : links[at - 1])?.focus();
    }
  }
}

function row(found: Found, host: HTMLElement, index: number): HTMLLIElement {
  const link = element('a', { href: found.url });
  const title = element('span', { class: 'search-title', id: `search-title-${index}`, lang: found.titleTag, dir: found.titleDir });
  title.textContent = found.title;
  link.append(title);
  const item = element('li', {});
  const facts = element('p', { class: 'search-facts' });
  if (found.section !== undefined) facts.append(span(found.section, 'search-section'));
  if (found.mark !== undefined) facts.append(span(host.dataset[found.mark] ?? '', 'search-mark'));
  const excerpt = element('p', { class: 'search-excerpt', lang: found.tag, dir: found.dir });
  for (const { text, found: marked } of found.excerpt.pieces) {
    const piece = marked ? document.createElement('mark') : undefined;
    if (piece) piece.textContent = text;
    excerpt.append(piece ?? text);
  }
  item.append(link, ...(facts.childElementCount > 0 ? [facts] : []), excerpt);
  return item;
}

function span(text: string, name: string): HTMLElement {
  const made = element('span', { class: name });
  made.textContent = text;
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>>): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function pluralText(forms: unknown, category: string): string {
  const text: unknown = typeof forms === 'object' && forms !== null ? (Reflect.get(forms, category) ?? Reflect.get(forms, 'other')) : undefined;
  return typeof text === 'string' ? text : '{n}';
}

function find<Name extends keyof HTMLElementTagNameMap>(host: HTMLElement, selector: Name): HTMLElementTagNameMap[Name];
function find(host: HTMLElement, selector: string): HTMLElement;
function find(host: HTMLElement, selector: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector}.`);
  return found;
}

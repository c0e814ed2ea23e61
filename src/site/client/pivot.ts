
/** A passage of the source side as the page came with it. */
interface Passage {
  readonly nodes: readonly Node[];
  readonly lang: string;
  readonly dir: string;
  readonly script: string | undefined;
}

/** The article of another locale. */
interface OtherArticle {
  readonly article: HTMLElement;
  /** Address that its links are relative to. */
  readonly url: string;
}

const passages = new Map<HTMLElement, Passage>();
const others = new Map<string, Promise<OtherArticle | undefined>>();
let facing: string | undefined;
let run = 0;

/**
 * Puts the sentences of the language that is chosen in `list` where the source's stand, joined by ordinal; the first
 * entry brings the source back. What cannot be loaded or joined is said beside the list, and the source stays.
 */
export async function compare(article: HTMLElement, list: HTMLSelectElement): Promise<void> {
  const current = ++run;
  const tag = list.value;
  // Nothing would be seen of a new choice where the source side is closed.
  if (isNew(tag) && tag !== '') document.querySelector<HTMLElement>(':root:has(#x-translation:checked) #x-both')?.click();
  const note = list.closest('.compare')?.querySelector<HTMLElement>('[role=status]');
  if (note) note.textContent = '';
  if (tag === '') {
    restore(article);
    return;
  }
  list.ariaBusy = 'true';
  let problem: 'failed' | 'differs' | undefined;
  try {
    const other = await load(tag);
    if (current !== run) return;
    restore(article);
    if (other !== undefined && other.article.dataset['version'] === article.dataset['version']) show(article, other, tag);
    else problem = 'differs';
  } catch {
    others.delete(tag);
    problem = 'failed';
  }
  if (current !== run) return;
  list.ariaBusy = null;
  if (problem === undefined) return;
  restore(article);
  list.value = '';
  const texts = await import('./reader-texts.ts').then(({ readerTexts }) => readerTexts(document.documentElement.lang)).catch(() => undefined);
  if (note && texts && current === run) note.textContent = texts[problem];
}

/** Keeps the choice as long as the browser's tab is open, and tells whether it is another one than before. */
function isNew(tag: string): boolean {
  try {
    const before = sessionStorage.getItem('interlinear-compare') ?? '';
    sessionStorage.setItem('interlinear-compare', tag);
    return before !== tag;
  } catch {
    // Then it holds for this page.
    return true;
  }
}

function load(tag: string): Promise<OtherArticle | undefined> {
  const known = others.get(tag) ?? fetchArticle(tag);
  others.set(tag, known);
  return known;
}

async function fetchArticle(tag: string): Promise<OtherArticle | undefined> {
  const url = document.querySelector<HTMLAnchorElement>(`#site-languages [data-pivot][hreflang="${CSS.escape(tag)}"]`)?.href.split('#', 1)[0] ?? '';
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  // A document without a window: nothing in it runs or is loaded.
  const article = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector<HTMLElement>('#article');
  return article ? { article, url } : undefined;
}

function restore(article: HTMLElement): void {
  for (const [passage, { nodes, lang, dir, script }] of passages) {
    passage.replaceChildren(...nodes);
    setLanguage(passage, lang, dir, script);
  }
  passages.clear();
  if (facing !== undefined) article.dataset['facing'] = facing;
  delete article.dataset['compare'];
}

function show(article: HTMLElement, { article: other, url }: OtherArticle, tag: string): void {
  const { dir } = other;
  const script = other.dataset['script'];
  const used = new Set<Element>();
  facing ??= article.dataset['facing'];
  for (const passage of article.querySelectorAll<HTMLElement>('[data-side=source]:has([data-s])')) {
    const sentences = [...passage.querySelectorAll<HTMLElement>('[data-s]')];
    // The sentences of an included article are joined by that article's version, which nobody has compared.
    if (!sentences.every(({ dataset }) => /^s\d+$/.test(dataset['s'] ?? ''))) continue;
    keepPassage(passage);
    const copies = [...passages.get(passage)?.nodes ?? []].map((node) => node.cloneNode(true));
    passage.replaceChildren(...copies);
    for (const change of passage.querySelectorAll('.d')) change.remove();
    for (const sentence of passage.querySelectorAll<HTMLElement>('[data-s]')) {
      const found = coveredBy(article, sentence.dataset['s'] ?? '').map((id) => sentenceOf(other, id)).filter((element) => element !== undefined);
      if (found.length === 0) {
        // Words without a partner stay what they are, in their own language.
        setLanguage(sentence, passage.lang, passage.dir, passage.dataset['script']);
        continue;
      }
      sentence.dataset['source'] = sentence.textContent;
      const fresh = [...new Set(found)].filter((element) => !used.has(element));
      for (const element of fresh) used.add(element);
      sentence.replaceChildren(...fresh.flatMap((element, index) => [...(index > 0 ? [document.createTextNode(' ')] : []), ...contentOf(element, url, tag)]));
    }
    if (WITHOUT_BLANKS.has(script ?? '')) for (const node of [...passage.childNodes]) if (node instanceof Text && node.data.trim() === '') node.remove();
    setLanguage(passage, tag, dir, script);
  }
  showContents(other, tag);
  if (facing !== undefined) article.dataset['facing'] = dir;
  article.dataset['compare'] = tag;
}

/** The headings in the list of contents, whose anchors all languages have in common. */
function showContents(other: HTMLElement, tag: string): void {
  for (const passage of document.querySelectorAll<HTMLElement>('.contents a > .o')) {
    const id = passage.closest('a')?.hash.slice(1) ?? '';
    const heading = other.querySelector(`[id="${CSS.escape(decodeURIComponent(id))}"] .t`);
    if (!heading) continue;
    keepPassage(passage);
    passage.textContent = heading.textContent;
    setLanguage(passage, tag, other.dir, other.dataset['script']);
  }
}

/** Scripts that set no blank between sentences. */
const WITHOUT_BLANKS: ReadonlySet<string> = new Set(['Jpan', 'Hans', 'Hant']);

function keepPassage(passage: HTMLElement): void {
  passages.set(passage, { nodes: [...passage.childNodes], lang: passage.lang, dir: passage.dir, script: passage.dataset['script'] });
}

function setLanguage(element: HTMLElement, lang: string, dir: string, script: string | undefined): void {
  element.lang = lang;
  element.dir = dir;
  if (script === undefined) delete element.dataset['script'];
  else element.dataset['script'] = script;
}

/** Ids that the sentence of the page answers for: its own, and those of the sentences merged into it. */
function coveredBy(article: HTMLElement, id: string): string[] {
  const inner = article.querySelectorAll(`#${CSS.escape(id)} > span[id]:empty`);
  return [id, ...Array.from(inner, (element) => element.id)];
}

/** The sentence of an article that answers for an id: the anchor of a merged one stands inside it. */
function sentenceOf(article: HTMLElement, id: string): Element | undefined {
  const element = article.querySelector(`#${CSS.escape(id)}`);
  const parent = element?.parentElement;
  return (element?.matches(':empty') && parent?.matches('span[id]') ? parent : element) ?? undefined;
}

const INLINE: ReadonlySet<string> = new Set('A ABBR B BDI BDO BR CITE CODE DEL DFN EM I IMG INS KBD MARK Q S SAMP SMALL SPAN STRONG SUB SUP U VAR WBR'.split(' '));
const WORDLESS: ReadonlySet<string> = new Set('INPUT NOSCRIPT SCRIPT STYLE TEMPLATE'.split(' '));

/** The content of a sentence, made anew: known inline elements with known attributes, and text. */
function contentOf(sentence: Element, url: string, tag: string): Node[] {
  return [...sentence.childNodes].flatMap((node) => copyOf(node, url, tag));
}

function copyOf(node: Node, url: string, tag: string): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof HTMLElement) || WORDLESS.has(node.tagName)) return [];
  const children = contentOf(node, url, tag);
  if (!INLINE.has(node.tagName)) return children;
  // Anchors of the other page have no place on this one.
  if (node.tagName === 'SPAN' && children.length === 0) return [];
  const copy = document.createElement(node.tagName);
  for (const name of ['lang', 'dir', 'title', 'alt', 'width', 'height']) {
    const value = node.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  for (const name of ['href', 'src']) {
    const address = addressOf(node.getAttribute(name), url);
    if (address !== undefined) copy.setAttribute(name, address);
  }
  if (copy instanceof HTMLAnchorElement) copy.hreflang = node.getAttribute('hreflang') ?? tag;
  copy.append(...children);
  return [copy];
}

function addressOf(value: string | null, base: string): string | undefined {
  if (value === null || !URL.canParse(value, base)) return undefined;
  const { href, protocol } = new URL(value, base);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined;
}

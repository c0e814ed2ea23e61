const GLOBAL = ['id', 'class', 'lang', 'dir', 'title'];
const CELL = ['align', 'valign', 'colspan', 'rowspan', 'headers', 'width'];

/** Elements that content may use, with their own attributes beside the global ones. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'name'], abbr: [], b: [], bdi: [], bdo: [], blockquote: [], br: [], caption: ['align'], center: [], cite: [], code: [],
  col: ['span', 'width', 'align'], colgroup: ['span', 'width', 'align'], dd: [], del: ['datetime'], details: ['open'], dfn: [], div: ['align'], dl: [],
  dt: [], em: [], figcaption: [], figure: [], h1: ['align'], h2: ['align'], h3: ['align'], h4: ['align'], h5: ['align'], h6: ['align'], hr: [], i: [],
  img: ['src', 'alt', 'width', 'height', 'align'], ins: ['datetime'], kbd: [], li: ['value'], mark: [], ol: ['start', 'reversed', 'type'], p: ['align'],
  pre: [], q: [], rp: [], rt: [], ruby: [], s: [], samp: [], small: [], span: [], strike: [], strong: [], sub: [], summary: [], sup: [],
  table: ['align', 'border', 'width', 'summary'], tbody: ['align', 'valign'], td: CELL, tfoot: ['align', 'valign'], th: [...CELL, 'scope', 'abbr'],
  thead: ['align', 'valign'], time: ['datetime'], tr: ['align', 'valign'], tt: [], u: [], ul: [], var: [], wbr: [],
};

/** HTML that is not published: the tag goes, its content stays. */
const HIDDEN = new Set(
  ('address applet area article aside audio base basefont bgsound big blink body button canvas datalist dialog dir embed fieldset font footer form frame ' +
    'frameset head header hgroup html iframe input label legend link main map marquee math menu meta meter nav nobr noembed noframes noscript object optgroup ' +
    'option output param picture plaintext portal progress search section select slot source svg template textarea track video xmp').split(' '),
);

/** Elements whose content is not text for readers; it goes with them. */
const DROPPED = new Set(['script', 'style']);

/** Elements that may not stand inside a paragraph. */
const BLOCK = new Set(
  ('blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul').split(' '),
);

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

/** HTML closes these at the next one of their kind or the next block, so they never take the rest of a page with them. */
const SELF_CLOSING = new Set(['caption', 'colgroup', 'dd', 'dt', 'li', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

const ATTRIBUTES = new Map(Object.entries(PUBLISHED).map(([tag, own]) => [tag, new Set([...GLOBAL, ...own])]));

/** What becomes of a tag of the content; `unknown` ones are published as text. */
export function tagFate(name: string): 'published' | 'hidden' | 'dropped' | 'unknown' {
  if (ATTRIBUTES.has(name)) return 'published';
  if (HIDDEN.has(name)) return 'hidden';
  return DROPPED.has(name) ? 'dropped' : 'unknown';
}

export const publishedTags: readonly string[] = Object.keys(PUBLISHED);
export const isBlock = (name: string): boolean => BLOCK.has(name);
export const isVoid = (name: string): boolean => VOID.has(name);
export const endsByItself = (name: string): boolean => VOID.has(name) || SELF_CLOSING.has(name);
export const allowsAttribute = (tag: string, attribute: string): boolean => ATTRIBUTES.get(tag)?.has(attribute) ?? false;

/** Keeps of a `class` what names a code language or what Docs content uses for layout. */
export function safeClasses(value: string): string {
  return value
    .split(/[\t\n\f\r ]+/)
    .filter((name) => CLASSES.has(name) || /^language-[\w+#.-]{1,40}$/.test(name))
    .join(' ');
}

/** Classes of `[!div class="…"]` and raw HTML that the site has styles for. */
const CLASSES = new Set([
  'nextstepaction', 'checklist', 'mx-imgBorder', 'mx-tdBreakAll', 'mx-tdCol2BreakAll', 'mx-tdCol3BreakAll', 'mx-tdCol4BreakAll',
  'step-by-step', 'op_single_selector', 'op_multi_selector', 'alert', 'no-loc',
]);

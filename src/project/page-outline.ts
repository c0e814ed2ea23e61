import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { Tokenizer } from 'htmlparser2';

/** What a finished page says of itself and names of others. */
export interface PageOutline {
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  readonly hasTitle: boolean;
  readonly robots: string | undefined;
  /** Where the browser goes on to by itself. Among the links, too. */
  readonly refresh: string | undefined;
  readonly canonicals: readonly string[];
  /** `<link rel="alternate" hreflang>` in document order. */
  readonly alternates: readonly (readonly [hreflang: string, href: string])[];
  /** Where a reader can go. */
  readonly links: readonly string[];
  /** What the page shows and may take from elsewhere: pictures, films. */
  readonly media: readonly string[];
  /** What the browser loads for the page by itself: scripts, styles, fonts, icons, frames. */
  readonly requests: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  /** Ids that attributes such as `for` name. */
  readonly idReferences: readonly string[];
  /** Contents of scripts that stand in the page. */
  readonly inlineScripts: readonly string[];
  /** Elements and attributes that run without being in a script: `onclick of <a>`. */
  readonly handlers: readonly string[];
  /** Content-Security-Policy of the page. */
  readonly policy: string | undefined;
}

/** Attributes that hold ids of the same page, separated by blanks. */
const ID_REFERENCES = new Set(['for', 'list', 'form', 'popovertarget', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details']);

/** Types of `<script>` that run. */
const RUNS = /^(?:module|(?:text|application)\/(?:java|ecma)script|)$/i;

/** Reads a page from its text; one pass, linear in its length however deep it is nested. */
export function outlinePage(html: string): PageOutline {
  const found = collect();
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  /** Open drawings and formulas, in which names mean other things. */
  let foreign = 0;

  const open = (closed: boolean): void => {
    if (FOREIGN.has(name) && !closed) foreign++;
    found.element(name, attributes, foreign > 0);
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += html.slice(start, end);
    },
    onattribend() {
      if (!attributes.has(attribute)) attributes.set(attribute, decodeReferences(value));
    },
    onopentagend: () => open(false),
    onselfclosingtag: () => open(true),
    ontext: (start, end) => found.text(html, start, end),
    onclosetag(start, end) {
      const closed = html.slice(start, end).toLowerCase();
      if (FOREIGN.has(closed) && foreign > 0) foreign--;
      found.close(closed);
    },
    onattribentity() {}, oncdata() {}, oncomment() {}, ondeclaration() {}, onend() {}, onprocessinginstruction() {}, ontextentity() {},
    isInForeignContext: () => foreign > 0,
  });
  tokenizer.write(html);
  tokenizer.end();
  return found.outline();
}

const FOREIGN = new Set(['svg', 'math']);

function collect() {
  const links: string[] = [];
  const media: string[] = [];
  const requests: string[] = [];
  const canonicals: string[] = [];
  const alternates: [string, string][] = [];
  const ids = new Set<string>();
  const repeatedIds = new Set<string>();
  const idReferences = new Set<string>();
  const inlineScripts: string[] = [];
  const handlers = new Set<string>();
  let document: Pick<PageOutline, 'lang' | 'dir'> = { lang: undefined, dir: undefined };
  let robots: string | undefined;
  let policy: string | undefined;
  let refresh: string | undefined;
  let title = '';
  let reading: 'title' | 'script' | undefined;

  return {
    element(name: string, attributes: ReadonlyMap<string, string>, foreign: boolean): void {
      const id = attributes.get('id');
      if (id !== undefined) {
        if (ids.has(id)) repeatedIds.add(id);
        ids.add(id);
      }
      for (const [attribute, value] of attributes) {
        if (attribute.startsWith('on')) handlers.add(`${attribute} of <${name}>`);
        else if (ID_REFERENCES.has(attribute)) for (const reference of value.split(/\s+/)) if (reference !== '') idReferences.add(reference);
      }
      switch (name) {
        case 'html':
          document = { lang: attributes.get('lang'), dir: attributes.get('dir') };
          break;
        case 'title':
          // A drawing has titles, too.
          if (!foreign) reading = 'title';
          break;
        case 'meta':
          readMeta(attributes);
          break;
        case 'link':
          readLink(attributes);
          break;
        case 'script':
          readScript(attributes);
          break;
        default:
          for (const [attribute, list] of ADDRESSES.get(name) ?? SHOWN) push(list, attributes.get(attribute));
          for (const url of sourceSet(attributes.get('srcset') ?? '')) media.push(url);
          push('media', attributes.get('poster'));
      }
    },
    text(html: string, start: number, end: number): void {
      if (reading === 'title') title += html.slice(start, end);
      else if (reading === 'script') inlineScripts[inlineScripts.length - 1] += html.slice(start, end);
    },
    close(name: string): void {
      if (name === reading) reading = undefined;
    },
    outline: (): PageOutline => ({ ...document, hasTitle: title.trim() !== '', robots, refresh, policy, canonicals, alternates, links, media, requests, ids, repeatedIds: [...repeatedIds], idReferences: [...idReferences], inlineScripts, handlers: [...handlers] }),
  };

  function push(list: 'links' | 'media' | 'requests', url: string | undefined): void {
    if (url !== undefined) ({ links, media, requests })[list].push(url);
  }

  function readMeta(attributes: ReadonlyMap<string, string>): void {
    const content = attributes.get('content');
    if (attributes.get('name')?.toLowerCase() === 'robots') robots = content;
    if (attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy') policy = content;
    if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
      refresh = /^\s*\d+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content ?? '')?.[1]?.trim();
      push('links', refresh);
    }
    if (/^og:(?:image|audio|video)$/.test(attributes.get('property') ?? '')) push('media', content);
  }

  function readLink(attributes: ReadonlyMap<string, string>): void {
    const href = attributes.get('href');
    const hreflang = attributes.get('hreflang');
    const kinds = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    if (href === undefined) return;
    if (kinds.includes('canonical')) canonicals.push(href);
    else if (kinds.includes('alternate') && hreflang !== undefined) alternates.push([hreflang, href]);
    else push(kinds.some((kind) => LOADED.has(kind)) ? 'requests' : 'links', href);
  }

  function readScript(attributes: ReadonlyMap<string, string>): void {
    const src = attributes.get('src');
    if (src !== undefined) push('requests', src);
    else if (RUNS.test(attributes.get('type') ?? '')) {
      reading = 'script';
      inlineScripts.push('');
    }
  }
}

/** Attributes that hold an address, by element, and what the address is for; `src` of all others is shown. */
const ADDRESSES: ReadonlyMap<string, readonly Address[]> = new Map(Object.entries<readonly Address[]>({
  a: [['href', 'links']], area: [['href', 'links']], form: [['action', 'links']], blockquote: [['cite', 'links']], q: [['cite', 'links']], ins: [['cite', 'links']], del: [['cite', 'links']],
  iframe: [['src', 'requests']], frame: [['src', 'requests']], embed: [['src', 'requests']], object: [['data', 'requests']],
}));

const SHOWN: readonly Address[] = [['src', 'media']];

type Address = readonly [attribute: string, list: 'links' | 'media' | 'requests'];

/** Links for which a browser asks by itself. */
const LOADED = new Set(['stylesheet', 'icon', 'apple-touch-icon', 'mask-icon', 'manifest', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch', 'prerender']);

function sourceSet(value: string): string[] {
  return value.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []).filter((url) => url !== '');
}

/** decodeReferences('a &amp; &#98;') // => 'a & b' */
function decodeReferences(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

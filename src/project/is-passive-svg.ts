/** One step through a well-formed file; the groups are the name and the attributes of a tag. */
const STEP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?xml\s[^?<>]*\?>|<!DOCTYPE\s[^[\]<>]*>|<\/?([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Elements that draw. Not among them: script, links, foreign content, and animation, which can change a link. */
const DRAWING = new Set(
  ('svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath image marker pattern mask clipPath ' +
    'linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence').split(' '),
);

/** Vocabularies that drawing programs leave behind; browsers do nothing with them. */
const INERT_NAMESPACE = /^(?:http:\/\/www\.inkscape\.org\/|http:\/\/sodipodi\.|http:\/\/creativecommons\.org\/|http:\/\/web\.resource\.org\/|http:\/\/purl\.org\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf|https?:\/\/ns\.adobe\.com\/|http:\/\/www\.bohemiancoding\.com\/|http:\/\/schemas\.microsoft\.com\/visio\/|https?:\/\/www\.figma\.com\/|http:\/\/www\.serif\.com\/|http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink|XML\/1998\/namespace)$)/;

/**
 * True when an SVG that is opened on its own cannot run script or load anything: it is well-formed enough to be read
 * here as a browser reads it, has drawing elements only, no handler, and no address beyond the file itself.
 */
export function isPassiveSvg(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0') || /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["']|us-ascii["'])/i.test(text)) return false;
  let inStyle = false;
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const step = STEP.exec(text);
    if (!step) return false;
    const [token, name, attributes = ''] = step;
    if (name === undefined) {
      if (inStyle && !isPassiveStyle(token)) return false;
    } else if (!isPassiveElement(name) || !isPassiveAttributes(attributes)) {
      return false;
    } else if (name === 'style') {
      inStyle = !token.startsWith('</') && !token.endsWith('/>');
    }
  }
  return true;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isPassiveElement(name: string): boolean {
  const [prefix, local] = name.split(':');
  // A prefix may stand for any vocabulary, SVG included; of SVG and XHTML only these names act.
  if (local !== undefined) return prefix !== 'xhtml' && !/^(?:script|handler|listener|foreignObject|iframe|frame|object|embed|applet|img|video|audio|source|link|meta|base|form|input|button|body|html|a|set|animate.*|discard|style|use|image|feImage)$/i.test(local);
  return DRAWING.has(name);
}

function isPassiveAttributes(attributes: string): boolean {
  // A character reference could hide what is looked for.
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(attributes)) return false;
  for (const [, name = '', double, single = ''] of attributes.matchAll(ATTRIBUTE)) {
    const value = (double ?? single).trim();
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    if (local.startsWith('on') || local === 'base') return false;
    if (/^xmlns(?::|$)/.test(name) ? !INERT_NAMESPACE.test(value) : /^(?:href|src)$/.test(local) ? !/^(?:#|data:image\/(?:png|jpe?g|gif|webp);base64,|$)/i.test(value) : !isPassiveStyle(value)) return false;
  }
  return true;
}

/** Also for attributes, of which many take `url(…)`. */
function isPassiveStyle(text: string): boolean {
  return !/@import|@font-face|url\(\s*["']?(?!\s*["']?#)|image-set|expression\(|javascript:/i.test(text) && !/\\/.test(text);
}

import { posix } from 'node:path';
import type { FrameFont } from '../model/site.ts';
import type { PublishedAsset } from './assets.ts';
import { brandShades, contrast, darkBrand, CONTRAST, SURFACES } from './brand-colors.ts';
import type { FontSetting, SiteFile } from './site-schema.ts';

/** The style sheet of a brand, and what it needs. */
interface BrandStyles {
  /** Empty: the site has no brand to be seen in styles. */
  readonly css: string;
  readonly preload: readonly FrameFont[];
  readonly themeColor: { readonly light: string; readonly dark: string };
  readonly notes: readonly string[];
}

/** The layers of site/styles/index.css in their order. A sheet that comes before the others must not change it. */
const LAYERS = 'tokens, base, layout, components, article, print, theme';

interface BrandFiles {
  /** Publishes a file of the content that a setting names. @throws {UserError} when it is not there */
  readonly publish: (file: string, setting: readonly PropertyKey[]) => PublishedAsset;
  /** The same for a file that only may be there. */
  readonly find: (file: string) => PublishedAsset | undefined;
  /** Text of `brand.styles`, if that is set. */
  readonly custom: string | undefined;
  readonly base: string;
}

/** Custom properties of `brand` in the layer `theme`; then the site's own rules, in no layer, which win over all. */
export function brandStyles(brand: NonNullable<SiteFile['brand']>, files: BrandFiles): BrandStyles {
  const colors = brandColors(brand);
  const fonts = brandFonts(brand.fonts ?? {}, files);
  const custom = files.custom === undefined ? { css: '', notes: [] } : customStyles(files.custom, brand.styles ?? '', files);
  const theme = [colors.css, fonts.css].filter((rules) => rules !== '').join('\n');
  return {
    css: [`@layer ${LAYERS};`, fonts.faces, theme === '' ? '' : `@layer theme {\n${theme}\n}`, custom.css].filter((part) => part !== '').slice(theme === '' && custom.css === '' ? 1 : 0).join('\n'),
    preload: fonts.preload,
    themeColor: colors.themeColor,
    notes: [...colors.notes, ...custom.notes],
  };
}

function brandColors({ color, colorDark }: NonNullable<SiteFile['brand']>): { css: string; themeColor: BrandStyles['themeColor']; notes: string[] } {
  const main = color ?? colorDark;
  if (main === undefined) return { css: '', themeColor: { light: SURFACES.light[0], dark: SURFACES.dark[0] }, notes: [] };
  const light = brandShades(main, 'light');
  const dark = brandShades(colorDark ?? darkBrand(main), 'dark');
  const pair = (key: keyof typeof light): string => `light-dark(${light[key]}, ${dark[key]})`;
  const notes = [['color', color, light, SURFACES.light[0]] as const, ['colorDark', colorDark, dark, SURFACES.dark[0]] as const].flatMap(([key, written, shades, page]) =>
    written === undefined || shades.link === shades.brand ? [] : [`"brand.${key}" is ${written}: text in it on the page has a contrast of ${contrast(shades.brand, page).toFixed(1)}, and ${CONTRAST} is needed. Links have ${shades.link} instead; buttons keep the colour.`]);
  return {
    css: `:root { --brand: ${pair('brand')}; --brand-ink: ${pair('ink')}; --brand-hover: ${pair('hover')}; --target: ${pair('link')}; --target-wash: ${pair('wash')}; }`,
    themeColor: { light: light.brand, dark: dark.brand },
    notes,
  };
}

/** Where a font is used: the custom property, and what stands behind it for letters that it lacks. */
const FONTS = { body: ['--font-body', 'var(--font)'], heading: ['--font-heading', 'var(--font-body)'], code: ['--font-code', 'ui-monospace, monospace'] } as const;

const FORMATS: Readonly<Record<string, string>> = { woff2: 'woff2', woff: 'woff', ttf: 'truetype', otf: 'opentype' };

function brandFonts(fonts: NonNullable<NonNullable<SiteFile['brand']>['fonts']>, { publish, base }: BrandFiles): { faces: string; css: string; preload: FrameFont[] } {
  const faces: string[] = [];
  const properties: string[] = [];
  const preload: FrameFont[] = [];
  for (const name of ['body', 'heading', 'code'] as const) {
    const setting = fonts[name];
    if (setting === undefined) continue;
    const [property, fallback] = FONTS[name];
    const files = fontFiles(setting);
    if (files.length === 0) {
      properties.push(`${property}: ${String(setting)}, ${fallback};`);
      continue;
    }
    const family = `'brand-${name}'`;
    files.forEach(({ file, weight = '400', style = 'normal' }, index) => {
      const asset = publish(file, typeof setting === 'string' ? ['brand', 'fonts', name] : ['brand', 'fonts', name, index]);
      const format = FORMATS[posix.extname(file).slice(1).toLowerCase()] ?? 'woff2';
      // No late change of the text: what has not come in a moment is used on the next page.
      faces.push(`@font-face { font-family: ${family}; src: url("${base}${asset.path}") format("${format}"); font-weight: ${weight}; font-style: ${style}; font-display: fallback; }`);
      if (name === 'body' && index === 0) preload.push({ url: base + asset.path, type: `font/${posix.extname(file).slice(1).toLowerCase()}` });
    });
    properties.push(`${property}: ${family}, ${fallback};`);
  }
  return { faces: faces.join('\n'), css: properties.length === 0 ? '' : `:root, [data-script] { ${properties.join(' ')} }`, preload };
}

/** The files of a font setting; none when it names families. */
function fontFiles(setting: FontSetting): { file: string; weight?: string | number | undefined; style?: string | undefined }[] {
  if (typeof setting === 'string') return FONT_FILE.test(setting) ? [{ file: setting, weight: '100 900' }] : [];
  return setting.map((entry) => (typeof entry === 'string' ? { file: entry } : entry));
}

export const FONT_FILE = /\.(?:woff2?|ttf|otf)$/i;

/** The site's own rules: files that they name are published, and nothing comes from another place. */
function customStyles(css: string, file: string, { find, base }: BrandFiles): { css: string; notes: string[] } {
  const notes: string[] = [];
  const rewritten = css.replace(/url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]*))\s*\)/g, (whole, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? '';
    if (url.startsWith('#') || /^data:/i.test(url)) return whole;
    const [path = ''] = url.split(/[?#]/);
    const asset = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) ? undefined : find(posix.normalize(posix.join(posix.dirname(file), path)));
    if (asset) return `url("${base}${asset.path}")`;
    notes.push(`${file} names ${url}, which is not a file of the content; pages load nothing from elsewhere.`);
    return 'url("data:,")';
  });
  if (/@import\b/i.test(rewritten)) notes.push(`${file} imports another style sheet, which is not published; write all rules into one file.`);
  return { css: rewritten.replace(/^\uFEFF/, '').trim(), notes };
}

/** What the styles need of a brand's colour, for one of the two schemes. All as `#rrggbb`. */
interface BrandShades {
  /** The colour itself, for surfaces such as buttons. */
  readonly brand: string;
  /** Text on it. */
  readonly ink: string;
  /** It under the pointer; {@link ink} stays legible. */
  readonly hover: string;
  /** Its shade for links and marks on the page. */
  readonly link: string;
  /** A tint for backgrounds. */
  readonly wash: string;
}

/** Surfaces that links stand on, as in site/styles/tokens.css: the page, and what lies on it. */
export const SURFACES = { light: ['#ffffff', '#f4f6f8'], dark: ['#12171e', '#1b222b'] } as const;

/** WCAG 2.2, 1.4.3: text needs this contrast. */
export const CONTRAST = 4.5;

const BLACK = '#000000';
const WHITE = '#ffffff';

/**
 * Shades of a colour that stay legible: the text on it, and the links made from it, have a contrast of 4.5 or more.
 * Hue and, as far as it can be shown, saturation are kept; only the lightness moves (OKLCH).
 * @param color `#rgb` or `#rrggbb`
 */
export function brandShades(color: string, scheme: 'light' | 'dark'): BrandShades {
  const brand = longHex(color);
  const ink = contrast(WHITE, brand) >= CONTRAST ? WHITE : BLACK;
  const wash = mix(brand, SURFACES[scheme][0], scheme === 'light' ? 0.1 : 0.14);
  const link = legible(brand, [...SURFACES[scheme], wash], scheme === 'light' ? -STEP : STEP);
  return { brand, ink, hover: shifted(brand, ink === WHITE ? -0.06 : 0.06), link, wash };
}

/** The colour of a brand on dark pages, where only the one for light pages is known. */
export function darkBrand(color: string): string {
  const { lightness, ...rest } = toOklch(longHex(color));
  return toHex({ ...rest, lightness: Math.max(lightness, 0.72) });
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const STEP = 0.01;

/** The nearest shade that all of the surfaces leave legible. */
function legible(color: string, surfaces: readonly string[], step: number): string {
  const { lightness, ...rest } = toOklch(color);
  for (let at = lightness; at > 0 && at < 1; at += step) {
    const shade = at === lightness ? color : toHex({ ...rest, lightness: at });
    if (surfaces.every((surface) => contrast(shade, surface) >= CONTRAST)) return shade;
  }
  return step < 0 ? BLACK : WHITE;
}

function shifted(color: string, by: number): string {
  const { lightness, ...rest } = toOklch(color);
  return toHex({ ...rest, lightness: Math.min(1, Math.max(0, lightness + by)) });
}

/** `amount` of a over b, as color-mix(in srgb). */
function mix(a: string, b: string, amount: number): string {
  const [over, under] = [channels(a), channels(b)];
  return hexOf(over.map((value, index) => value * amount + (under[index] ?? 0) * (1 - amount)));
}

interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  /** Radians. */
  readonly hue: number;
}

/** The conversions of CSS Color 4, §10.1 (sRGB to OKLab). */
function toOklch(color: string): Oklch {
  const [r = 0, g = 0, b = 0] = channels(color).map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, c), hue: Math.atan2(c, a) };
}

/** A colour too vivid for a screen loses saturation and keeps its lightness. */
function toHex({ lightness, chroma, hue }: Oklch): string {
  let low = 0;
  let high = chroma;
  let rgb = toRgb(lightness, chroma, hue);
  if (isShown(rgb)) return hexOf(rgb);
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2;
    if (isShown(toRgb(lightness, middle, hue))) low = middle;
    else high = middle;
  }
  rgb = toRgb(lightness, low, hue);
  return hexOf(rgb);
}

function toRgb(lightness: number, chroma: number, hue: number): number[] {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
}

function isShown(rgb: readonly number[]): boolean {
  return rgb.every((value) => value > -0.0005 && value < 1.0005);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = channels(color).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** longHex('#1AF') // => '#11aaff' */
function longHex(color: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : color).toLowerCase();
}

/** Red, green and blue, 0 to 1. */
function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
}

function hexOf(rgb: readonly number[]): string {
  return `#${rgb.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).padStart(2, '0')).join('')}`;
}

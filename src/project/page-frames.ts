import { createHash } from 'node:crypto';
import { extname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_TYPES } from '../model/content-types.ts';
import type { Host } from '../model/host.ts';
import type { FrameIcon, FrameImage, PageFrame } from '../model/site.ts';
import { UserError } from '../model/user-error.ts';
import { closest } from '../text/closest.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { absoluteUrl } from '../views/alternates.ts';
import { createAssets, type PublishedAsset } from './assets.ts';
import { brandStyles, FONT_FILE } from './brand-styles.ts';
import { linkContext, type BrandFile, type ContentMap } from './content-map.ts';
import { bodyPartial, headPartial } from './partial-html.ts';
import type { ParsedSiteFile } from './parse-site-file.ts';
import { resolveLink } from './resolve-link.ts';
import { byLocale } from './site-config.ts';
import type { LocalText } from './site-schema.ts';

/** The content with what `site.yml` puts around its pages: brand, footer, slots. @throws {UserError} for a file that is not there or of another kind */
export function framedContent(host: Host, map: ContentMap, file: ParsedSiteFile): ContentMap {
  const { values, where } = file;
  const { config } = map;
  const files = createBrandFiles(host, map, where);
  const notes: string[] = [];
  const brand = values.brand ?? {};
  const styles = brandStyles(brand, {
    publish: (path, setting) => files.publish(path, setting, FONT_FILE, 'a font: .woff2, .woff, .ttf or .otf'),
    find: files.find,
    custom: brand.styles === undefined ? undefined : files.text(brand.styles, ['brand', 'styles'], /\.css$/i, 'a style sheet: .css'),
    base: config.base,
  });
  notes.push(...styles.notes);
  const picture = brand.image === undefined ? undefined : files.image(brand.image, ['brand', 'image'], /\.(?:png|jpe?g|webp)$/i, 'a picture: .png, .jpg or .webp');
  const logo = brand.logo === undefined ? undefined : files.image(brand.logo, ['brand', 'logo']);
  const shared = {
    stylesheet: styles.css === '' ? undefined : config.base + files.write('brand', 'css', `${styles.css}\n`),
    preload: styles.preload,
    themeColor: styles.themeColor,
    logo,
    logoDark: brand.logoDark === undefined ? undefined : files.image(brand.logoDark, ['brand', 'logoDark']),
    icons: brand.favicon === undefined ? files.ownIcons() : typeof brand.favicon === 'string' ? [files.icon(brand.favicon, ['brand', 'favicon'])] : brand.favicon.map((icon, index) => files.icon(icon, ['brand', 'favicon', index])),
    image: picture && { ...picture, url: absoluteUrl(picture.url, config.origin) },
    social: values.social ?? [],
  };
  const frames = Object.fromEntries(config.locales.map(({ id }): [string, PageFrame] => [id, {
    ...shared,
    description: textOf(values.description, id),
    footerText: textOf(values.footer?.text, id),
    footerLinks: (values.footer?.links ?? []).flatMap(({ label, url }, index) => {
      const text = textOf(label, id);
      return text === undefined ? [] : [{ label: text, url: footerUrl(id, url, ['footer', 'links', index, 'url']) }];
    }),
    headHtml: partial(id, 'head'),
    bannerHtml: partial(id, 'banner'),
    footerHtml: partial(id, 'footer'),
  }]));
  return { ...map, config: { ...config, frames }, brandFiles: files.list(), notes: [...new Set(notes)] };

  function textOf(text: LocalText | undefined, locale: string): string | undefined {
    const texts = byLocale(text);
    return texts[locale] ?? texts['*'] ?? texts[config.sourceLocale];
  }

  function partial(locale: string, slot: 'head' | 'banner' | 'footer'): string {
    const setting = values.slots?.[slot];
    const path = textOf(setting, locale);
    if (path === undefined) return '';
    const own = typeof setting === 'object' ? Object.keys(setting).find((tag) => setting[tag] === path) : undefined;
    const text = files.text(path, ['slots', slot, ...(own === undefined ? [] : [own])], /\.html?$/i, 'HTML: .html');
    const links = linkContext(map);
    const made = slot === 'head' ? headPartial(text) : bodyPartial(text, (url) => linkAttributes(url), (url) => imageAttributes(url));
    if (made.dropped.length > 0) notes.push(`${path}, which is "slots.${slot}", has ${made.dropped.join(', ')}; that is not published.`);
    return made.html;

    function linkAttributes(url: string): string {
      // A file of the content, seen from the locale's folder.
      const target = resolveLink(links, locale, '', url);
      if (target.kind === 'external' || target.kind === 'article') return ` href="${escapeHtml(target.url)}${target.kind === 'article' && target.fragment !== '' ? `#${escapeHtml(target.fragment)}` : ''}"`;
      if (target.kind === 'fragment') return ` href="#${escapeHtml(target.fragment)}"`;
      const asset = target.kind === 'asset' ? files.find(target.file) : undefined;
      if (asset) return ` href="${escapeHtml(config.base + asset.path)}"`;
      notes.push(`${path}, which is "slots.${slot}", has a link to ${url}, which leads nowhere.`);
      return '';
    }

    function imageAttributes(url: string): string {
      const target = resolveLink(links, locale, '', url);
      if (target.kind === 'external') return ` src="${escapeHtml(target.url)}"`;
      // Beside the partial itself, else as an article of the locale would name it.
      const asset = files.find(posix.normalize(posix.join(posix.dirname(path ?? ''), url))) ?? (target.kind === 'asset' ? files.find(target.file) : undefined);
      if (asset) return ` src="${escapeHtml(config.base + asset.path)}"${asset.width === undefined ? '' : ` width="${asset.width}" height="${asset.height ?? 0}"`}`;
      notes.push(`${path}, which is "slots.${slot}", shows ${url}, which is not in the content.`);
      return ' src="data:image/png,"';
    }
  }

  function footerUrl(locale: string, url: string, setting: readonly PropertyKey[]): string {
    const target = resolveLink(linkContext(map), locale, '', url);
    if (target.kind === 'external') return target.url;
    if (target.kind === 'article') return target.fragment === '' ? target.url : `${target.url}#${target.fragment}`;
    const asset = target.kind === 'asset' ? files.find(target.file) : undefined;
    if (asset) return config.base + asset.path;
    throw new UserError(`${where(setting)}: the link "${url}" leads nowhere.`, 'Write an address that begins with https:// or mailto:, or the path of an article below the folder of a locale, e.g. legal/privacy.md.');
  }
}

/** Bytes of a file of the brand as it stands in the output. */
export function brandBytes(host: Host, file: BrandFile): Uint8Array | string {
  return 'text' in file ? file.text : (host.readBytes(file.copyOf) ?? '');
}

const OWN_ICONS = fileURLToPath(new URL('../site/assets', import.meta.url));
const IMAGE = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i;
const ICON = /\.(?:svg|png|ico)$/i;

function createBrandFiles(host: Host, map: ContentMap, where: ParsedSiteFile['where']) {
  const { config, inventory } = map;
  const made = new Map<string, BrandFile>();
  const assets = createAssets(host, (path) => posix.join(map.root, path), () => {});

  function find(path: string): PublishedAsset | undefined {
    if (!inventory.files.has(path)) return undefined;
    const asset = assets.publish(path);
    if (asset) made.set(asset.path, { path: asset.path, copyOf: posix.join(map.root, path) });
    return asset;
  }

  function check(path: string, setting: readonly PropertyKey[], kinds: RegExp, kind: string): string {
    const file = posix.normalize(path.replaceAll('\\', '/')).replace(/^\//, '');
    if (!kinds.test(file)) throw new UserError(`${where(setting)}: ${path} cannot be used here.`, `Name ${kind}.`);
    if (inventory.files.has(file)) return file;
    const guess = closest(file, [...inventory.files].filter((other) => extname(other).toLowerCase() === extname(file).toLowerCase()));
    throw new UserError(`${where(setting)}: there is no file ${file} in the content.`, guess === undefined ? 'Write its path relative to the content folder.' : `Did you mean "${guess}"?`);
  }

  function publish(path: string, setting: readonly PropertyKey[], kinds: RegExp, kind: string): PublishedAsset {
    const asset = find(check(path, setting, kinds, kind));
    if (asset) return asset;
    throw new UserError(`${where(setting)}: ${path} cannot be published.`, /\.svg$/i.test(path) ? 'It has script, or loads something. Save it as a plain SVG that only draws.' : 'Make the file readable.');
  }

  function image(path: string, setting: readonly PropertyKey[], kinds = IMAGE, kind = 'an image: .svg, .png, .jpg or .webp'): FrameImage {
    const { path: url, width, height } = publish(path, setting, kinds, kind);
    return { url: config.base + url, width, height };
  }

  function iconOf({ path, width }: PublishedAsset): FrameIcon {
    return { url: config.base + path, type: CONTENT_TYPES[extname(path)] ?? 'image/png', size: /\.svg$/i.test(path) ? undefined : width };
  }

  return {
    find,
    publish,
    image,
    icon: (path: string, setting: readonly PropertyKey[]): FrameIcon => iconOf(publish(path, setting, ICON, 'an icon: .svg, .png or .ico')),
    /** The tool's own, for a site that has none. */
    ownIcons(): FrameIcon[] {
      const own = createAssets(host, (name) => posix.join(OWN_ICONS, name), () => {});
      return ['icon.svg', 'icon-180.png', 'icon-192.png', 'icon-512.png'].flatMap((name) => {
        const asset = own.publish(name);
        if (asset) made.set(asset.path, { path: asset.path, copyOf: posix.join(OWN_ICONS, name) });
        return asset ? [iconOf(asset)] : [];
      });
    },
    text(path: string, setting: readonly PropertyKey[], kinds: RegExp, kind: string): string {
      const file = check(path, setting, kinds, kind);
      const read = host.readText(posix.join(map.root, file));
      if (read.kind === 'text') return read.text;
      throw new UserError(`${where(setting)}: ${path} cannot be read: ${read.kind === 'invalid' ? `it is not UTF-8 (first wrong byte: ${read.at})` : read.reason}.`, 'Make it readable, as UTF-8.');
    },
    /** Path of a file that is made here. */
    write(stem: string, ending: string, text: string): string {
      const path = `assets/${stem}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${ending}`;
      made.set(path, { path, text });
      return path;
    },
    list: (): BrandFile[] => [...made.values()],
  };
}

import type { SiteConfig } from '../model/site.ts';
import { shellOf } from './article-page.ts';
import { MANIFEST_FILE } from './frame-of.ts';
import type { TextFile } from './text-file.ts';

/** The web app manifest of each locale: name, language and start page differ. */
export function manifestFiles(config: SiteConfig): TextFile[] {
  return config.locales.map(({ id, tag, dir }) => {
    const { siteTitle, homeUrl, frame } = shellOf(config, id);
    const manifest = {
      id: config.base,
      name: siteTitle,
      short_name: siteTitle,
      ...(frame.description === undefined ? {} : { description: frame.description }),
      lang: tag,
      dir,
      start_url: homeUrl,
      scope: config.base,
      display: 'minimal-ui',
      theme_color: frame.themeColor.light,
      background_color: '#ffffff',
      icons: frame.icons.map(({ url, type, size }) => ({ src: url, type, sizes: size === undefined ? 'any' : `${size}x${size}` })),
    };
    return { path: `${id}/${MANIFEST_FILE}`, text: `${JSON.stringify(manifest, null, 2)}\n` };
  });
}

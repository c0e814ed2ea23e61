import type { Shell } from '../../src/views/shell.ts';

/** What stands around the pages of a site that configures nothing. */
export function plainFrame(locale: string): Pick<Shell, 'frame' | 'manifestUrl' | 'feeds'> {
  return {
    manifestUrl: `/${locale}/manifest.webmanifest`,
    feeds: [],
    frame: {
      description: undefined, stylesheet: undefined, preload: [], themeColor: { light: '#ffffff', dark: '#12171e' }, logo: undefined, logoDark: undefined,
      icons: [], image: undefined, footerText: undefined, footerLinks: [], social: [], headHtml: '', bannerHtml: '', footerHtml: '',
    },
  };
}

import type { AstroUserConfig } from 'astro';

/** What holds for `build`, `dev` and Astro's own tools. Does not load Astro. */
export const baseConfig = {
  srcDir: './src/site',
  output: 'static',
  trailingSlash: 'always',
  // 'jsx' drops the space between inline elements, which is a word boundary in an article.
  compressHTML: false,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
} satisfies AstroUserConfig;

export const baseViteConfig = {
  build: {
    // The first browsers with light-dark() and popover, which the styles rely on.
    cssTarget: ['chrome123', 'edge123', 'firefox125', 'safari17.5', 'ios17.5'],
    assetsInlineLimit: 0,
  },
} satisfies AstroUserConfig['vite'];

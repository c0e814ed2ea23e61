import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { remarkContentImages } from './src/site/remark-content-images.ts';

// `interlinear build` and `interlinear dev` pass the content, the output folder and the base over this.
export default defineConfig({
  srcDir: './src/site',
  outDir: './dist',
  output: 'static',
  trailingSlash: 'always',
  // 'jsx' drops the space between inline elements, which is a word boundary in an article.
  compressHTML: false,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // The parser that reads MDX for its findings must be the one that renders it: what one of them takes for text,
  // the other must not run. Highlighting and typography belong to the project.
  integrations: [mdx({ processor: unified({ remarkPlugins: [remarkContentImages], gfm: true, smartypants: false, syntaxHighlight: false }) })],
  vite: {
    build: {
      // The first browsers with light-dark() and popover, which the styles rely on.
      cssTarget: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
      assetsInlineLimit: 0,
    },
  },
});

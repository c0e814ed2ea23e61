import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { remarkContentImages } from './remark-content-images.ts';

/**
 * The parser that reads MDX for its findings must be the one that renders it: what one of them takes for text,
 * the other must not run. Typography belongs to the project.
 */
export function mdxIntegration(): AstroIntegration {
  return mdx({ processor: unified({ remarkPlugins: [remarkContentImages], gfm: true, smartypants: false }) });
}

import { defineConfig } from 'astro/config';
import { baseConfig, baseViteConfig } from './src/site/base-config.ts';
import { mdxIntegration } from './src/site/mdx-integration.ts';

// For Astro's own tools; `interlinear build` and `interlinear dev` take the same from src/site and load less.
export default defineConfig({ ...baseConfig, outDir: './dist', integrations: [mdxIntegration()], vite: baseViteConfig });

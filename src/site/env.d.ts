/// <reference types="astro/client" />

declare module 'virtual:interlinear' {
  import type { SiteSource } from '../views/site-source.ts';

  const source: SiteSource;
  export default source;
  /** Whether Astro's development server answers, which bundles nothing. */
  export const isServed: boolean;
  /** Address below which the site stands, with a slash at its end. */
  export const base: string;
}

declare module 'virtual:interlinear/mdx' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** Loads the rendered body of an MDX article by its key. */
  const bodies: Readonly<Record<string, () => Promise<{ readonly Content: AstroComponentFactory }>>>;
  export default bodies;
}

declare namespace App {
  interface Locals {
    /** On a home page that is written in MDX: what its components need of the page. */
    home?: import('../views/shell.ts').Shell;
    /** In an MDX article: the language that can stand beside that of the page. */
    facing?: import('../views/site-source.ts').FacingSide | undefined;
  }
}

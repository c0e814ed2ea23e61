import type { Plugin } from 'vite';
import type { SiteSource } from '../views/site-source.ts';

const SOURCE = 'virtual:interlinear';
const MDX = 'virtual:interlinear/mdx';
/** Modules of MDX articles; the ending makes @astrojs/mdx compile them. */
const MDX_ARTICLE = '/@interlinear/';

/** Vite's own loader of dynamic imports, most of which preloads styles; our scripts bring none, and every page would carry it. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

const BRIDGE = Symbol.for('interlinear.site-source');

/**
 * Gives Astro's pages the site. Pages are bundled, so that they cannot import the running project: the
 * bundle finds it through the global object of the same process.
 */
export function interlinearPlugin(source: SiteSource): Plugin {
  Reflect.set(globalThis, BRIDGE, source);
  // Not from `import.meta.env`: Astro fills that with the variables of the machine, one of which may be called BASE_URL or DEV.
  let constants = '';
  return {
    name: 'interlinear',
    configResolved({ command, base }) {
      constants = `export const isServed = ${command === 'serve'}; export const base = ${JSON.stringify(base)};`;
    },
    resolveId(id) {
      if (id === SOURCE || id === MDX) return `\0${id}`;
      return id.startsWith(MDX_ARTICLE) ? id : undefined;
    },
    load(id) {
      if (id === `\0${SOURCE}`) return `export default globalThis[Symbol.for("interlinear.site-source")]; ${constants}`;
      if (id === `\0${MDX}`) return mdxModule(source);
      if (id === PRELOAD_HELPER) return 'export const __vitePreload = (load) => load();';
      return id.startsWith(MDX_ARTICLE) ? source.mdxCode(decodeURIComponent(id.slice(MDX_ARTICLE.length))) : undefined;
    },
  };
}

function mdxModule(source: SiteSource): string {
  const entries = source.mdxKeys().map((key) => `${JSON.stringify(key)}: () => import(${JSON.stringify(MDX_ARTICLE + key.split('/').map(encodeURIComponent).join('/'))})`);
  return `export default { ${entries.join(', ')} };`;
}

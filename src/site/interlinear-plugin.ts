import type { Plugin } from 'vite';
import type { SiteSource } from '../views/site-source.ts';

const SOURCE = 'virtual:interlinear';
const MDX = 'virtual:interlinear/mdx';
/** Modules of MDX articles; the ending makes @astrojs/mdx compile them. */
const MDX_ARTICLE = '/@interlinear/';

const BRIDGE = 'interlinear.site-source';

/**
 * Gives Astro's pages the site. Pages are bundled, so that they cannot import the running project: the
 * bundle finds it through the global object of the same process.
 */
export function provideSource(source: SiteSource): void {
  Reflect.set(globalThis, Symbol.for(BRIDGE), source);
}

/** Resolves the modules through which pages reach the site that {@link provideSource} was given. */
export function interlinearPlugin(source: Pick<SiteSource, 'mdxKeys' | 'mdxCode'>): Plugin {
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
      if (id === `\0${SOURCE}`) return `${LIVE_SOURCE} ${constants}`;
      if (id === `\0${MDX}`) return mdxModule(source);
      return id.startsWith(MDX_ARTICLE) ? source.mdxCode(decodeURIComponent(id.slice(MDX_ARTICLE.length))) : undefined;
    },
  };
}

/** Asked anew for every answer: prebuilt pages are loaded once and may render several sites. */
const LIVE_SOURCE = `export default new Proxy({}, { get: (_, name) => globalThis[Symbol.for("${BRIDGE}")][name] });`;

function mdxModule(source: Pick<SiteSource, 'mdxKeys' | 'mdxCode'>): string {
  const entries = source.mdxKeys().map((key) => `${JSON.stringify(key)}: () => import(${JSON.stringify(MDX_ARTICLE + key.split('/').map(encodeURIComponent).join('/'))})`);
  return `export default { ${entries.join(', ')} };`;
}

import type { Plugin } from 'vite';

/**
 * A parser in Rust, of which a browser would load a megabyte. Without it remark's reads all texts, and reads them alike
 * (markdown/parse-markdown.ts).
 */
const FAST_PARSER = 'satteri';
const NO_PARSER = `\0${FAST_PARSER}`;

/** Vite's own loader of dynamic imports, most of which preloads styles; our scripts bring none, and every page would carry it. */
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/** Marks the desk's own copy of a module. */
const OF_DESK = '?desk';
const DESK = '/src/site/desk/';

/** What the project's own modules are in a browser. */
export function browserPlugin(): Plugin {
  return {
    name: 'interlinear-browser',
    // Before Vite looks for packages.
    enforce: 'pre',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    async resolveId(id, importer, options) {
      if (id === FAST_PARSER) return NO_PARSER;
      // One for each: a common one would be a file of its own.
      if (id === PRELOAD_HELPER) return `${id}?${importer}`;
      if (importer === undefined || !(importer.includes(DESK) || importer.endsWith(OF_DESK))) return undefined;
      // What the desk shared with the readers' script would be cut out of it, into files that every reader loads.
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found && /\/src\/.*\.ts$/.test(found.id) && !found.id.includes(DESK) ? { ...found, id: found.id + OF_DESK } : found;
    },
    load(id) {
      if (id === NO_PARSER) return 'export const markdownToMdast = () => ({ type: "none" });';
      return id.startsWith(PRELOAD_HELPER) ? 'export const __vitePreload = (load) => load();' : undefined;
    },
    // A check is an object, and loading its module does nothing: those that no browser runs are left out.
    transform: (code, id) => (id.includes('/src/checks/') ? { code, map: null, moduleSideEffects: false } : undefined),
  };
}

import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENT_TYPES } from '../../model/content-types.ts';

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Folders whose modules the desk's page may load, relative to src/. */
const MODULES = /^\/src\/((?:site\/desk|site\/client|model|text)\/[\w/-]+\.ts)$/;
const STYLES = /^\/styles\/([\w-]+\.css)$/;
const DESK_STYLES = /^\/desk\/([\w-]+\.css)$/;
/** Packages that the page imports by name: its import map leads to these. */
const PACKAGES: Readonly<Record<string, string>> = { '/packages/htm-preact.js': join(dirname(require.resolve('htm')), '../preact/standalone.module.js') };

export interface DeskAsset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/**
 * A file of the desk's own page, by its address. Modules are sent as they are written, without their types: the desk
 * needs no build before it opens.
 */
export function deskAsset(path: string): DeskAsset | undefined {
  const known = remembered.get(path) ?? readIfThere(path);
  if (known) remembered.set(path, known);
  return known;
}

const remembered = new Map<string, DeskAsset>();

function readIfThere(path: string): DeskAsset | undefined {
  try {
    return read(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function read(path: string): DeskAsset | undefined {
  if (path === '/') return { type: CONTENT_TYPES['.html'] ?? '', body: text('site/desk/desk.html') };
  const module = MODULES.exec(path)?.[1];
  if (module !== undefined) return script(withPackages(stripTypeScriptTypes(text(module))));
  const style = STYLES.exec(path)?.[1];
  if (style !== undefined) return { type: CONTENT_TYPES['.css'] ?? '', body: text(posix.join('site/styles', style)) };
  const deskStyle = DESK_STYLES.exec(path)?.[1];
  if (deskStyle !== undefined) return { type: CONTENT_TYPES['.css'] ?? '', body: text(posix.join('site/desk', deskStyle)) };
  const file = PACKAGES[path];
  if (file !== undefined) return script(readFileSync(file, 'utf8'));
  return path === '/icon.svg' ? { type: CONTENT_TYPES['.svg'] ?? '', body: text('site/assets/icon.svg') } : undefined;
}

function text(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8');
}

function script(body: string): DeskAsset {
  return { type: CONTENT_TYPES['.js'] ?? '', body };
}

/** Names of packages as addresses: an import map would be an inline script, which the page's policy forbids. */
function withPackages(code: string): string {
  return code.replace(/(\bfrom\s*|\bimport\s*\(\s*)(['"])(htm\/preact\/standalone)\2/g, (_, before: string, quote: string) => `${before}${quote}/packages/htm-preact.js${quote}`);
}

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the site's pages put the layouts that are rendered with marked slots. */
const FOLDER = 'interlinear-templates';

/** Text of a rendered layout. */
export function readLayout(out: string, layout: string, locale: string): string {
  return readFileSync(join(out, FOLDER, layout, locale, 'index.html'), 'utf8');
}

/**
 * Removes the layouts from the output, and gives each locale's 404 page the name that hosts look for.
 * @param files paths below `out` of what was rendered
 * @returns those of them that are there now, by their new names
 */
export function finishLayouts(out: string, locales: readonly string[], files: readonly string[] = []): string[] {
  rmSync(join(out, FOLDER), { recursive: true, force: true });
  for (const locale of locales) {
    const page = join(out, locale, '404', 'index.html');
    if (!existsSync(page)) continue;
    renameSync(page, join(out, locale, '404.html'));
    rmSync(join(out, locale, '404'), { recursive: true, force: true });
  }
  const moved = new Map(locales.map((locale) => [`${locale}/404/index.html`, `${locale}/404.html`]));
  return files.flatMap((file) => (file.startsWith(`${FOLDER}/`) ? [] : [moved.get(file) ?? file]));
}

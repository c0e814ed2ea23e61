import { readdirSync } from 'node:fs';

/** Articles (`.md`, `.mdx`) below a folder, relative to it, sorted. */
export function articleFiles(folder: string): string[] {
  return filesOf(folder, /\.mdx?$/i);
}

/** Pages of a finished site, relative to its folder, sorted. */
export function pageFiles(folder: string): string[] {
  return filesOf(folder, /\.html$/);
}

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort();
}

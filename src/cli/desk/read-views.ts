import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { reasonOf } from '../../host/system-error.ts';
import { UserError } from '../../model/user-error.ts';
import type { ContentMap } from '../../project/content-map.ts';

/**
 * Page views by the path of the article, from a CSV file whose lines begin with a path or the address of a page and end
 * with a number; views of one article in several lines or locales are added up.
 * @throws {UserError} when the file cannot be read or has no such line
 */
export function readViews(file: string, { slugs, config }: Pick<ContentMap, 'slugs' | 'config'>): Map<string, number> {
  const name = relative(process.cwd(), file).split(sep).join('/');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`The page views ${name} cannot be read: ${reasonOf(error)}.`, 'Give a CSV file with a path and a number in each line to --views.');
  }
  const paths = new Map([...slugs].map(([path, slug]) => [bare(slug), path]));
  const locales = new Set(config.locales.map(({ id }) => id));
  const pathOf = (written: string): string => {
    const path = written.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '').replace(/^\/+/, '');
    if (slugs.has(path)) return path;
    const below = `/${path}`.startsWith(config.base) ? `/${path}`.slice(config.base.length) : path;
    const [first = '', ...rest] = below.split('/');
    return paths.get(bare(locales.has(first.toLowerCase()) ? rest.join('/') : below)) ?? path;
  };
  const views = new Map<string, number>();
  for (const line of text.split(/\r?\n/)) {
    const [, written, count] = /^"?([^",;]+?)"?[,;].*?"?(\d+)"?$/.exec(line.trim()) ?? [];
    if (written === undefined) continue;
    const path = pathOf(written);
    views.set(path, (views.get(path) ?? 0) + Number(count));
  }
  if (views.size === 0) throw new UserError(`${name} has no line with a path and a number.`, 'Write lines such as "guides/mail.md,120".');
  return views;
}

/** A slug without what a server may add to it. */
function bare(slug: string): string {
  return slug.replace(/(?:^|\/)(?:index\.html?)?$/, '').replace(/\.html?$/, '');
}

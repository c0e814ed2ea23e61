import type { PageEntry, SiteConfig } from '../model/site.ts';
import { absoluteUrl } from '../views/alternates.ts';

/** `feedback` of site.yml, filled in for one page; undefined when there is none. */
export function feedbackUrl({ feedback, origin }: Pick<SiteConfig, 'feedback' | 'origin'>, { url, path, locale }: Pick<PageEntry, 'url' | 'path' | 'locale'>): string | undefined {
  const values: Readonly<Record<string, string>> = { url: absoluteUrl(url, origin), path, locale };
  return feedback?.replace(/\{(url|path|locale)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

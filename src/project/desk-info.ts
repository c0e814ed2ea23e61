import type { Check } from '../checks/define-check.ts';
import type { DeskInfo, DeskLocale } from '../model/desk.ts';
import type { SiteConfig } from '../model/site.ts';
import { localeOf, shellOf } from './article-page.ts';

/** What the desk knows of a site, whoever serves it. */
export function deskInfo(config: SiteConfig, checks: readonly Check[]): Pick<DeskInfo, 'siteTitle' | 'sourceLocale' | 'locales' | 'rules'> {
  return {
    siteTitle: shellOf(config, config.sourceLocale).siteTitle,
    sourceLocale: deskLocale(config, config.sourceLocale),
    locales: config.locales.filter(({ id }) => id !== config.sourceLocale).map(({ id }) => deskLocale(config, id)),
    rules: checks.map(({ id, severity, summary }) => ({ id, severity, summary })),
  };
}

function deskLocale(config: SiteConfig, id: string): DeskLocale {
  const { tag, dir, script, label } = localeOf(config, id);
  return { id, tag, dir, script, label };
}

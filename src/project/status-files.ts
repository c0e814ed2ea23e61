import type { ContentStatus } from '../model/status.ts';
import { fillTemplate, type Template } from '../views/slots.ts';
import type { StatusPage } from '../views/status-page.ts';
import { badgeJson, badgeSvg, statusSlots } from '../views/status-slots.ts';
import { STATUS_STYLE } from '../views/status-style.ts';
import { localeOf } from './article-page.ts';
import type { TextFile } from './text-file.ts';
import type { SiteLookup } from './site-lookup.ts';
import { sectionPage } from './site-pages.ts';
import { parseHistory } from './status-history.ts';
import { uiOf } from './ui-of.ts';

/**
 * The status page and the badges of all locales.
 * @param template the section layout of the source locale
 * @param history text of the history file; empty when there is none
 */
export function statusFiles(site: SiteLookup, status: ContentStatus, template: Template, history: string): TextFile[] {
  const { config } = site;
  const base = sectionPage(site, config.sourceLocale, '', []);
  const canonical = config.origin === undefined ? undefined : `${config.origin}${config.base}status/`;
  const page: StatusPage = {
    ...base,
    title: 'Translation status',
    description: 'How far the translations of this site are, and how recent.',
    canonical,
    robots: 'noindex',
    alternates: [],
    breadcrumbs: [],
    url: `${config.base}status/`,
    status,
    labels: Object.fromEntries(config.locales.map(({ id, label }) => [id, label])),
    history: parseHistory(history).records,
    styleUrl: `${config.base}status/status.css`,
    badgesUrl: `${config.base}badges/`,
  };
  return [
    { path: 'status/index.html', text: fillTemplate(template, statusSlots(page, uiOf(localeOf(config, config.sourceLocale)))) },
    { path: 'status/status.css', text: STATUS_STYLE },
    ...status.locales.flatMap((one) => [
      { path: `badges/${one.locale}.svg`, text: badgeSvg(one) },
      { path: `badges/${one.locale}.json`, text: badgeJson(one) },
    ]),
  ];
}

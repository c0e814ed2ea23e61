import { sectionSlots } from '../views/section-slots.ts';
import { fillTemplate, type Template } from '../views/slots.ts';
import type { ContentMap } from './content-map.ts';
import type { TextFile } from './text-file.ts';
import type { SiteLookup } from './site-lookup.ts';
import { sectionItems, sectionPage } from './site-pages.ts';
import { pageFile } from './shard-methods.ts';
import { uiOf } from './ui-of.ts';

/** The listing pages of all locales. `templates`: the section layout of each locale. */
export function* sectionFiles(site: SiteLookup, map: ContentMap, templates: Readonly<Record<string, Template>>): Generator<TextFile> {
  for (const locale of map.config.locales) {
    for (const [slug, items] of sectionItems(site, locale.id, map.sections)) {
      const page = sectionPage(site, locale.id, slug, items);
      yield { path: pageFile(page.url, map.config.base), text: fillTemplate(templates[locale.id] ?? [], sectionSlots(page, uiOf(locale))) };
    }
  }
}

/**
 * Slots of each layout: what differs from page to page. Everything else of a layout is the same on all
 * pages of a locale, so that a layout needs rendering only once per locale.
 */
export const ARTICLE_SLOTS = ['head', 'languages', 'breadcrumbs', 'sidebar', 'notices', 'article', 'contents', 'pager', 'meta'] as const;
export const SECTION_SLOTS = ['head', 'languages', 'breadcrumbs', 'sidebar', 'listing'] as const;
export const HOME_SLOTS = ['head', 'languages', 'body', 'sections'] as const;
export const NOT_FOUND_SLOTS = ['head', 'languages', 'body'] as const;
export const ROOT_SLOTS = ['head', 'body'] as const;
export const CHECK_SLOTS = ['head', 'body'] as const;

export type ArticleSlot = (typeof ARTICLE_SLOTS)[number];
export type SectionSlot = (typeof SECTION_SLOTS)[number];
export type HomeSlot = (typeof HOME_SLOTS)[number];
export type NotFoundSlot = (typeof NOT_FOUND_SLOTS)[number];
export type RootSlot = (typeof ROOT_SLOTS)[number];
export type CheckSlot = (typeof CHECK_SLOTS)[number];

/** Layouts that are rendered once per locale and filled for many pages. */
export type TemplateLayout = 'article' | 'section';

/**
 * Slots of each layout: what differs from page to page. Everything else of a layout is the same on all
 * pages of a locale, so that a layout needs rendering only once per locale.
 */
export const ARTICLE_SLOTS = ['head', 'languages', 'breadcrumbs', 'sidebar', 'modes', 'notices', 'article', 'contents', 'pager', 'meta'] as const;
export const SECTION_SLOTS = ['head', 'languages', 'breadcrumbs', 'sidebar', 'listing'] as const;

export type ArticleSlot = (typeof ARTICLE_SLOTS)[number];
export type SectionSlot = (typeof SECTION_SLOTS)[number];
export type HomeSlot = 'head' | 'languages' | 'body' | 'sections';
export type NotFoundSlot = 'head' | 'languages' | 'body';
export type SearchSlot = 'head' | 'languages';
export type RootSlot = 'head' | 'body';
export type CheckSlot = 'head' | 'body';

/** Layouts that are rendered once per locale and filled for many pages. */
export type TemplateLayout = 'article' | 'section';

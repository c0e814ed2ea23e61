import { z } from 'zod';

const severity = z.enum(['error', 'warning', 'info', 'off']);

const localeEntry = z.strictObject({
  /** BCP 47 tag, e.g. `vi-VN`. */
  tag: z.string(),
  /** Name in the language menu; default: the language's own name. */
  label: z.string().optional(),
  /** Folder of the locale's files, relative to the content root; default: the tag in lower case. */
  dir: z.string().optional(),
});

/** Settings of one locale. */
export const LOCALE_SETTINGS: readonly string[] = Object.keys(localeEntry.shape);

/** `site.yml` as it is written. Every key is optional. */
export const siteSchema = z.strictObject({
  /** Title of the site: one for all locales, or one per locale tag. */
  title: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  /** Address of the published site, e.g. `https://help.example.com/docs/`. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Path prefix of every URL; default: the path of `url`, or `/`. */
  base: z.string().optional(),
  /** The locale translated from; default `en-us`. */
  sourceLocale: z.string().optional(),
  /** The locale that the root page recommends; default: the first of the list. */
  defaultLocale: z.string().optional(),
  /** Published locales in their order; default: the folders whose names are language tags. */
  locales: z.array(z.union([z.string(), localeEntry])).optional(),
  /** What a reader gets where a translation is missing; default `source`. */
  missing: z.enum(['source', 'hide']).optional(),
  /** Pattern of an "edit" link; `{file}` and `{line}` are filled in. */
  repository: z.string().regex(/^https?:\/\//).optional(),
  /** Address that site-root links (`/azure/…`) are resolved against. */
  linkBase: z.url({ protocol: /^https?$/ }).optional(),
  /** Severity per check. */
  checks: z.record(z.string(), severity).optional(),
  /** Robots value for pages that do not set their own, e.g. `noindex`. */
  robots: z.string().optional(),
  /** Publishes a reference page for every check under `/checks/`. */
  checkPages: z.boolean().optional(),
});

export type SiteFile = z.infer<typeof siteSchema>;

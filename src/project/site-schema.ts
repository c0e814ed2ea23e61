import { z } from 'zod';
import { HOSTINGS } from '../model/site.ts';

const severity = z.enum(['error', 'warning', 'info', 'off']);

const localeEntry = z.strictObject({
  /** BCP 47 tag, e.g. `vi-VN`. */
  tag: z.string(),
  /** Name in the language menu; default: the language's own name. */
  label: z.string().optional(),
  /** Folder of the locale's files, relative to the content root; default: the tag in lower case. */
  dir: z.string().optional(),
});

/** One text for all locales, or one per locale tag. */
const localText = z.union([z.string(), z.record(z.string(), z.string())]);

const color = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i);

const fontFile = z.strictObject({
  file: z.string(),
  /** Weight or range of a variable font: `400`, `100 900`. */
  weight: z.union([z.number(), z.string().regex(/^\d{1,4}(?: \d{1,4})?$/)]).optional(),
  style: z.enum(['normal', 'italic']).optional(),
});

/** Family names as in CSS, one font file of the content, or a list of files. */
const font = z.union([z.string().regex(/^(?:[\p{L}\p{N}\s,'"_-]+|.+\.(?:woff2?|ttf|otf))$/iu), z.array(z.union([z.string(), fontFile])).min(1)]);

const fonts = z.strictObject({ body: font.optional(), heading: font.optional(), code: font.optional() });

/** Files are paths below the content folder. */
const brand = z.strictObject({
  /** Colour of links, buttons and marks; its accessible shades are computed. */
  color: color.optional(),
  /** The same on dark pages; default: made from `color`. */
  colorDark: color.optional(),
  logo: z.string().optional(),
  logoDark: z.string().optional(),
  /** One icon, or the same icon as SVG and as PNG. */
  favicon: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Picture for previews of links. */
  image: z.string().optional(),
  fonts: fonts.optional(),
  /** Style sheet that is read after all others. */
  styles: z.string().optional(),
});

const footerLink = z.strictObject({ label: localText, url: z.string().min(1) });
const footer = z.strictObject({ text: localText.optional(), links: z.array(footerLink).optional() });
const socialLink = z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^(?:https?|mailto)$/ }) });

/** Files of HTML for places of the page, relative to the content folder. */
const slots = z.strictObject({ head: localText.optional(), banner: localText.optional(), footer: localText.optional() });

/** Whole articles, or a share of them: `10`, `5%`. */
const amount = z.union([z.int().min(0), z.string().regex(/^(?:100|\d{1,2}(?:\.\d+)?)%$/)]);

const limits = z.strictObject({
  /** Stale translations that a locale may have. */
  maxStale: amount.optional(),
  /** Articles that a locale must have. */
  minTranslated: amount.optional(),
  /** Findings that a locale may have: all together, or per rule or severity. */
  maxFindings: z.union([z.int().min(0), z.record(z.string(), z.int().min(0))]).optional(),
});

const ignoreEntry = z.strictObject({
  rules: z.array(z.string()).min(1),
  /** Globs over the path in the content or in the locale's folder. */
  paths: z.array(z.string().min(1)).min(1),
  reason: z.string().min(1),
});

const rule = z.strictObject({
  id: z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/),
  /** A regular expression over the text of a segment, without its code and markup. */
  pattern: z.string().min(1),
  /** Of the regular expression; default `u`. */
  flags: z.string().regex(/^[imsuv]*$/).optional(),
  /** What it is tried on; default `target`. */
  side: z.enum(['target', 'source']).optional(),
  /** Locales or languages; default: all. */
  locales: z.array(z.string()).min(1).optional(),
  message: z.string().min(1),
  /** Default `warning`. */
  severity: z.enum(['error', 'warning', 'info']).optional(),
});

/** Old address: a path in the content, or an address that begins with `/`. New address: the same, or one of another site. */
const redirect = z.strictObject({ from: z.string().min(1), to: z.string().min(1) });

/** Names that are allowed in each group of settings, by its path without numbers. */
export const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  locales: Object.keys(localeEntry.shape),
  brand: Object.keys(brand.shape),
  'brand.fonts': Object.keys(fonts.shape),
  'brand.fonts.body': Object.keys(fontFile.shape),
  'brand.fonts.heading': Object.keys(fontFile.shape),
  'brand.fonts.code': Object.keys(fontFile.shape),
  footer: Object.keys(footer.shape),
  'footer.links': Object.keys(footerLink.shape),
  social: Object.keys(socialLink.shape),
  slots: Object.keys(slots.shape),
  ignore: Object.keys(ignoreEntry.shape),
  limits: [...Object.keys(limits.shape), 'locales'],
  rules: Object.keys(rule.shape),
  redirects: Object.keys(redirect.shape),
};

/** `site.yml` as it is written. Every key is optional. */
export const siteSchema = z.strictObject({
  /** Title of the site: one for all locales, or one per locale tag. */
  title: localText.optional(),
  /** What the site is, in a sentence or two, in the same form. */
  description: localText.optional(),
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
  /** Pattern of the address where readers propose another translation, e.g. a prefilled issue; `{path}`, `{segment}`, `{source}`, `{target}`, `{url}`, `{locale}`, `{file}` and `{line}` are filled in. */
  suggest: z.string().regex(/^https?:\/\//).optional(),
  /** Address that site-root links (`/azure/…`) are resolved against. */
  linkBase: z.url({ protocol: /^https?$/ }).optional(),
  /** Severity per check. */
  checks: z.record(z.string(), severity).optional(),
  /** Silences rules for whole paths. */
  ignore: z.array(ignoreEntry).optional(),
  /** What every locale must keep to; `locales` says otherwise for one. */
  limits: limits.extend({ locales: z.record(z.string(), limits).optional() }).optional(),
  /** The project's own rules; see checks/pattern.ts. */
  rules: z.array(rule).optional(),
  /** Names that are not translated, beside the ones that the tool knows. */
  names: z.array(z.string().min(1)).optional(),
  /** Robots value for pages that do not set their own, e.g. `noindex`. */
  robots: z.string().optional(),
  /** Addresses of renamed and removed articles. */
  redirects: z.array(redirect).optional(),
  /** Where the site is published: its limits are checked at the end of a build; default `none`. */
  hosting: z.enum(HOSTINGS).optional(),
  /** Publishes a reference page for every check under `/checks/`. */
  checkPages: z.boolean().optional(),
  /** Publishes how far the translations are, under `/status/`, and badges. */
  statusPage: z.boolean().optional(),
  /** Publishes the review desk under `/review/`: everybody may read and propose, nobody can save. */
  review: z.boolean().optional(),
  brand: brand.optional(),
  footer: footer.optional(),
  /** Accounts of the site's owner elsewhere. */
  social: z.array(socialLink).optional(),
  /** Pattern of a feedback link; `{url}`, `{path}` and `{locale}` are filled in. */
  feedback: z.string().regex(/^(?:https?:\/\/|mailto:)/).optional(),
  slots: slots.optional(),
});

export type SiteFile = z.infer<typeof siteSchema>;
export type LocalText = z.infer<typeof localText>;
export type FontSetting = z.infer<typeof font>;

/** A published language variety. Plain data; equal input gives equal values. */
export interface Locale {
  /** Canonical BCP 47 tag, e.g. `vi-VN`. Goes into `lang` and `hreflang`. */
  readonly tag: string;
  /** The tag in lower case, e.g. `vi-vn`. Goes into URLs and names the locale everywhere in code. */
  readonly id: string;
  /** Writing direction of the locale's main script. */
  readonly dir: 'ltr' | 'rtl';
  /** ISO 15924 code of the main script, e.g. `Arab`. */
  readonly script: string;
  /** The language's own name for itself, or the label of `site.yml`. */
  readonly label: string;
  /** Folder of the locale's files, POSIX, relative to the content root (usually equal to `id`). */
  readonly folder: string;
}

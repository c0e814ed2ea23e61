const graphLocales = new Map<string, string>();

/** Open Graph wants a language and a territory. graphLocale('sr-Latn') // => 'sr_RS' */
export function graphLocale(tag: string): string {
  const known = graphLocales.get(tag);
  if (known !== undefined) return known;
  const { language, region } = new Intl.Locale(tag).maximize();
  const made = region === undefined ? language : `${language}_${region}`;
  graphLocales.set(tag, made);
  return made;
}

/** The language subtag of a BCP 47 tag, in lower case. languageOf('sr-Latn-RS') // => 'sr' */
export function languageOf(tag: string): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

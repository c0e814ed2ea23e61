import type { UiKey } from '../../model/markup.ts';

/** One text per plural category of the language (CLDR); `{n}` stands for the number. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Every word of the interface. `{date}`, `{n}` and `{done}` are filled in; nothing else is. */
export interface UiStrings extends Readonly<Record<UiKey, string>> {
  readonly 'skip-to-content': string;
  /** Button that opens the navigation on a narrow screen. */
  readonly 'menu': string;
  /** Button that closes the navigation on a narrow screen. */
  readonly 'close': string;
  /** Accessible name of the navigation. */
  readonly 'articles': string;
  /** Accessible name of the language menu. */
  readonly 'languages': string;
  readonly 'home': string;
  /** Accessible name of the breadcrumbs. */
  readonly 'you-are-here': string;
  readonly 'on-this-page': string;
  /** Accessible name of previous/next. */
  readonly 'neighbours': string;
  readonly 'previous': string;
  readonly 'next': string;
  readonly 'last-updated': string;
  readonly 'edit-page': string;
  /** Mark beside a language in which this article is machine-translated. */
  readonly 'mark-machine': string;
  /** Mark beside a language whose translation is older than the original. */
  readonly 'mark-stale': string;
  /** Mark beside a language into which this article is not translated. */
  readonly 'mark-missing': string;
  readonly 'machine-title': string;
  readonly 'machine-text': string;
  readonly 'machine-date': string;
  readonly 'fallback-title': string;
  readonly 'fallback-text': string;
  readonly 'stale-title': string;
  readonly 'stale-text': PluralText;
  readonly 'read-original': string;
  readonly 'article-count': PluralText;
  /** Link from a shortened list to the whole one. */
  readonly 'all-articles': PluralText;
  readonly 'no-articles': string;
  readonly 'not-found-title': string;
  readonly 'not-found-text': string;
  readonly 'go-home': string;
  /** Said to a reader who has not chosen a language yet. */
  readonly 'choose-language': string;
  /** Button that opens the search, and name of its dialog. */
  readonly 'search': string;
  readonly 'search-placeholder': string;
  /** Accessible name of the list of sections. */
  readonly 'search-section': string;
  readonly 'search-all': string;
  readonly 'search-loading': string;
  readonly 'search-none': string;
  readonly 'search-failed': string;
  /** Mark beside an article whose original holds the words. */
  readonly 'search-original': string;
  readonly 'search-more': string;
  /** Accessible name of the choice between light and dark. */
  readonly 'theme': string;
  /** The theme follows the system. */
  readonly 'theme-auto': string;
  readonly 'theme-light': string;
  readonly 'theme-dark': string;
  /** Button beside a block of code. */
  readonly 'copy-code': string;
  /** Announced when the text is in the clipboard. */
  readonly 'copied': string;
  /** What happens when an image is pressed. */
  readonly 'zoom-image': string;
  /** Accessible name of a table that is wider than its column. */
  readonly 'scroll-table': string;
  /** Accessible name of a block of code that is wider than its column. */
  readonly 'scroll-code': string;
  /** Link to the place where readers say what they think of the page. */
  readonly 'feedback': string;
  /** Button that sets the original beside a machine translation. */
  readonly 'machine-facing': string;
  /** Link to where readers can propose another translation. */
  readonly 'suggest': string;
  /** How much of a machine translation people have read; `{n}` is the number of all sentences, `{done}` of those reviewed. */
  readonly 'machine-reviewed': PluralText;
  /** Opens the list of the changes in the original. */
  readonly 'stale-which': string;
  /** A sentence of the original that was reworded. */
  readonly 'change-edited': string;
  /** A sentence that only the newer original has. */
  readonly 'change-new': string;
  /** A sentence that the newer original no longer has. */
  readonly 'change-removed': string;
  /** Accessible name of the small menu of a sentence. */
  readonly 'segment-menu': string;
  /** Copies the address of a sentence. */
  readonly 'segment-copy': string;
  /** Said when the address has been copied. */
  readonly 'segment-copied': string;
  /** Link to the line of the file that holds a sentence. */
  readonly 'segment-edit': string;
  /** Heading over the difference between two versions of a source sentence. */
  readonly 'segment-changed': string;
  /** Label of the list of languages that can stand beside the translation. */
  readonly 'compare-with': string;
  /** The original, as one of the languages to compare with. */
  readonly 'compare-original': string;
  /** The other language could not be loaded. */
  readonly 'compare-failed': string;
  /** The other language was made from another version of the source. */
  readonly 'compare-differs': string;
  /** Says, in the language itself, that the page exists in it; the name of the language follows as a link. */
  readonly 'offer-text': string;
  /** Name of the choice between the four reading modes. */
  readonly 'reading-mode': string;
  /** Reading mode: the target alone. */
  readonly 'mode-translation': string;
  /** Reading mode: the target, with a control at each block that opens its source. */
  readonly 'mode-demand': string;
  /** Reading mode: target and source in two columns. */
  readonly 'mode-both': string;
  /** Reading mode: the source alone. */
  readonly 'mode-original': string;
  /** Accessible name of the control at the end of a block that opens its source. */
  readonly 'show-original': string;
  /** Mark on a sentence whose source has changed since it was translated. */
  readonly 'sentence-changed': string;
  /** Accessible name of what the site says above every page. */
  readonly 'site-banner': string;
  /** Accessible name of the list of accounts elsewhere. */
  readonly 'social': string;
  /** On the page of an old address; a link to the new one follows. */
  readonly 'page-moved': string;
  /** On the search page, to readers without JavaScript. */
  readonly 'search-no-script': string;
}

export type UiTextKey = { [Key in keyof UiStrings]: UiStrings[Key] extends string ? Key : never }[keyof UiStrings];
export type UiPluralKey = Exclude<keyof UiStrings, UiTextKey>;

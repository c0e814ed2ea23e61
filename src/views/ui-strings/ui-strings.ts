import type { UiKey } from '../../model/markup.ts';

/** One text per plural category of the language (CLDR); `{n}` stands for the number. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Every word of the interface. `{date}` and `{n}` are filled in; nothing else is. */
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
}

export type UiTextKey = { [Key in keyof UiStrings]: UiStrings[Key] extends string ? Key : never }[keyof UiStrings];
export type UiPluralKey = Exclude<keyof UiStrings, UiTextKey>;
